use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::source::{Content, File};

rule! {
    /// # Bilden avslöjar var den togs
    ///
    /// En telefon skriver in platsen i varje foto. Fotot av ett möte hemma hos någon visar då adressen för den som laddar
    /// ner bilden.
    ///
    /// Fel: ett foto direkt från telefonen
    ///
    /// Rätt: spara om bilden utan uppgifter om plats, till exempel med ”Ta bort egenskaper och personlig information” i
    /// Windows eller `exiftool -all= bild.jpg`.
    "bild-med-plats", Error, [Check::File(check)]
}

fn check(file: &File, report: &mut Report<'_>) {
    if let Content::Bytes(bytes) = &file.content
        && exif(bytes).is_some_and(|exif| has_place(exif).unwrap_or(false))
    {
        report.whole(Message::new("bild-med-plats"));
    }
}

/// The block of Exif in a JPEG, PNG or WebP: a TIFF without a picture.
fn exif(bytes: &[u8]) -> Option<&[u8]> {
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
    if bytes.starts_with(&[0xff, 0xd8]) {
        return jpeg_exif(bytes.get(2..)?);
    }
    if let Some(chunks) = bytes.strip_prefix(PNG) {
        return png_exif(chunks);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12)? == b"WEBP" {
        return webp_exif(bytes.get(12..)?);
    }
    None
}

fn jpeg_exif(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let [0xff, marker, one, two, ..] = *rest else { return None };
        if marker == 0xff {
            // Padding before a marker.
            rest = &rest[1..];
            continue;
        }
        let length = usize::from(u16::from_be_bytes([one, two]));
        let segment = rest.get(4..2 + length)?;
        if marker == 0xe1
            && let Some(exif) = segment.strip_prefix(b"Exif\0\0")
        {
            return Some(exif);
        }
        // The picture itself begins.
        if marker == 0xda {
            return None;
        }
        rest = rest.get(2 + length..)?;
    }
}

fn png_exif(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
        let end = length.checked_add(8)?;
        if rest.get(4..8)? == b"eXIf" {
            return rest.get(8..end);
        }
        // The check sum of the chunk is four bytes.
        rest = rest.get(end.checked_add(4)?..)?;
    }
}

fn webp_exif(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let length = u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?) as usize;
        let end = length.checked_add(8)?;
        if rest.get(..4)? == b"EXIF" {
            let exif = rest.get(8..end)?;
            return Some(exif.strip_prefix(b"Exif\0\0").unwrap_or(exif));
        }
        rest = rest.get(end.checked_add(length % 2)?..)?;
    }
}

/// Whether the first directory of a TIFF points to one of GPS that gives a latitude: cameras without GPS write an empty
/// one.
fn has_place(tiff: &[u8]) -> Option<bool> {
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
