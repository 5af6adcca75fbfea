//! Pictures from a folder of media to a page.

use std::fs;
use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use crate::program::{build, content, files, stderr};

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    // Grey grains, as in a scan: no two lines are alike.
    let grain = |x: u32, y: u32| {
        let mixed = (x.wrapping_mul(0x9e37_79b1) ^ y.wrapping_mul(0x85eb_ca77)).wrapping_mul(0x2c1b_3c6d);
        let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x297a_2d39);
        Rgb([mixed.to_be_bytes()[0]; 3])
    };
    let mut out = Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::from_fn(width, height, grain)).write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A JPEG with Exif that says which camera took it, and that it lies on its side.
fn photo() -> Vec<u8> {
    let plain = picture(64, 32, ImageFormat::Jpeg);
    let mut exif =
        b"Exif\0\0II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x08\0\0\0\x26\0\0\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0".to_vec();
    exif.extend(b"\0\0\0\0KAMERA1\0");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat()
}

/// The golden site with three pictures on its example.
fn site_with_pictures() -> tempfile::TempDir {
    let folder = content();
    let content = folder.path().join("content");
    let facts = "upphov: Provredaktionen.\nlicens: CC0\nalt: En bild\n";
    let pictures = [
        ("plan.png", picture(2400, 240, ImageFormat::Png)),
        ("foto.jpg", photo()),
        ("ruta.webp", picture(20, 10, ImageFormat::WebP)),
    ];
    let mut text = fs::read_to_string(content.join("exempel/torget-i-ale.md")).unwrap();
    for (name, bytes) in pictures {
        fs::write(content.join("media").join(name), bytes).unwrap();
        fs::write(content.join(format!("media/{name}.yaml")), facts).unwrap();
        text.push_str(&format!("\n![En bild](/media/{name})\n"));
    }
    fs::write(content.join("exempel/torget-i-ale.md"), text).unwrap();
    folder
}

#[test]
fn a_picture_has_its_size_a_twin_and_its_credit_on_the_page_and_no_metadata_in_its_file() {
    let folder = site_with_pictures();
    let out = folder.path().join("site");
    let output = build(&folder.path().join("content"), &out, &["--base-url", "https://samverka.example/a/b/"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let page = fs::read_to_string(out.join("exempel/torget-i-ale/index.html")).unwrap();
    let credit = "<figcaption><p class=\"note\">Bild: Provredaktionen. Licens: CC0.</p></figcaption>";
    for part in [
        "<picture><source type=\"image/webp\" srcset=\"/a/b/media/plan.png.webp\"><img src=\"/a/b/media/plan.png\" \
         alt=\"En bild\" width=\"1600\" height=\"160\" loading=\"lazy\"></picture>",
        "<img src=\"/a/b/media/foto.jpg\" alt=\"En bild\" width=\"32\" height=\"64\" loading=\"lazy\">",
        "<img src=\"/a/b/media/ruta.webp\" alt=\"En bild\" width=\"20\" height=\"10\" loading=\"lazy\">",
        "<img src=\"/a/b/media/skiss.svg\" alt=\"En skiss av lokalen\" width=\"10\" height=\"10\">",
        credit,
    ] {
        assert!(
            page.contains(part),
            "{part} in {:?}",
            page.lines().filter(|line| line.contains("<img")).collect::<Vec<_>>()
        );
    }
    assert_eq!(page.matches(credit).count(), 3);
    let photo = fs::read(out.join("media/foto.jpg")).unwrap();
    assert!(!photo.windows(6).any(|part| part == b"KAMERA" || part == b"Exif\0\0"));
    let (png, webp) =
        (fs::read(out.join("media/plan.png")).unwrap(), fs::read(out.join("media/plan.png.webp")).unwrap());
    assert!(webp.len() < png.len());
    assert_eq!(image::load_from_memory(&webp).unwrap().width(), 1600);
}

#[test]
fn pictures_are_the_same_bytes_on_one_thread_and_on_many() {
    let folder = site_with_pictures();
    let content = folder.path().join("content");
    let built = ["1", "4"].map(|threads| {
        let out = folder.path().join(threads);
        let mut command = crate::program::samverka();
        command.env("RAYON_NUM_THREADS", threads).arg("build").arg("--content").arg(&content).arg("--out").arg(&out);
        let output = command.args(["--today", crate::program::TODAY]).output().unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        files(&out)
    });
    assert!(built[0].contains_key("media/plan.png.webp"));
    assert_eq!(built[0], built[1]);
}

/// What a reader could not stop, what fetches and what never ends is refused, and the folder is left as it was.
#[test]
fn pictures_that_move_fetch_or_never_end_are_not_published() {
    let frame = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
    let moving = [b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff", &frame[..], frame, b"\x3b"].concat();
    let drawing = |content: &str| format!("<svg xmlns='http://www.w3.org/2000/svg'>{content}</svg>").into_bytes();
    let fetching = drawing("<style><style></style>@import 'https://ute.example/x.css';</style>");
    let levels = (1..10).map(|i| format!("<g id='a{i}'>{}</g>", format!("<use href='#a{}'/>", i - 1).repeat(10)));
    let endless = drawing(&format!("<g id='a0'/>{}", levels.collect::<String>()));
    for (name, bytes, rule) in [
        ("a.gif", moving, "rorlig-bild"),
        ("a.svg", fetching, "osaker-bild"),
        ("b.svg", endless, "osaker-bild"),
        ("a.png", picture(2, 1700, ImageFormat::Png), "trasig-bild"),
    ] {
        let folder = content();
        let content = folder.path().join("content");
        fs::write(content.join("media").join(name), bytes).unwrap();
        fs::write(content.join(format!("media/{name}.yaml")), "upphov: Prov.\nlicens: CC0\nalt: En bild\n").unwrap();
        let out = folder.path().join("site");
        let output = build(&content, &out, &[]);
        assert!(!output.status.success(), "{name}");
        assert!(stderr(&output).contains(&format!("fel[{rule}]")), "{name}: {}", stderr(&output));
        assert!(!out.exists(), "{name}");
    }
}

#[test]
fn a_heavy_picture_is_published_with_a_warning() {
    let folder = content();
    let content = folder.path().join("content");
    fs::write(content.join("media/a.jpg"), picture(900, 900, ImageFormat::Jpeg)).unwrap();
    fs::write(content.join("media/a.jpg.yaml"), "upphov: Prov.\nlicens: CC0\nalt: En bild\n").unwrap();
    let out = folder.path().join("site");
    let output = build(&content, &out, &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stderr(&output).contains("varning[tung-bild]"), "{}", stderr(&output));
    assert!(fs::metadata(out.join("media/a.jpg")).unwrap().len() > 300_000);
}
