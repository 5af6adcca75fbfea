//! Exif and XMP, as they lie in JPEG, PNG, WebP and (XMP alone) GIF.
//!
//! Exif: a TIFF without a picture (CIPA DC-008). XMP: RDF in XML (ISO 16684-1; its part 3 says where it lies in each format).

use std::borrow::Cow;
use std::io::Read;

use flate2::read::ZlibDecoder;
use image::metadata::Orientation;

/// Most bytes that all packed XMP of a file is unpacked to.
const MAX_XMP: u64 = 1 << 20;

/// Whether a picture says where it was taken.
pub fn has_place(bytes: &[u8]) -> bool {
    let blocks = Blocks::of(bytes);
    let mut left = MAX_XMP;
    blocks.exif.is_some_and(|exif| exif_has_place(exif).unwrap_or(false))
        || blocks.xmp.iter().any(|xmp| xmp_has_place(&xmp.unpacked(&mut left)))
}

/// Which way is up.
pub(super) fn orientation(bytes: &[u8]) -> Orientation {
    Blocks::of(bytes).exif.and_then(Orientation::from_exif_chunk).unwrap_or(Orientation::NoTransforms)
}

#[derive(Default)]
struct Blocks<'b> {
    /// The first: the one that programs read.
    exif: Option<&'b [u8]>,
    xmp: Vec<Xmp<'b>>,
}

/// XMP as it lies in the file.
enum Xmp<'b> {
    Plain(&'b [u8]),
    /// As zlib packs it.
    Packed(&'b [u8]),
}

impl<'b> Xmp<'b> {
    /// As much of it as may be unpacked, which is then taken from what is left for the next.
    fn unpacked(&self, left: &mut u64) -> Cow<'b, [u8]> {
        match *self {
            Self::Plain(text) => text.into(),
            Self::Packed(_) if *left == 0 => Cow::default(),
            Self::Packed(packed) => {
                let mut unpacked = Vec::new();
                // What can be unpacked of it is looked at.
                let _end = ZlibDecoder::new(packed).take(*left).read_to_end(&mut unpacked);
                *left -= unpacked.len() as u64;
                unpacked.into()
            }
        }
    }
}

impl<'b> Blocks<'b> {
    fn of(bytes: &'b [u8]) -> Self {
        const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
        let mut blocks = Self::default();
        // A container that breaks off has the blocks before that.
        let _end = match bytes {
            [0xff, 0xd8, rest @ ..] => blocks.jpeg(rest),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', rest @ ..] => blocks.webp(rest),
            [b'G', b'I', b'F', b'8', _, b'a', ..] => blocks.gif(bytes),
            _ => bytes.strip_prefix(PNG).and_then(|rest| blocks.png(rest)),
        };
        blocks
    }

    fn jpeg(&mut self, mut rest: &'b [u8]) -> Option<()> {
        loop {
            let [0xff, marker, one, two, ..] = *rest else { return None };
            if marker == 0xff {
                // Padding before a marker.
                rest = &rest[1..];
                continue;
            }
            let length = usize::from(u16::from_be_bytes([one, two]));
            let segment = rest.get(4..2 + length)?;
            if marker == 0xe1 {
                if let Some(exif) = segment.strip_prefix(b"Exif\0\0") {
                    self.exif = self.exif.or(Some(exif));
                } else if segment.starts_with(b"http://ns.adobe.com/x") {
                    // The packet, and what it has no room for.
                    self.xmp.push(Xmp::Plain(segment));
                }
            }
            // The picture itself begins.
            if marker == 0xda {
                return None;
            }
            rest = rest.get(2 + length..)?;
        }
    }

    fn png(&mut self, mut rest: &'b [u8]) -> Option<()> {
        loop {
            let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
            let end = length.checked_add(8)?;
            let content = rest.get(8..end)?;
            match rest.get(4..8)? {
                b"eXIf" => self.exif = self.exif.or(Some(content)),
                b"iTXt" => self.xmp.extend(xmp_of_text(content)),
                _ => {}
            }
            // The check sum of the chunk is four bytes.
            rest = rest.get(end.checked_add(4)?..)?;
        }
    }

    fn webp(&mut self, mut rest: &'b [u8]) -> Option<()> {
        loop {
            let length = u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?) as usize;
            let end = length.checked_add(8)?;
            let content = rest.get(8..end)?;
            match rest.get(..4)? {
                b"EXIF" => {
                    let exif = content.strip_prefix(b"Exif\0\0").unwrap_or(content);
                    self.exif = self.exif.or(Some(exif));
                }
                b"XMP " => self.xmp.push(Xmp::Plain(content)),
                _ => {}
            }
            rest = rest.get(end.checked_add(length % 2)?..)?;
        }
    }

    /// The packet stands in the file as it is, and is read as if it were the lengths of blocks.
    fn gif(&mut self, bytes: &'b [u8]) -> Option<()> {
        const BEGINS: &[u8] = b"\x21\xff\x0bXMP DataXMP";
        let at = bytes.windows(BEGINS.len()).position(|window| window == BEGINS)?;
        self.xmp.push(Xmp::Plain(&bytes[at + BEGINS.len()..]));
        Some(())
    }
}

/// The XMP in a chunk of international text: keyword, whether it is packed and how, language, keyword again, text.
fn xmp_of_text(content: &[u8]) -> Option<Xmp<'_>> {
    let [is_packed, _, rest @ ..] = content.strip_prefix(b"XML:com.adobe.xmp\0")? else { return None };
    let mut parts = rest.splitn(3, |byte| *byte == 0);
    let text = parts.nth(2)?;
    Some(if *is_packed == 0 { Xmp::Plain(text) } else { Xmp::Packed(text) })
}

/// Whether XMP gives a latitude, as an attribute or an element: `exif:GPSLatitude="57,42.0N"`. Not one that is empty.
fn xmp_has_place(xmp: &[u8]) -> bool {
    const LATITUDE: &str = "GPSLatitude";
    // In UTF-16 each letter of a name has a NUL.
    let bytes: Vec<u8> = xmp.iter().copied().filter(|byte| *byte != 0).collect();
    let text = String::from_utf8_lossy(&bytes);
    text.match_indices(LATITUDE).any(|(at, _)| {
        let value = text[at + LATITUDE.len()..].trim_start();
        let value = value.trim_start_matches(|letter: char| letter.is_whitespace() || "=>\"'".contains(letter));
        let is_value = text[at + LATITUDE.len()..].trim_start().starts_with(['=', '>']);
        is_value && value.starts_with(|letter: char| letter == '-' || letter.is_ascii_digit())
    })
}

/// Whether the first directory of a TIFF points to one of GPS that gives a latitude: cameras without GPS write an empty
/// one.
fn exif_has_place(tiff: &[u8]) -> Option<bool> {
    const GPS: u16 = 0x8825;
    const LATITUDE: u16 = 0x0002;
    let is_little = match tiff.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) } as usize)
    };
    // The place of the entry with a tag in the directory at a place.
    let entry = |directory: usize, tag: u16| {
        let count = usize::from(short(directory)?);
        (0..count).map(|number| directory + 2 + 12 * number).find(|&at| short(at) == Some(tag))
    };
    let gps = long(entry(long(4)?, GPS)? + 8)?;
    Some(entry(gps, LATITUDE).is_some())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn text(packed: &[u8]) -> Vec<u8> {
        let content = [b"XML:com.adobe.xmp\0\x01\0\0\0", packed].concat();
        [&u32::try_from(content.len()).unwrap().to_be_bytes(), &b"iTXt"[..], &content, &[0; 4]].concat()
    }

    fn packed(text: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    /// Each packed text had a megabyte for itself, and all were held at once.
    #[test]
    fn packed_texts_share_what_they_may_be_unpacked_to() {
        let place = text(&packed(b"<x exif:GPSLatitude='57,42.0N'/>"));
        let large = text(&packed(&vec![b' '; MAX_XMP as usize - 100]));
        let png = |chunks: &[&[u8]]| [b"\x89PNG\r\n\x1a\n", &chunks.concat()[..]].concat();
        assert!(has_place(&png(&[&place])) && has_place(&png(&[&large, &place])));
        assert!(!has_place(&png(&[&large, &large, &place])));
        let file = png(&[&large, &large]);
        let mut left = MAX_XMP;
        let lengths: Vec<usize> = Blocks::of(&file).xmp.iter().map(|xmp| xmp.unpacked(&mut left).len()).collect();
        assert_eq!((lengths, left), (vec![MAX_XMP as usize - 100, 100], 0));
    }
}
