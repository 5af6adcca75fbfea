//! PNG, JPEG and WebP: upright, not too wide, and a smaller file where there is one.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::codecs::webp::WebPEncoder;
use image::imageops::FilterType as Resampling;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader};

use super::{Fault, Format, MAX_PIXELS, MAX_WIDTH, Published, Size, strip};

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

fn open(format: Format, bytes: &[u8]) -> Result<Opened<impl ImageDecoder + '_>, Fault> {
    let format = match format {
        Format::Png => ImageFormat::Png,
        Format::Jpeg => ImageFormat::Jpeg,
        _ => ImageFormat::WebP,
    };
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(|_| Fault::Broken)?;
    let (width, height) = decoder.dimensions();
    let size = Size { width, height };
    if size.pixels() > MAX_PIXELS {
        return Err(Fault::TooLarge(size));
    }
    // Metadata that cannot be read is left out all the same: the picture is shown as it lies.
    let exif = decoder.exif_metadata().ok().flatten();
    let orientation = exif.and_then(|exif| Orientation::from_exif_chunk(&exif)).unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    Ok(Opened { decoder, size, orientation, profile })
}

pub(super) fn check(format: Format, bytes: &[u8]) -> Result<(), Fault> {
    stripped(format, bytes)?;
    let opened = open(format, bytes)?;
    DynamicImage::from_decoder(opened.decoder).map(drop).map_err(|_| Fault::Broken)
}

pub(super) fn publish(format: Format, bytes: &[u8]) -> Result<Published, Fault> {
    let stripped = stripped(format, bytes)?;
    let opened = open(format, bytes)?;
    let upright = opened.upright();
    if is_animated(format, &stripped) {
        return Ok(Published { bytes: stripped.into(), size: opened.size, webp: None });
    }
    let is_turned = opened.orientation != Orientation::NoTransforms;
    let is_wide = upright.width > MAX_WIDTH;
    if !is_turned && !is_wide && format != Format::Png {
        // WebP without loss is never smaller than a JPEG's or WebP's own data.
        check(format, bytes)?;
        return Ok(Published { bytes: stripped.into(), size: upright, webp: None });
    }
    let Opened { decoder, orientation, profile, .. } = opened;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Fault::Broken)?;
    picture.apply_orientation(orientation);
    // A profile for four inks does not fit the three colours that were decoded.
    let profile = profile.filter(|profile| fits(profile, &picture));
    let mut published = stripped;
    if is_turned || is_wide {
        let made = if is_wide { narrowed(&picture) } else { picture.clone() };
        let encoded = encode(format, &made, profile.as_ref()).ok_or(Fault::Broken)?;
        // Of lines and letters the wide picture is often the smaller file: new colours arise between theirs.
        if is_turned || encoded.len() < published.len() {
            (published, picture) = (encoded, made);
        }
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

fn stripped(format: Format, bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let stripped = match format {
        Format::Png => strip::png(bytes),
        Format::Jpeg => strip::jpeg(bytes),
        _ => strip::webp(bytes),
    };
    stripped.ok_or(Fault::Broken)
}

/// Whether there is more than one frame: encoding it again would leave the first.
fn is_animated(format: Format, stripped: &[u8]) -> bool {
    let has = |name: &[u8]| stripped.windows(name.len()).any(|window| window == name);
    match format {
        Format::Png => has(b"acTL"),
        Format::Webp => has(b"ANIM"),
        _ => false,
    }
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
