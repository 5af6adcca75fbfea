//! Pictures: what they are, how large they are shown, and what of them is published. Functions over bytes.
//!
//! ```text
//! metadata Exif and XMP in a container: which way is up, and where it was taken
//! strip    the container taken apart: place, time, camera, editor and text stay behind, colours do not change
//! raster   decoding; upright, at most MAX_WIDTH wide, and once more as WebP where that is smaller
//! svg      a drawing put together again of allowed elements and attributes
//! embedded a picture within a drawing
//! cache    what was made of a picture, kept for the next preview
//! ```
//!
//! A picture that needs nothing is not encoded again: its compressed data is published bit for bit, and only the
//! metadata around it is gone.

mod cache;
mod embedded;
mod metadata;
mod raster;
mod strip;
mod svg;
#[cfg(test)]
mod tests;

pub use cache::{checked, published, published_all};
pub use metadata::has_place;
pub use svg::MAX_SHOWN;

use std::collections::BTreeSet;
use std::sync::Arc;

/// Widest picture that is published, in pixels: twice the width of the text column, for sharp screens. A wider one stays as it
/// is when making it narrower would make the file larger.
pub const MAX_WIDTH: u32 = 1600;

/// Most pixels that are decoded: an image of a few kilobytes can claim to be as large as a house.
pub const MAX_PIXELS: u64 = 50_000_000;

/// Most bytes that a picture takes in memory: a photo of [`MAX_PIXELS`] in three colours of eight bits.
pub const MAX_BYTES: u64 = 3 * MAX_PIXELS;

/// How many times its shorter side a picture's longer one may be, when it is longer than [`MAX_WIDTH`]: one pixel wide and
/// sixty thousand high it would be a page of its own.
pub const MAX_RATIO: u32 = 10;

/// From how many bytes on a published picture is heavy: many times everything else on a page, and a second and a half at
/// the 1.6 Mbit/s that Lighthouse takes for a slow telephone.
pub const HEAVY: usize = 300_000;

/// The kinds of pictures that are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Png,
    Jpeg,
    Gif,
    Webp,
    Svg,
}

impl Format {
    /// By the file's ending. Nothing for files that are no pictures.
    pub fn of_path(path: &str) -> Option<Format> {
        match path.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "png" => Some(Format::Png),
            "jpg" | "jpeg" => Some(Format::Jpeg),
            "gif" => Some(Format::Gif),
            "webp" => Some(Format::Webp),
            "svg" => Some(Format::Svg),
            _ => None,
        }
    }

    /// By the first bytes.
    pub fn of_bytes(bytes: &[u8]) -> Option<Format> {
        match bytes {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Format::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Format::Jpeg),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Format::Gif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Format::Webp),
            _ => None,
        }
    }

    /// As people call it.
    pub fn name(self) -> &'static str {
        match self {
            Format::Png => "PNG",
            Format::Jpeg => "JPEG",
            Format::Gif => "GIF",
            Format::Webp => "WebP",
            Format::Svg => "SVG",
        }
    }
}

/// In pixels, upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

impl Size {
    fn pixels(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }

    fn check(self) -> Result<(), Fault> {
        if self.pixels() > MAX_PIXELS { Err(Fault::TooLarge(self)) } else { self.check_shape() }
    }

    fn check_shape(self) -> Result<(), Fault> {
        let (short, long) = (self.width.min(self.height), self.width.max(self.height));
        let is_long = long > MAX_WIDTH && long > short.saturating_mul(MAX_RATIO);
        if is_long { Err(Fault::TooLong(self)) } else { Ok(()) }
    }
}

/// What is published of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub bytes: Arc<[u8]>,
    pub size: Size,
    /// The same picture as WebP, when that is smaller.
    pub webp: Option<Arc<[u8]>>,
}

impl Published {
    /// How many bytes a browser fetches.
    pub fn weight(&self) -> usize {
        self.webp.as_ref().map_or(self.bytes.len(), |webp| webp.len())
    }
}

/// Why a picture is not published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It cannot be read to its end.
    Broken,
    /// Its bytes are another format than its name says.
    Other(Format),
    /// More than [`MAX_PIXELS`].
    TooLarge(Size),
    /// More than [`MAX_BYTES`], because of finer or more colours than screens show.
    TooDeep(Size),
    /// Longer than [`MAX_RATIO`] allows.
    TooLong(Size),
    /// It lies on its side, and turning it would make it many times as large.
    Turned,
    /// It has several frames. A reader has no way of stopping it (WCAG 2.2.2).
    Moving,
    /// A drawing with more than [`MAX_SHOWN`] elements, each counted as often as it is shown.
    TooMuch,
    /// A drawing with a part that shows itself.
    Circle,
}

/// Whether a picture can be published, without making what is.
///
/// # Errors
/// The [`Fault`] that the editor is told of.
pub fn check(format: Format, bytes: &[u8]) -> Result<(), Fault> {
    is_what_it_says(format, bytes)?;
    match format {
        Format::Svg => svg::clean(bytes).map(drop),
        Format::Gif => gif(bytes).map(drop),
        _ => raster::check(format, bytes),
    }
}

/// What is published of a picture.
///
/// # Errors
/// As [`check`].
pub fn publish(format: Format, bytes: &[u8]) -> Result<Published, Fault> {
    is_what_it_says(format, bytes)?;
    match format {
        Format::Svg => {
            let clean = svg::clean(bytes)?;
            Ok(Published { bytes: clean.text.into_bytes().into(), size: clean.size, webp: None })
        }
        Format::Gif => {
            let (bytes, size) = gif(bytes)?;
            Ok(Published { bytes: bytes.into(), size, webp: None })
        }
        _ => raster::publish(format, bytes),
    }
}

/// The elements and attributes of a drawing that would be left out although they are seen or do something.
pub fn removed_from_drawing(bytes: &[u8]) -> BTreeSet<String> {
    svg::clean(bytes).map(|clean| clean.removed).unwrap_or_default()
}

/// What moves a drawing: elements (`<animate>`) and what stands in its styles (`@keyframes`).
pub fn motion_of_drawing(bytes: &[u8]) -> BTreeSet<String> {
    svg::clean(bytes).map(|clean| clean.moving).unwrap_or_default()
}

fn gif(bytes: &[u8]) -> Result<(Vec<u8>, Size), Fault> {
    let gif = strip::gif(bytes).ok_or(Fault::Broken)?;
    gif.size.check()?;
    if gif.frames > 1 { Err(Fault::Moving) } else { Ok((gif.bytes, gif.size)) }
}

fn is_what_it_says(format: Format, bytes: &[u8]) -> Result<(), Fault> {
    match Format::of_bytes(bytes) {
        Some(other) if other != format => Err(Fault::Other(other)),
        None if format != Format::Svg => Err(Fault::Broken),
        _ => Ok(()),
    }
}
