//! The standard theme, and themes of one's own.

use super::*;

#[test]
fn templates_mark_nothing_safe_and_hold_no_swedish() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/standard/templates");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(path.extension().is_some_and(|e| e == "html"), "{path:?} would not be escaped");
        assert!(!text.replace(' ', "").contains("|safe"), "{path:?}");
        assert!(!text.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']), "{path:?}");
    }
}

#[test]
fn every_template_of_a_page_is_asked_of_a_theme() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/standard/templates");
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let is_page = std::fs::read_to_string(entry.path()).unwrap().starts_with("{% extends");
        let name = entry.file_name().into_string().unwrap();
        assert!(!is_page || TEMPLATES.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn the_style_sheet_is_small_and_asks_nobody_else() {
    let theme = Theme::embedded().unwrap();
    let style = theme.assets.iter().find(|asset| asset.name == STYLE).unwrap();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut packed, &style.bytes).unwrap();
    assert!(packed.finish().unwrap().len() < 14 * 1024, "it must be under 14 kB once it is compressed");
    let text = String::from_utf8(style.bytes.clone()).unwrap();
    assert!(!text.contains("url(") && !text.contains("@import"));
}

#[test]
fn a_theme_that_lacks_something_says_what() {
    let folder = tempfile::tempdir().unwrap();
    let fault = |folder: &std::path::Path| Theme::load(folder).map(|_| ()).unwrap_err().to_string();
    assert!(fault(folder.path()).contains("templates"));
    let standard = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/standard");
    for part in ["templates", "assets"] {
        std::fs::create_dir(folder.path().join(part)).unwrap();
        for entry in std::fs::read_dir(standard.join(part)).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), folder.path().join(part).join(entry.file_name())).unwrap();
        }
    }
    assert!(Theme::load(folder.path()).is_ok());
    let example = folder.path().join("templates/example.html");
    std::fs::write(&example, "{% extends \"base.html\" %}\n{% block main %}{{ unclosed").unwrap();
    let message = fault(folder.path());
    assert!(message.contains("example.html") && message.contains('2'), "{message}");
    std::fs::remove_file(example).unwrap();
    assert!(fault(folder.path()).contains("templates/example.html"));
}
