//! What web managers get: header files, packed files and the archive.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::program::{TODAY, build, content, files, repository, samverka, stderr};

/// A built site in a folder of its own.
fn site(more: &[&str]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    let output = build(&repository("tests/golden/content"), &site, more);
    assert!(output.status.success(), "{}", stderr(&output));
    (folder, site)
}

fn pack(current: &Path, arguments: &[&str]) -> Output {
    samverka().arg("pack").args(arguments).current_dir(current).output().unwrap()
}

fn is_packed(path: &str) -> bool {
    path.ends_with(".br") || path.ends_with(".gz")
}

#[test]
fn compressing_adds_packed_files_and_changes_nothing_else() {
    let (_plain_folder, plain) = site(&[]);
    let (_folder, compressed) = site(&["--compress"]);
    let plain = files(&plain);
    let (packed, all): (BTreeMap<_, _>, BTreeMap<_, _>) =
        files(&compressed).into_iter().partition(|(path, _)| is_packed(path));
    assert!(plain.keys().eq(all.keys()));
    for (path, bytes) in plain.iter().filter(|(path, _)| *path != "manifest.json") {
        assert!(*bytes == all[path], "{path}");
    }
    for page in ["index.html", "404.html", "feed.xml", "manifest.json", "exempel/index.html"] {
        assert!(packed.contains_key(&format!("{page}.br")) && packed.contains_key(&format!("{page}.gz")), "{page}");
    }
    for (path, bytes) in &packed {
        let original = &all[path.rsplit_once('.').unwrap().0];
        let mut unpacked = Vec::new();
        if path.ends_with(".br") {
            brotli::Decompressor::new(&**bytes, 4096).read_to_end(&mut unpacked).unwrap();
        } else {
            flate2::read::GzDecoder::new(&**bytes).read_to_end(&mut unpacked).unwrap();
        }
        assert!(unpacked == *original && bytes.len() < original.len(), "{path}");
    }
}

#[test]
fn packed_files_are_the_same_whatever_the_thread_count_and_outlive_their_site_with_their_asset() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let built = |threads: &str, out: &Path| {
        let mut command = samverka();
        command.args(["build", "--compress", "--today", TODAY]).env("RAYON_NUM_THREADS", threads).arg("--content");
        command.arg(repository("tests/golden/content")).arg("--out").arg(out).output().unwrap();
        files(out)
    };
    let first = built("1", &out);
    assert!(first == built("7", &folder.path().join("other")));
    let styles: Vec<_> = first.keys().filter(|path| path.starts_with("_a/style.")).collect();
    assert_eq!(styles.len(), 3, "{styles:?}");
    // Another theme has another style sheet; open pages go on asking for the old one.
    let theme = folder.path().join("theme");
    crate::program::copy(&repository("themes/standard"), &theme);
    fs::write(theme.join("assets/style.css"), "body { color: black }").unwrap();
    let theme = theme.to_str().unwrap();
    assert!(build(&repository("tests/golden/content"), &out, &["--compress", "--theme", theme]).status.success());
    let second = files(&out);
    for path in styles {
        assert!(second.get(path) == first.get(path), "{path}");
    }
}

#[test]
fn header_files_are_well_formed_and_name_the_base_path() {
    let (_folder, root) = site(&["--base-url", "https://x.example/"]);
    let (_folder, below) = site(&["--base-url", "https://x.example/a/b/"]);
    for site in [&root, &below] {
        let text = fs::read_to_string(site.join("web.config")).unwrap();
        let mut reader = quick_xml::Reader::from_str(&text);
        reader.config_mut().check_comments = true;
        let mut extensions = std::collections::HashSet::new();
        loop {
            match reader.read_event().expect("well-formed XML") {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Empty(tag) if tag.name().as_ref() == "mimeMap" => {
                    let extension = tag.try_get_attribute("fileExtension").unwrap().unwrap().value.into_owned();
                    // IIS answers 500 to everything when one is given twice.
                    assert!(extensions.insert(extension), "{tag:?}");
                }
                _ => {}
            }
        }
        for ending in [".wasm", ".webp", ".avif", ".json", ".rdf", ".bin"] {
            assert!(extensions.contains(ending), "{ending}");
        }
        assert_eq!(fs::read(site.join(".nojekyll")).unwrap(), b"");
    }
    let style = files(&below).into_keys().find(|path| path.starts_with("_a/style.")).unwrap();
    let headers = fs::read_to_string(below.join("_headers")).unwrap();
    assert!(headers.contains(&format!("\n/a/b/{style}\n  Cache-Control: public, max-age=43200")), "{headers}");
    assert!(headers.contains("\n/a/b/feed.xml\n  Content-Type: application/atom+xml\n"), "{headers}");
    let apache = fs::read_to_string(root.join(".htaccess")).unwrap();
    assert!(apache.contains("ErrorDocument 404 /404.html\n") && apache.contains("-strmatch '/_a/style.*'"), "{apache}");
}

/// The elements that the file may have, with their attributes, as IIS 10 defines them in `IIS_schema.xml`: it answers 500 to
/// everything when there is another.
const IIS: [(&str, &[&str]); 25] = [
    ("configuration", &[]),
    ("configuration/location", &["path"]),
    ("system.webServer", &[]),
    ("system.webServer/directoryBrowse", &["enabled"]),
    ("system.webServer/urlCompression", &["doStaticCompression"]),
    ("system.webServer/defaultDocument", &["enabled"]),
    ("system.webServer/defaultDocument/files", &[]),
    ("system.webServer/defaultDocument/files/clear", &[]),
    ("system.webServer/defaultDocument/files/add", &["value"]),
    ("system.webServer/httpErrors", &["errorMode"]),
    ("system.webServer/httpErrors/remove", &["statusCode"]),
    ("system.webServer/httpErrors/error", &["statusCode", "path", "responseMode"]),
    ("system.webServer/security", &[]),
    ("system.webServer/security/requestFiltering", &[]),
    ("system.webServer/security/requestFiltering/hiddenSegments", &[]),
    ("system.webServer/security/requestFiltering/hiddenSegments/remove", &["segment"]),
    ("system.webServer/security/requestFiltering/hiddenSegments/add", &["segment"]),
    ("system.webServer/httpProtocol", &[]),
    ("system.webServer/httpProtocol/customHeaders", &[]),
    ("system.webServer/httpProtocol/customHeaders/remove", &["name"]),
    ("system.webServer/httpProtocol/customHeaders/add", &["name", "value"]),
    ("system.webServer/staticContent", &[]),
    ("system.webServer/staticContent/clientCache", &["cacheControlMode", "cacheControlMaxAge", "cacheControlCustom"]),
    ("system.webServer/staticContent/remove", &["fileExtension"]),
    ("system.webServer/staticContent/mimeMap", &["fileExtension", "mimeType"]),
];

#[test]
fn iis_knows_every_element_and_attribute_of_its_file() {
    use quick_xml::events::{BytesStart, Event};
    let (_folder, site) = site(&["--base-url", "https://x.example/"]);
    let text = fs::read_to_string(site.join("web.config")).unwrap();
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut open: Vec<String> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    let mut look = |open: &[String], tag: &BytesStart<'_>| {
        let whole = [open, &[tag.name().as_ref().to_owned()]].concat().join("/");
        // What is said of a folder may be said of the site too.
        let path = whole.strip_prefix("configuration/location/").or(whole.strip_prefix("configuration/system"));
        let path = match path {
            Some(path) if !path.starts_with("system") => format!("system{path}"),
            Some(path) => path.to_owned(),
            None => whole,
        };
        let (_, known) = IIS.iter().find(|(element, _)| *element == path).unwrap_or_else(|| panic!("{path}"));
        for attribute in tag.attributes().map(Result::unwrap) {
            let (name, value) = (attribute.key.as_ref().to_owned(), attribute.value.into_owned());
            assert!(known.contains(&name.as_str()) && !value.is_empty(), "{path} {name}");
            let allowed: &[&str] = match name.as_str() {
                "enabled" | "doStaticCompression" => &["true", "false"],
                "errorMode" => &["Custom"],
                "responseMode" => &["File"],
                "cacheControlMode" => &["NoControl", "DisableCache", "UseMaxAge"],
                "cacheControlMaxAge" => &["365.00:00:00", "12:00:00"],
                _ => continue,
            };
            assert!(allowed.contains(&value.as_ref()), "{path} {name}={value}");
        }
        seen.insert(path);
    };
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) => {
                look(&open, &tag);
                open.push(tag.name().as_ref().to_owned());
            }
            Event::Empty(tag) => look(&open, &tag),
            Event::End(_) => assert!(open.pop().is_some()),
            Event::Eof => break,
            _ => {}
        }
    }
    for (element, _) in IIS {
        assert!(seen.contains(element), "{element} is not used");
    }
}

#[test]
fn an_archive_holds_the_site_to_the_byte_and_the_same_site_gives_the_same_archive() {
    let (folder, site) = site(&["--compress"]);
    let output = pack(folder.path(), &["--site", "site"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let archive = folder.path().join("samverka-2026-11-22.zip");
    let sum = Command::new("sha256sum").arg(&archive).output().unwrap();
    assert!(said.contains(&String::from_utf8_lossy(&sum.stdout)[..64]), "{said}");
    assert!(said.contains(&format!("{} filer", files(&site).len())), "{said}");

    let unpacked = folder.path().join("unpacked");
    let unzip = Command::new("unzip").arg("-q").arg(&archive).arg("-d").arg(&unpacked).output().unwrap();
    assert!(unzip.status.success(), "{}", stderr(&unzip));
    assert!(files(&unpacked.join("webbplats")) == files(&site));
    let names: Vec<_> = fs::read_dir(&unpacked).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    let mut check = Command::new("sha256sum");
    let check = check.args(["--check", "--strict", "--quiet", "SHA256SUMS"]).current_dir(&unpacked).output().unwrap();
    assert!(check.status.success(), "{}", stderr(&check));

    // Built again elsewhere: other times of files, the same bytes.
    let again = folder.path().join("again");
    build(&repository("tests/golden/content"), &again, &["--compress"]);
    let second = pack(folder.path(), &["--site", "again", "--out", "second.zip", "--lang", "en"]);
    assert!(second.status.success(), "{}", stderr(&second));
    assert!(fs::read(&archive).unwrap() == fs::read(folder.path().join("second.zip")).unwrap());
    assert!(!folder.path().join("second.zip.delvis").exists());
}

#[test]
fn an_archive_is_never_written_over() {
    let (folder, _site) = site(&[]);
    fs::write(folder.path().join("samverka-2026-11-22.zip"), "mine").unwrap();
    let output = pack(folder.path(), &["--site", "site"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--out"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(folder.path().join("samverka-2026-11-22.zip")).unwrap(), "mine");
}

#[test]
fn what_is_no_whole_site_is_not_packed() {
    let (folder, site) = site(&[]);
    let refused = |arguments: &[&str], words: &str| {
        let output = pack(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(words), "{arguments:?}: {}", stderr(&output));
    };
    refused(&["--site", "ingen-mapp"], "samverka build");
    refused(&["--site", repository("src").to_str().unwrap()], "samverka build");
    refused(&["--site", "site", "--out", "site/exempel/arkiv.zip"], "--out");
    refused(&["--site", "site", "--out", "ingen-mapp/arkiv.zip"], "ingen-mapp");
    refused(&["--verify", "site/index.html"], "samverka pack");
    refused(&["--verify", "ingen-fil.zip"], "ingen-fil.zip");
    let page = site.join("ordlista/index.html");
    let html = fs::read_to_string(&page).unwrap();
    fs::write(&page, html.replace("</p>", "!</p>")).unwrap();
    refused(&["--site", "site"], "ordlista");
    fs::remove_file(&page).unwrap();
    refused(&["--site", "site"], "ordlista");
    fs::write(&page, html).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/hostname", site.join("link.txt")).unwrap();
        refused(&["--site", "site"], "link.txt");
        fs::remove_file(site.join("link.txt")).unwrap();
    }
    fs::write(site.join("manifest.json"), r#"{"generator": "Hugo"}"#).unwrap();
    refused(&["--site", "site"], "samverka build");
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["site"], "nothing is left behind");
}

#[test]
fn a_damaged_archive_is_told_from_a_whole_one() {
    let (folder, _site) = site(&[]);
    pack(folder.path(), &["--site", "site", "--out", "arkiv.zip"]);
    let whole = pack(folder.path(), &["--verify", "arkiv.zip"]);
    assert!(whole.status.success(), "{}", stderr(&whole));
    let mut bytes = fs::read(folder.path().join("arkiv.zip")).unwrap();
    let at = bytes.windows(7).position(|window| window == b"LAS-MIG").unwrap();
    bytes[at + 60] ^= 0xff;
    fs::write(folder.path().join("skadat.zip"), bytes).unwrap();
    let damaged = pack(folder.path(), &["--verify", "skadat.zip"]);
    assert_eq!(damaged.status.code(), Some(1), "{}", stderr(&damaged));
    assert!(stderr(&damaged).contains("LAS-MIG.txt"), "{}", stderr(&damaged));
}

/// An editor's own folder is not a site, and packing changes nothing in it.
#[test]
fn content_is_not_packed() {
    let folder = content();
    let before = files(folder.path());
    let output = pack(folder.path(), &["--site", "content"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(before == files(folder.path()));
}
