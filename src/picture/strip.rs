//! Containers without their metadata.
//!
//! Each function keeps a list of what a browser needs to show the picture and leaves out the rest: Exif (place, time,
//! camera), XMP, IPTC, comments, thumbnails, and whatever is appended after the end. The picture's own data and its colour
//! profile are copied bit for bit, but for a profile that unpacks to more than any profile is. `None` means that the
//! container is broken.
//!
//! JPEG: ITU-T T.81, annex B. PNG: <https://www.w3.org/TR/png-3/>. WebP: RFC 9649. GIF: the specification of 1989.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::ZlibDecoder;

use super::Size;

/// What is kept of a segment of JPEG, without its marker and length: the tables and heads that the picture is decoded by
/// as they are, and of those for applications JFIF without its thumbnail, colour profiles, and Adobe's word on how colours
/// are transformed.
fn kept_of_segment(marker: u8, content: &[u8]) -> Option<Cow<'_, [u8]>> {
    /// Version, unit, two densities; after them the width and height of the thumbnail.
    const JFIF: usize = 12;
    /// Version, two words of flags, and the transformation.
    const ADOBE: usize = 12;
    match marker {
        // Heads of frames (SOF, without the reserved 0xc8), and tables (DHT, DAC, DQT, DRI) and heads of scans (SOS, DNL).
        0xc0..=0xc7 | 0xc9..=0xcf | 0xda..=0xdd => Some(content.into()),
        0xe0 if content.starts_with(b"JFIF\0") => Some([content.get(..JFIF)?, &[0, 0]].concat().into()),
        0xe2 if content.starts_with(b"ICC_PROFILE\0") => Some(content.into()),
        0xee if content.starts_with(b"Adobe") => Some(content.get(..ADOBE)?.into()),
        _ => None,
    }
}

pub(super) fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    const START: [u8; 2] = [0xff, 0xd8];
    const END: u8 = 0xd9;
    const SCAN: u8 = 0xda;
    let mut rest = bytes.strip_prefix(&START)?;
    let mut out = START.to_vec();
    loop {
        let [0xff, marker, ..] = *rest else { return None };
        match marker {
            // Padding before a marker.
            0xff => rest = &rest[1..],
            END => {
                out.extend([0xff, END]);
                return Some(out);
            }
            // Markers that stand alone have no place between segments.
            0x01 | 0xd0..=0xd8 => return None,
            _ => {
                let length = usize::from(u16::from_be_bytes([*rest.get(2)?, *rest.get(3)?]));
                let content = rest.get(4..2 + length)?;
                if let Some(kept) = kept_of_segment(marker, content) {
                    out.extend([0xff, marker]);
                    out.extend(u16::try_from(kept.len() + 2).ok()?.to_be_bytes());
                    out.extend_from_slice(&kept);
                }
                rest = rest.get(2 + length..)?;
                if marker == SCAN {
                    let end = scan_end(rest);
                    out.extend_from_slice(&rest[..end]);
                    rest = &rest[end..];
                    if rest.is_empty() {
                        // Cut off in the picture: decoders show what there is.
                        out.extend([0xff, END]);
                        return Some(out);
                    }
                }
            }
        }
    }
}

/// Where the data of a scan ends: before the first marker that does not belong to it.
fn scan_end(data: &[u8]) -> usize {
    let marker = data.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff));
    marker.unwrap_or(data.len())
}

pub(super) fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
    /// The picture, its palette, colours and size, beside its colour profile. Not the frames of an animation: see [`is_moving_png`].
    const KEPT: [&[u8; 4]; 14] = [
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI",
        b"bKGD", b"pHYs",
    ];
    let mut rest = bytes.strip_prefix(SIGNATURE)?;
    let mut out = SIGNATURE.to_vec();
    let mut has_profile = false;
    loop {
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
        let name: &[u8; 4] = rest.get(4..8)?.try_into().ok()?;
        // Length, name and check sum.
        let (chunk, after) = rest.split_at_checked(length.checked_add(12)?)?;
        // The first is the one that counts, and the only one that is unpacked.
        let is_kept = match name {
            b"iCCP" => !std::mem::replace(&mut has_profile, true) && is_small_profile(&chunk[8..8 + length]),
            _ => KEPT.contains(&name),
        };
        if is_kept {
            out.extend_from_slice(chunk);
        }
        if name == b"IEND" {
            return Some(out);
        }
        rest = after;
    }
}

/// Whether a packed colour profile is no larger than profiles are: its name, how it is packed, and the packed profile.
fn is_small_profile(content: &[u8]) -> bool {
    /// Those for printing presses are the largest, with tables of four inks.
    const MOST: u64 = 4 << 20;
    let Some(name) = content.iter().position(|byte| *byte == 0) else { return false };
    let Some(packed) = content.get(name + 2..) else { return false };
    let unpacked = std::io::copy(&mut ZlibDecoder::new(packed).take(MOST + 1), &mut std::io::sink());
    unpacked.is_ok_and(|length| length <= MOST)
}

/// Whether a PNG announces more than one frame.
pub(super) fn is_moving_png(bytes: &[u8]) -> bool {
    let chunks = std::iter::successors(bytes.get(8..), |rest| {
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
        rest.get(length.checked_add(12)?..)
    });
    let announced = chunks.filter(|chunk| chunk.get(4..8) == Some(b"acTL")).filter_map(|chunk| chunk.get(8..12)).next();
    announced.is_some_and(|frames| !matches!(frames, [0, 0, 0, 0 | 1]))
}

/// A WebP as it is published, and what it is.
pub(super) struct Webp {
    pub bytes: Vec<u8>,
    /// Whether its frames stand in frames of an animation, which are not kept.
    pub is_moving: bool,
    /// Whether its picture is packed with loss, as photos are.
    pub is_lossy: bool,
}

pub(super) fn webp(bytes: &[u8]) -> Option<Webp> {
    const KEPT: [&[u8; 4]; 5] = [b"VP8X", b"ICCP", b"ALPH", b"VP8 ", b"VP8L"];
    /// Bits of the header that announce Exif, XMP and an animation.
    const METADATA: u8 = 0b1110;
    let (mut is_moving, mut is_lossy) = (false, false);
    let size = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
    // What comes after the container is not part of the picture.
    let mut rest = bytes.get(12..size.checked_add(8)?.min(bytes.len()))?;
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    while rest.len() >= 8 {
        let name: &[u8; 4] = rest[..4].try_into().ok()?;
        let length = u32::from_le_bytes(rest[4..8].try_into().ok()?) as usize;
        let end = length.checked_add(8)?;
        let chunk = rest.get(..end)?;
        is_moving |= name == b"ANMF";
        is_lossy |= name == b"VP8 ";
        if KEPT.contains(&name) {
            let at = out.len();
            out.extend_from_slice(chunk);
            if name == b"VP8X" && length > 0 {
                out[at + 8] &= !METADATA;
            }
            if length % 2 == 1 {
                out.push(0);
            }
        }
        rest = rest.get(end.checked_add(length % 2)?..).unwrap_or_default();
    }
    let size = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&size.to_le_bytes());
    Some(Webp { bytes: out, is_moving, is_lossy })
}

/// A GIF as it is published, and what its header and blocks say.
pub(super) struct Gif {
    pub bytes: Vec<u8>,
    pub size: Size,
    pub frames: usize,
}

pub(super) fn gif(bytes: &[u8]) -> Option<Gif> {
    const HEADER: usize = 13;
    let header = bytes.get(..HEADER)?;
    let short = |at: usize| u32::from(u16::from_le_bytes([header[at], header[at + 1]]));
    let size = Size { width: short(6), height: short(8) };
    let mut at = HEADER + table(header[10]);
    let mut out = bytes.get(..at)?.to_vec();
    let mut frames = 0;
    loop {
        let begin = at;
        let kept = match *bytes.get(at)? {
            0x2c => {
                frames += 1;
                // Place, size, perhaps a palette of its own, and the size of its codes.
                at = blocks(bytes, at + 10 + table(*bytes.get(at + 9)?) + 1)?;
                true
            }
            0x21 => {
                let label = *bytes.get(at + 1)?;
                at = blocks(bytes, at + 2)?;
                // Which colour is none. Not comments, text, XMP, or how often an animation runs.
                label == 0xf9
            }
            0x3b => {
                out.push(0x3b);
                return (frames > 0 && size.pixels() > 0).then_some(Gif { bytes: out, size, frames });
            }
            _ => return None,
        };
        if kept {
            out.extend_from_slice(bytes.get(begin..at)?);
        }
    }
}

/// The bytes of a palette, by the flags that announce it.
fn table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// The end of a chain of blocks that each begin with their length, the last with zero.
fn blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], content].concat()
    }

    #[test]
    fn of_a_jpeg_only_what_it_is_decoded_by_is_kept() {
        let jfif = segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\x02\x02HEMLIGTHUMB!");
        let adobe = segment(0xee, b"Adobe\0\x64\0\0\0\0\x01HEMLIG");
        let hidden: Vec<u8> =
            (0xf0..=0xfe).chain([0xc8, 0xde, 0xdf, 0x02]).flat_map(|marker| segment(marker, b"HEMLIG")).collect();
        let tables: Vec<u8> =
            [0xdb, 0xc4, 0xdd, 0xc0].into_iter().flat_map(|marker| segment(marker, b"tabell")).collect();
        let scan = [&segment(0xda, b"skan")[..], b"data\xff\0\xff\xd0data"].concat();
        let lines = segment(0xdc, b"\0\x01");
        let end = [0xff, 0xd9];
        let photo =
            [&[0xff, 0xd8], &jfif[..], &hidden, &adobe, &tables, &scan, &lines, &hidden, &end, b"HEMLIG"].concat();
        let plain_jfif = segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0");
        let plain_adobe = segment(0xee, b"Adobe\0\x64\0\0\0\0\x01");
        let wanted = [&[0xff, 0xd8], &plain_jfif[..], &plain_adobe, &tables, &scan, &lines, &end].concat();
        assert_eq!(jpeg(&photo), Some(wanted));
        // Too short to be what they say.
        let short = [&[0xff, 0xd8], &segment(0xe0, b"JFIF\0\x01")[..], &segment(0xee, b"Adobe"), &end].concat();
        assert_eq!(jpeg(&short).unwrap(), [0xff, 0xd8, 0xff, 0xd9]);
        assert_eq!(jpeg(&[0xff, 0xd8, 0xff, 0xd8, 0, 4, 1, 1, 0xff, 0xd9]), None);
    }

    #[test]
    fn a_profile_that_unpacks_to_more_than_any_is_left_out() {
        use std::io::Write;
        let packed = |length: usize| {
            let mut encoder = flate2::write::ZlibEncoder::new(b"ICC\0\0".to_vec(), flate2::Compression::fast());
            encoder.write_all(&vec![0; length]).unwrap();
            encoder.finish().unwrap()
        };
        assert!(is_small_profile(&packed(500)) && is_small_profile(&packed(4 << 20)));
        assert!(!is_small_profile(&packed((4 << 20) + 1)));
        let chunk = |name: &[u8; 4], content: &[u8]| {
            [&u32::try_from(content.len()).unwrap().to_be_bytes(), &name[..], content, &[0; 4]].concat()
        };
        let of = |profiles: &[&[u8]]| {
            let profiles: Vec<u8> = profiles.iter().flat_map(|profile| chunk(b"iCCP", profile)).collect();
            [b"\x89PNG\r\n\x1a\n", &profiles[..], &chunk(b"IEND", b"")].concat()
        };
        let (small, large) = (packed(500), packed((4 << 20) + 1));
        assert_eq!(png(&of(&[&small, &small])), Some(of(&[&small])), "the first counts");
        assert_eq!(png(&of(&[&large, &small])), Some(of(&[])), "and is the only one that is unpacked");
        assert!(!is_small_profile(b"ICC") && !is_small_profile(b"ICC\0") && !is_small_profile(b"ICC\0\0x"));
    }
}
