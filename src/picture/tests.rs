use std::io::Cursor;

use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage};
use proptest::prelude::*;

use super::*;

/// Left half red, right half blue: which way is up can be seen.
fn drawn(width: u32, height: u32) -> DynamicImage {
    let half = |x: u32, _| if x < width / 2 { Rgb([200, 10, 10]) } else { Rgb([10, 10, 200]) };
    RgbImage::from_fn(width, height, half).into()
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, format).unwrap();
    out.into_inner()
}

fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).unwrap()
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Exif with an orientation, a camera and a place: 57° 42' north.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend([3, 0]);
    // Camera: eight letters at 100. Orientation: one short. The directory of GPS: at 50.
    tiff.extend(b"\x0f\x01\x02\0\x08\0\0\0\x64\0\0\0");
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    tiff.extend(b"\x25\x88\x04\0\x01\0\0\0\x32\0\0\0\0\0\0\0");
    tiff.resize(50, 0);
    tiff.extend(b"\x01\0\x02\0\x05\0\x03\0\0\0\x70\0\0\0\0\0\0\0");
    tiff.resize(100, 0);
    tiff.extend(b"KAMERA1\0");
    tiff.resize(112, 0);
    for (over, under) in [(57_u32, 1_u32), (42, 1), (0, 1)] {
        tiff.extend(over.to_le_bytes());
        tiff.extend(under.to_le_bytes());
    }
    tiff
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], content].concat()
}

/// A colour profile as far as its head: 128 bytes, for RGB.
fn profile() -> Vec<u8> {
    let mut profile = vec![0; 128];
    profile[16..20].copy_from_slice(b"RGB ");
    profile[36..40].copy_from_slice(b"acsp");
    profile
}

/// A photo as a telephone saves it.
fn photo(orientation: u8) -> Vec<u8> {
    let plain = encoded(&drawn(40, 20), ImageFormat::Jpeg);
    let exif = [b"Exif\0\0".to_vec(), exif(orientation)].concat();
    let icc = [b"ICC_PROFILE\0\x01\x01".to_vec(), profile()].concat();
    let segments = [
        segment(0xe1, &exif),
        segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>HEMLIGT</x:xmpmeta>"),
        segment(0xe2, &icc),
        segment(0xe2, b"MPF\0HEMLIGT"),
        segment(0xed, b"Photoshop 3.0\08BIM\x04\x04HEMLIGT"),
        segment(0xfe, b"HEMLIGT"),
    ];
    [&plain[..2], &segments.concat(), &plain[2..], b"ftypHEMLIGT film"].concat()
}

fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    // A decoder passes over the check sum of what it does not use.
    [&length[..], name, content, &[0; 4]].concat()
}

#[test]
fn the_place_of_a_photo_is_not_published_and_its_data_is_untouched() {
    let photo = photo(1);
    assert!(has(&photo, b"KAMERA1") && has(&photo, b"HEMLIGT"));
    let published = publish(Format::Jpeg, &photo).unwrap();
    for part in [&b"Exif"[..], b"KAMERA1", b"HEMLIGT", b"xmpmeta", b"8BIM", b"MPF", &57_u32.to_le_bytes()] {
        assert!(!has(&published.bytes, part), "{:?}", String::from_utf8_lossy(part));
    }
    assert!(has(&published.bytes, &profile()), "the colours stay right");
    assert_eq!(published.size, Size { width: 40, height: 20 });
    assert_eq!(decoded(&published.bytes), decoded(&photo), "nothing was encoded again");
    assert_eq!(published.webp, None);
}

#[test]
fn a_photo_on_its_side_is_turned_before_that_is_forgotten() {
    // 6: the stored picture's left side is up when it is shown.
    let published = publish(Format::Jpeg, &photo(6)).unwrap();
    assert_eq!(published.size, Size { width: 20, height: 40 });
    let picture = decoded(&published.bytes);
    assert_eq!(picture.dimensions(), (20, 40));
    let (above, below) = (picture.get_pixel(10, 5), picture.get_pixel(10, 35));
    assert!(above.0[0] > 150 && above.0[2] < 80, "red above: {above:?}");
    assert!(below.0[2] > 150 && below.0[0] < 80, "blue below: {below:?}");
    assert!(!has(&published.bytes, b"Exif") && has(&published.bytes, b"ICC_PROFILE"));
}

#[test]
fn a_png_loses_its_texts_and_gets_a_smaller_twin() {
    let plain = encoded(&drawn(300, 200), ImageFormat::Png);
    let extra = [
        chunk(b"tEXt", b"Author\0HEMLIGT"),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0HEMLIGT"),
        chunk(b"tIME", b"\x07\xea\x0b\x16\0\0\0"),
    ];
    // After the signature and the header.
    let png = [&plain[..33], &extra.concat(), &plain[33..], b"HEMLIGT"].concat();
    let published = publish(Format::Png, &png).unwrap();
    assert!(!has(&published.bytes, b"HEMLIGT") && !has(&published.bytes, b"tIME"));
    assert_eq!(&*published.bytes, plain);
    let webp = published.webp.unwrap();
    assert!(webp.len() < plain.len());
    assert_eq!(decoded(&webp).to_rgb8(), decoded(&plain).to_rgb8(), "without loss");
}

#[test]
fn a_twin_that_is_not_smaller_is_not_made() {
    let png = encoded(&drawn(2, 1), ImageFormat::Png);
    let published = publish(Format::Png, &png).unwrap();
    assert!(published.webp.is_none_or(|webp| webp.len() < png.len()));
}

#[test]
fn a_wide_picture_is_made_narrower() {
    for (format, encoder) in [(Format::Png, ImageFormat::Png), (Format::Jpeg, ImageFormat::Jpeg)] {
        let wide = encoded(&drawn(3200, 320), encoder);
        let published = publish(format, &wide).unwrap();
        assert_eq!(published.size, Size { width: MAX_WIDTH, height: 160 });
        assert_eq!(decoded(&published.bytes).dimensions(), (MAX_WIDTH, 160));
        assert!(published.bytes.len() < wide.len());
    }
}

/// Squares in black and white are a small file, that becomes larger with the greys between.
#[test]
fn a_wide_picture_that_would_become_a_larger_file_stays_wide() {
    let is_black =
        |x: u32, y: u32| (x.wrapping_mul(0x9e37_79b1) ^ y.wrapping_mul(0x85eb_ca77)).count_ones().is_multiple_of(2);
    let square = |x: u32, y: u32| if is_black(x / 3, y / 3) { Rgb([0; 3]) } else { Rgb([255; 3]) };
    let board = RgbImage::from_fn(2000, 200, square);
    let board = encoded(&board.into(), ImageFormat::Png);
    let published = publish(Format::Png, &board).unwrap();
    assert_eq!(published.size, Size { width: 2000, height: 200 });
    assert_eq!(&*published.bytes, board);
    assert_eq!(decoded(&published.webp.unwrap()).dimensions(), (2000, 200));
}

#[test]
fn a_webp_loses_its_exif() {
    let plain = encoded(&drawn(30, 20), ImageFormat::WebP);
    let body = &plain[12..];
    let mut header = b"VP8X\x0a\0\0\0\x08\0\0\0".to_vec();
    header.extend([29, 0, 0, 19, 0, 0]);
    let exif = exif(1);
    let exif = [b"EXIF", &u32::try_from(exif.len()).unwrap().to_le_bytes()[..], &exif].concat();
    let content = [&b"WEBP"[..], &header, body, &exif].concat();
    let webp = [b"RIFF", &u32::try_from(content.len()).unwrap().to_le_bytes()[..], &content].concat();
    assert!(has(&webp, b"KAMERA1"));
    let published = publish(Format::Webp, &webp).unwrap();
    assert!(!has(&published.bytes, b"KAMERA1") && !has(&published.bytes, b"EXIF"));
    assert_eq!(published.size, Size { width: 30, height: 20 });
    assert_eq!(decoded(&published.bytes), decoded(&plain));
}

/// A WebP with a head that announces Exif with an orientation, around other chunks.
fn turned_webp(chunks: &[u8]) -> Vec<u8> {
    let exif = exif(6);
    let exif = [b"EXIF", &u32::try_from(exif.len()).unwrap().to_le_bytes()[..], &exif].concat();
    let content = [b"WEBPVP8X\x0a\0\0\0\x08\0\0\0\x01\0\0\0\0\0", chunks, &exif].concat();
    [b"RIFF", &u32::try_from(content.len()).unwrap().to_le_bytes()[..], &content].concat()
}

/// Two pixels packed with loss, as cwebp writes them.
const LOSSY: &[u8] = b"VP8 \x2c\x00\x00\x00\x90\x01\x00\x9d\x01\x2a\x02\x00\x01\x00\x02\xc0L\x25\xa0\x02t\xba\x00\x03\x98\x00\xfe\xef\x9a\xc7\xd0\xa3e\x12\xa9\x7f\xf4\x9b\x3f\xe2l\xff\x89\xb3\xe3\x98\x00\x00";

#[test]
fn a_drawn_webp_is_turned_and_a_photo_in_webp_is_not() {
    let drawn = encoded(&drawn(2, 1), ImageFormat::WebP);
    let published = publish(Format::Webp, &turned_webp(&drawn[12..])).unwrap();
    assert_eq!(published.size, Size { width: 1, height: 2 });
    assert_eq!(decoded(&published.bytes).dimensions(), (1, 2));
    assert_eq!(publish(Format::Webp, &turned_webp(LOSSY)), Err(Fault::Turned));
    assert_eq!(check(Format::Webp, &turned_webp(LOSSY)), Err(Fault::Turned));
    let plain = [b"RIFF", &u32::try_from(4 + LOSSY.len()).unwrap().to_le_bytes()[..], b"WEBP", LOSSY].concat();
    assert_eq!(&*publish(Format::Webp, &plain).unwrap().bytes, plain);
}

#[test]
fn a_picture_of_several_frames_is_not_published() {
    let png = encoded(&drawn(3, 2), ImageFormat::Png);
    let announced = |frames: u8| chunk(b"acTL", &[0, 0, 0, frames, 0, 0, 0, 0]);
    let animated = |frames| [&png[..33], &announced(frames), &chunk(b"fcTL", &[0; 26]), &png[33..]].concat();
    assert_eq!(publish(Format::Png, &animated(2)), Err(Fault::Moving));
    assert_eq!(check(Format::Png, &animated(2)), Err(Fault::Moving));
    assert_eq!(&*publish(Format::Png, &animated(1)).unwrap().bytes, png, "one frame is a picture");
    let twice = [&gif()[..], b""].concat();
    let begin = twice.iter().position(|byte| *byte == 0x2c).unwrap();
    let end = twice.iter().position(|byte| *byte == 0x3b).unwrap();
    let twice = [&twice[..end], &twice[begin..end], b"\x3b"].concat();
    assert_eq!(publish(Format::Gif, &twice), Err(Fault::Moving));
    let frame = [b"ANMF".as_slice(), &24_u32.to_le_bytes(), &[0; 16], b"EXIF\0\0\0\0"].concat();
    assert_eq!(publish(Format::Webp, &turned_webp(&frame)), Err(Fault::Moving));
}

/// A picture whose head says that it is larger than it is.
fn announced(width: u32, height: u32, depth: u8, colors: u8) -> Vec<u8> {
    let mut png = encoded(&drawn(30, 20), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    (png[24], png[25]) = (depth, colors);
    let sum = crc32(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    png
}

#[test]
fn a_picture_that_takes_too_much_memory_or_is_too_long_is_not_decoded() {
    let size = |width, height| Size { width, height };
    assert_eq!(check(Format::Png, &announced(5000, 5000, 16, 6)), Err(Fault::TooDeep(size(5000, 5000))));
    assert_eq!(check(Format::Png, &announced(7100, 7100, 8, 2)), Err(Fault::TooLarge(size(7100, 7100))));
    assert_eq!(check(Format::Png, &announced(1, 60_000, 8, 2)), Err(Fault::TooLong(size(1, 60_000))));
    assert_eq!(check(Format::Png, &announced(16_010, 1600, 8, 2)), Err(Fault::TooLong(size(16_010, 1600))));
    assert_eq!(check(Format::Png, &encoded(&drawn(1600, 1), ImageFormat::Png)), Ok(()));
    assert_eq!(check(Format::Png, &encoded(&drawn(170, 1700), ImageFormat::Png)), Ok(()));
    assert_eq!(check(Format::Svg, b"<svg viewBox='0 0 1 90000'/>"), Err(Fault::TooLong(size(1, 90_000))));
    let wide = [b"GIF89a\xff\xff\x01\0\0\0\0", &gif()[gif().iter().position(|byte| *byte == 0x2c).unwrap()..]].concat();
    assert_eq!(check(Format::Gif, &wide), Err(Fault::TooLong(size(65_535, 1))));
}

/// A profile of a few kilobytes that unpacks to sixty-four million bytes is neither read nor published.
#[test]
fn a_bomb_for_a_profile_is_defused() {
    use std::io::Write;
    let mut packed = flate2::write::ZlibEncoder::new(b"ICC\0\0".to_vec(), flate2::Compression::best());
    packed.write_all(&vec![0; 64 << 20]).unwrap();
    let plain = encoded(&drawn(3, 2), ImageFormat::Png);
    let bomb = [&plain[..33], &chunk(b"iCCP", &packed.finish().unwrap()), &plain[33..]].concat();
    assert_eq!(&*publish(Format::Png, &bomb).unwrap().bytes, plain);
}

#[test]
fn what_is_heavy_is_what_is_fetched() {
    let png = encoded(&drawn(300, 200), ImageFormat::Png);
    let made = published(Format::Png, &png).unwrap();
    assert_eq!(made.weight(), made.webp.as_ref().unwrap().len());
    assert_eq!(published(Format::Png, &png), Some(made), "from memory");
    assert_eq!(published(Format::Png, b"x"), None);
}

/// One pixel, with a palette of two colours.
fn gif() -> Vec<u8> {
    let header = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff";
    let comment = b"\x21\xfe\x07HEMLIGT\0";
    let xmp = b"\x21\xff\x0bXMP DataXMP\x07HEMLIGT\0";
    let again = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
    let picture = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b";
    [&header[..], comment, xmp, again, picture, b"HEMLIGT"].concat()
}

#[test]
fn a_gif_loses_its_comments() {
    let published = publish(Format::Gif, &gif()).unwrap();
    assert!(!has(&published.bytes, b"HEMLIGT") && !has(&published.bytes, b"NETSCAPE2.0"));
    assert_eq!(published.size, Size { width: 1, height: 1 });
    assert_eq!(published.bytes.last(), Some(&0x3b));
}

#[test]
fn what_cannot_be_published_is_told() {
    let png = encoded(&drawn(30, 20), ImageFormat::Png);
    assert_eq!(check(Format::Jpeg, &png), Err(Fault::Other(Format::Png)));
    assert_eq!(check(Format::Png, &png[..png.len() - 20]), Err(Fault::Broken));
    assert_eq!(check(Format::Png, b""), Err(Fault::Broken));
    assert_eq!(check(Format::Svg, &png), Err(Fault::Other(Format::Png)));
    assert_eq!(check(Format::Gif, &gif()[..30]), Err(Fault::Broken));
    assert_eq!(check(Format::Png, &png), Ok(()));
    // Forty bytes that say that they are ten thousand million pixels.
    let mut bomb = png.clone();
    bomb[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
    let sum = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&sum.to_be_bytes());
    assert_eq!(check(Format::Png, &bomb), Err(Fault::TooLarge(Size { width: 100_000, height: 100_000 })));
}

/// The check sum of PNG (W3C, annex D).
fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 })
    };
    !bytes.iter().fold(!0, step)
}

fn svg(text: &str) -> (String, Size) {
    let published = publish(Format::Svg, text.as_bytes()).unwrap();
    (String::from_utf8(published.bytes.to_vec()).unwrap(), published.size)
}

#[test]
fn a_drawing_keeps_what_is_seen_and_loses_what_its_program_added() {
    let (text, size) = svg(r##"<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Sparad av Anna -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:s="http://sodipodi.example/"
  xmlns:v="http://www.w3.org/2000/svg" width="40mm" viewBox="0 0 100 50" s:docname="C:\Users\anna\karta.svg" data-x="1">
<metadata><rdf xmlns="http://rdf.example/">Anna</rdf></metadata><s:namedview>Anna</s:namedview>
<style>a &gt; b { fill: url(#g) }</style><title>Å &amp; &#196;</title>
<v:rect width="10" fill="url('#g')" xlink:href="#g"/><a href="/x"><text x="1">Text</text></a></svg>"##);
    assert_eq!(size, Size { width: 151, height: 76 });
    for part in ["Anna", "anna", "DOCTYPE", "<!--", "metadata", "data-x", "sodipodi", "/x"] {
        assert!(!text.contains(part), "{part}: {text}");
    }
    for part in [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40mm\" viewBox=\"0 0 100 50\">",
        "<style>a &gt; b { fill: url(#g) }</style>",
        "<title>Å &amp; Ä</title>",
        "<rect width=\"10\" fill=\"url(&apos;#g&apos;)\" href=\"#g\"/>",
        "<a><text x=\"1\">Text</text></a></svg>",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn a_drawing_runs_nothing_and_asks_nobody() {
    let drawing = r##"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="x()">
<script>x()</script><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Hej</p></foreignObject>
<animate attributeName="href" to="javascript:x()"/><use href="https://ute.example/a.svg#b"/>
<image xlink:href="data:image/svg+xml,x"/><rect fill="url(//ute.example/x)" style="fill:\75rl(https://ute.example)"/>
<style>@import "https://ute.example/x.css";</style><h:script xmlns:h="http://www.w3.org/1999/xhtml">x()</h:script>
<image href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="/></svg>"##;
    let (text, _) = svg(drawing);
    for part in ["x()", "ute.example", "javascript", "script", "Hej", "foreign", "animate", "onload", "svg+xml"] {
        assert!(!text.contains(part), "{part}: {text}");
    }
    assert!(text.contains("href=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==\""));
    let removed: Vec<String> = removed_from_drawing(drawing.as_bytes()).into_iter().collect();
    assert_eq!(removed, ["<foreignObject>", "<script>", "<style>", "fill", "href", "onload", "style"]);
    assert_eq!(motion_of_drawing(drawing.as_bytes()).into_iter().collect::<Vec<_>>(), ["<animate>"]);
}

/// A photo pasted into a drawing tells as much as one beside it.
#[test]
fn a_photo_within_a_drawing_loses_its_place_too() {
    let jpeg = publish(Format::Jpeg, &photo(1)).unwrap().bytes;
    let drawing = |bytes: &[u8]| format!("<svg><image href=\"data:image/jpeg;base64,{}\"/></svg>", base64(bytes));
    let (text, _) = svg(&drawing(&photo(1)));
    assert!(text.contains(&base64(&jpeg)), "{text}");
    // What is named a picture and is none.
    assert!(!svg(&drawing(b"<svg onload='x()'/>")).0.contains("base64"));
}

/// As a drawing program writes it, three bytes at a time.
fn base64(bytes: &[u8]) -> String {
    let letter = |value: u32| {
        char::from_u32(match value {
            0..26 => value + 65,
            26..52 => value + 71,
            52..62 => value - 4,
            62 => 43,
            _ => 47,
        })
    };
    let part = |part: &[u8]| {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | u32::from(part.get(at).copied().unwrap_or(0)));
        let letters = [18, 12, 6, 0].map(|shift| letter(bits >> shift & 63).unwrap());
        letters.iter().take(part.len() + 1).collect::<String>() + &"=".repeat(3 - part.len())
    };
    bytes.chunks(3).map(part).collect()
}

#[test]
fn what_is_no_drawing_is_broken() {
    let deep = format!("<svg>{}", "<g>".repeat(10_000));
    for text in ["", "<svg>", "<p/>", "<svg/><svg/>", "<svg><g></svg>", "text", "<svg a=1/>", "<svg/><p/>", &deep] {
        assert_eq!(check(Format::Svg, text.as_bytes()), Err(Fault::Broken), "{text:.40}");
    }
    assert_eq!(check(Format::Svg, b"\xff\xfe<\0s\0"), Err(Fault::Broken));
}

#[test]
fn the_size_of_a_drawing_is_what_browsers_take() {
    let size = |attributes: &str| {
        let (_, size) = svg(&format!("<svg {attributes}/>"));
        (size.width, size.height)
    };
    assert_eq!(size(""), (300, 150));
    assert_eq!(size("width='20' height='10px'"), (20, 10));
    assert_eq!(size("width='100%' height='100%' viewBox='0,0,40,30'"), (40, 30));
    assert_eq!(size("height='60' viewBox='0 0 40 30'"), (80, 60));
    assert_eq!(size("width='1in'  height='72pt'"), (96, 96));
    assert_eq!(size("width='nan' height='inf' viewBox='0 0 0 0'"), (300, 150));
}

/// What is published of a picture is itself publishable, and nothing more is left to take away.
#[test]
fn publishing_twice_changes_nothing() {
    let pictures = [
        (Format::Jpeg, photo(1)),
        (Format::Png, encoded(&drawn(30, 20), ImageFormat::Png)),
        (Format::Webp, encoded(&drawn(30, 20), ImageFormat::WebP)),
        (Format::Gif, gif()),
        (Format::Svg, b"<svg width='3'><style>a{}</style>x &lt; \x01 y</svg>".to_vec()),
    ];
    for (format, bytes) in pictures {
        let once = publish(format, &bytes).unwrap();
        assert_eq!(publish(format, &once.bytes).unwrap(), once, "{}", format.name());
    }
}

#[test]
fn a_site_has_its_pictures_in_order_and_faulty_ones_are_left_out() {
    let png = encoded(&drawn(30, 20), ImageFormat::Png);
    let files: [(&str, &[u8]); 4] =
        [("/media/a.txt", b"x"), ("/media/b.png", &png), ("/media/c.png", b"x"), ("/media/d.gif", &gif())];
    for _ in 0..2 {
        let made = published_all(&files);
        assert_eq!(made.iter().map(Option::is_some).collect::<Vec<_>>(), [false, true, false, true]);
        assert_eq!(made[1].as_ref().unwrap().size, Size { width: 30, height: 20 });
    }
}

const FORMATS: [Format; 5] = [Format::Png, Format::Jpeg, Format::Gif, Format::Webp, Format::Svg];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        for format in FORMATS {
            let _ = publish(format, &bytes);
            let _ = check(format, &bytes);
        }
        let starts: [&[u8]; 4] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF\xff\0\0\0WEBPVP8X"];
        for (start, format) in starts.iter().zip(FORMATS) {
            let _ = publish(format, &[start, &bytes[..]].concat());
        }
    }

    #[test]
    fn a_spoiled_picture_does_not_panic(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let picture = drawn(9, 7);
        let pictures = [
            encoded(&picture, ImageFormat::Png),
            photo(6),
            gif(),
            encoded(&picture, ImageFormat::WebP),
            b"<svg viewBox='0 0 1 1'><style>a{b:url(#c)}</style><g fill='#fff' xlink:href='#a'>&amp;</g></svg>".to_vec(),
        ];
        for (format, mut bytes) in FORMATS.into_iter().zip(pictures) {
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let verdict = check(format, &bytes);
            prop_assert_eq!(verdict.is_ok(), publish(format, &bytes).is_ok());
            bytes.truncate(cut.index(bytes.len()));
            let _ = publish(format, &bytes);
        }
    }

    #[test]
    fn no_drawing_gets_through_with_a_program(text in "[<>/ sconclipthrefgjav:=\"'#&;a-z!\\[\\]-]{0,120}") {
        let drawing = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{text}</svg>");
        if let Ok(published) = publish(Format::Svg, drawing.as_bytes()) {
            let text = String::from_utf8(published.bytes.to_vec()).unwrap();
            prop_assert!(!text.contains("<script") && !text.contains("<!") && !text.contains("<?"));
            prop_assert!(removed_from_drawing(text.as_bytes()).is_empty());
            prop_assert!(motion_of_drawing(text.as_bytes()).is_empty());
        }
    }
}
