//! PNG, JPEG and WebP: upright, not too wide, and a smaller file where there is one.

use std::io::Cursor;
use std::sync::{Mutex, MutexGuard, PoisonError};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::codecs::webp::WebPEncoder;
use image::imageops::FilterType as Resampling;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits};

use super::{Fault, Format, MAX_BYTES, MAX_WIDTH, Published, Size, metadata, strip};

/// Of a JPEG that has to be encoded again: above it files grow faster than anybody sees.
const JPEG_QUALITY: u8 = 85;

/// What a file says before its pixels are read.
struct Opened<D> {
    decoder: D,
    /// As stored, perhaps lying on its side.
    size: Size,
    orientation: Orientation,
    profile: Option<Vec<u8>>,
}

impl<D> Opened<D> {
    fn upright(&self) -> Size {
        use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
        let Size { width, height } = self.size;
        match self.orientation {
            Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH => Size { width: height, height: width },
            _ => self.size,
        }
    }
}

/// The stripped bytes, so that no decoder unpacks what is left out anyway; which way is up is asked of the whole file.
fn open<'s>(format: Format, whole: &[u8], stripped: &'s [u8]) -> Result<Opened<impl ImageDecoder + 's>, Fault> {
    let format = match format {
        Format::Png => ImageFormat::Png,
        Format::Jpeg => ImageFormat::Jpeg,
        _ => ImageFormat::WebP,
    };
    let mut reader = ImageReader::with_format(Cursor::new(stripped), format);
    let mut limits = Limits::default();
    // The picture itself, and what a decoder needs beside it.
    limits.max_alloc = Some(2 * MAX_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Fault::Broken)?;
    let (width, height) = decoder.dimensions();
    let size = Size { width, height };
    size.check()?;
    if decoder.total_bytes() > MAX_BYTES {
        return Err(Fault::TooDeep(size));
    }
    let orientation = metadata::orientation(whole);
    let profile = decoder.icc_profile().ok().flatten();
    Ok(Opened { decoder, size, orientation, profile })
}

/// Held while a large picture is in memory, so that there is one of them however many threads there are.
fn alone<D: ImageDecoder>(opened: &Opened<D>) -> Option<MutexGuard<'static, ()>> {
    /// From how many bytes on a picture is large: a photo of ten million pixels.
    const LARGE: u64 = 30_000_000;
    static ALONE: Mutex<()> = Mutex::new(());
    (opened.decoder.total_bytes() > LARGE).then(|| ALONE.lock().unwrap_or_else(PoisonError::into_inner))
}

pub(super) fn check(format: Format, bytes: &[u8]) -> Result<(), Fault> {
    let stripped = stripped(format, bytes)?;
    let opened = open(format, bytes, &stripped.bytes)?;
    turnable(&stripped, opened.orientation)?;
    let _alone = alone(&opened);
    DynamicImage::from_decoder(opened.decoder).map(drop).map_err(|_| Fault::Broken)
}

/// A photo as WebP would be encoded again without loss: Chromium does not turn WebP by its Exif, and the encoder has no other
/// way. It would be some fifteen times as large.
fn turnable(stripped: &Stripped, orientation: Orientation) -> Result<(), Fault> {
    let is_turned = orientation != Orientation::NoTransforms;
    if is_turned && stripped.is_lossy_webp { Err(Fault::Turned) } else { Ok(()) }
}

pub(super) fn publish(format: Format, bytes: &[u8]) -> Result<Published, Fault> {
    let stripped = stripped(format, bytes)?;
    let (_alone, upright, orientation, profile, mut picture) = {
        let opened = open(format, bytes, &stripped.bytes)?;
        turnable(&stripped, opened.orientation)?;
        let (alone, upright) = (alone(&opened), opened.upright());
        let Opened { decoder, orientation, profile, .. } = opened;
        (alone, upright, orientation, profile, DynamicImage::from_decoder(decoder).map_err(|_| Fault::Broken)?)
    };
    let is_turned = orientation != Orientation::NoTransforms;
    let is_wide = upright.width > MAX_WIDTH;
    if !is_turned && (!is_wide && format != Format::Png || stripped.is_lossy_webp) {
        // WebP without loss is never smaller than a JPEG's or WebP's own data.
        return Ok(Published { bytes: stripped.bytes.into(), size: upright, webp: None });
    }
    picture.apply_orientation(orientation);
    // A profile for four inks does not fit the three colours that were decoded.
    let profile = profile.filter(|profile| fits(profile, &picture));
    let mut published = stripped.bytes;
    if is_wide {
        let made = narrowed(&picture);
        let encoded = encode(format, &made, profile.as_ref()).ok_or(Fault::Broken)?;
        // Of lines and letters the wide picture is often the smaller file: new colours arise between theirs.
        if is_turned || encoded.len() < published.len() {
            (published, picture) = (encoded, made);
        }
    } else if is_turned {
        published = encode(format, &picture, profile.as_ref()).ok_or(Fault::Broken)?;
    }
    let size = Size { width: picture.width(), height: picture.height() };
    let webp = if format == Format::Png { webp(&picture, profile.as_ref()) } else { None };
    let webp = webp.filter(|webp| webp.len() < published.len());
    Ok(Published { bytes: published.into(), size, webp: webp.map(Into::into) })
}

fn narrowed(picture: &DynamicImage) -> DynamicImage {
    let height = u64::from(picture.height()) * u64::from(MAX_WIDTH) / u64::from(picture.width().max(1));
    let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
    picture.resize_exact(MAX_WIDTH, height, Resampling::Lanczos3)
}

struct Stripped {
    bytes: Vec<u8>,
    is_lossy_webp: bool,
}

fn stripped(format: Format, bytes: &[u8]) -> Result<Stripped, Fault> {
    let stripped = match format {
        Format::Png if strip::is_moving_png(bytes) => return Err(Fault::Moving),
        Format::Png => strip::png(bytes).map(|bytes| Stripped { bytes, is_lossy_webp: false }),
        Format::Jpeg => strip::jpeg(bytes).map(|bytes| Stripped { bytes, is_lossy_webp: false }),
        _ => match strip::webp(bytes) {
            Some(webp) if webp.is_moving => return Err(Fault::Moving),
            webp => webp.map(|webp| Stripped { bytes: webp.bytes, is_lossy_webp: webp.is_lossy }),
        },
    };
    stripped.ok_or(Fault::Broken)
}

/// Whether a colour profile is for the colours of a picture.
fn fits(profile: &[u8], picture: &DynamicImage) -> bool {
    let wanted: &[u8] = if picture.color().has_color() { b"RGB " } else { b"GRAY" };
    profile.get(16..20) == Some(wanted)
}

fn encode(format: Format, picture: &DynamicImage, profile: Option<&Vec<u8>>) -> Option<Vec<u8>> {
    match format {
        Format::Jpeg => {
            let mut out = Vec::new();
            let mut encoder = JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY);
            set_profile(&mut encoder, profile);
            let is_gray = !picture.color().has_color();
            let picture =
                if is_gray { DynamicImage::from(picture.to_luma8()) } else { DynamicImage::from(picture.to_rgb8()) };
            picture.write_with_encoder(encoder).ok()?;
            Some(out)
        }
        Format::Png => {
            let mut out = Vec::new();
            let mut encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Best, FilterType::Adaptive);
            set_profile(&mut encoder, profile);
            picture.write_with_encoder(encoder).ok()?;
            Some(out)
        }
        _ => webp(picture, profile),
    }
}

/// Without loss: the only WebP that the encoder writes.
fn webp(picture: &DynamicImage, profile: Option<&Vec<u8>>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = WebPEncoder::new_lossless(&mut out);
    set_profile(&mut encoder, profile);
    let color = picture.color();
    let picture = match (color.has_color(), color.has_alpha()) {
        (true, true) => DynamicImage::from(picture.to_rgba8()),
        (true, false) => DynamicImage::from(picture.to_rgb8()),
        (false, true) => DynamicImage::from(picture.to_luma_alpha8()),
        (false, false) => DynamicImage::from(picture.to_luma8()),
    };
    picture.write_with_encoder(encoder).ok()?;
    Some(out)
}

fn set_profile(encoder: &mut impl ImageEncoder, profile: Option<&Vec<u8>>) {
    if let Some(profile) = profile {
        // All three encoders take one.
        let _supported = encoder.set_icc_profile(profile.clone());
    }
}
