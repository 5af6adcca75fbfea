//! Containers without their metadata.
//!
//! Each function keeps a list of what a browser needs to show the picture and leaves out the rest: Exif (place, time,
//! camera), XMP, IPTC, comments, thumbnails, and whatever is appended after the end. The picture's own data and its colour
//! profile are copied bit for bit. `None` means that the container is broken.
//!
//! JPEG: ITU-T T.81, annex B. PNG: <https://www.w3.org/TR/png-3/>. WebP: RFC 9649. GIF: the specification of 1989.

use super::Size;

/// Segments of JPEG that are kept of those for applications: JFIF without a thumbnail, colour profiles, and Adobe's word
/// on how colours are transformed.
fn is_kept_segment(marker: u8, content: &[u8]) -> bool {
    match marker {
        0xe0 => content.starts_with(b"JFIF\0"),
        0xe2 => content.starts_with(b"ICC_PROFILE\0"),
        0xee => content.starts_with(b"Adobe"),
        0xe1 | 0xe3..=0xed | 0xef | 0xfe => false,
        _ => true,
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
            _ => {
                let length = usize::from(u16::from_be_bytes([*rest.get(2)?, *rest.get(3)?]));
                let content = rest.get(4..2 + length)?;
                if is_kept_segment(marker, content) {
                    out.extend_from_slice(rest.get(..2 + length)?);
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
    /// The picture, its palette, colours and size, and the frames of an animation.
    const KEPT: [&[u8; 4]; 18] = [
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV",
        b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
    ];
    let mut rest = bytes.strip_prefix(SIGNATURE)?;
    let mut out = SIGNATURE.to_vec();
    loop {
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
        let name: &[u8; 4] = rest.get(4..8)?.try_into().ok()?;
        // Length, name and check sum.
        let (chunk, after) = rest.split_at_checked(length.checked_add(12)?)?;
        if KEPT.contains(&name) {
            out.extend_from_slice(chunk);
        }
        if name == b"IEND" {
            return Some(out);
        }
        rest = after;
    }
}

pub(super) fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    const KEPT: [&[u8; 4]; 7] = [b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L"];
    /// Bits of the header that announce Exif and XMP.
    const METADATA: u8 = 0b1100;
    let size = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
    // What comes after the container is not part of the picture.
    let mut rest = bytes.get(12..size.checked_add(8)?.min(bytes.len()))?;
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    while rest.len() >= 8 {
        let name: &[u8; 4] = rest[..4].try_into().ok()?;
        let length = u32::from_le_bytes(rest[4..8].try_into().ok()?) as usize;
        let end = length.checked_add(8)?;
        let chunk = rest.get(..end)?;
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
    Some(out)
}

/// Also its size, which stands in the header.
pub(super) fn gif(bytes: &[u8]) -> Option<(Vec<u8>, Size)> {
    const HEADER: usize = 13;
    let header = bytes.get(..HEADER)?;
    let short = |at: usize| u32::from(u16::from_le_bytes([header[at], header[at + 1]]));
    let size = Size { width: short(6), height: short(8) };
    let mut at = HEADER + table(header[10]);
    let mut out = bytes.get(..at)?.to_vec();
    let mut has_picture = false;
    loop {
        let begin = at;
        let kept = match *bytes.get(at)? {
            0x2c => {
                has_picture = true;
                // Place, size, perhaps a palette of its own, and the size of its codes.
                at = blocks(bytes, at + 10 + table(*bytes.get(at + 9)?) + 1)?;
                true
            }
            0x21 => {
                let label = *bytes.get(at + 1)?;
                let content = bytes.get(at + 2..)?;
                at = blocks(bytes, at + 2)?;
                // When and how a frame is shown; how often an animation runs. Not comments, text, or XMP.
                label == 0xf9
                    || label == 0xff
                        && (content.starts_with(b"\x0bNETSCAPE2.0") || content.starts_with(b"\x0bANIMEXTS1.0"))
            }
            0x3b => {
                out.push(0x3b);
                return (has_picture && size.pixels() > 0).then_some((out, size));
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
