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

/// What `pack` says of a site's folder, and whether it made an archive.
fn packed_or_refused(folder: &Path) -> Option<String> {
    let output = pack(folder, &["--site", "site", "--out", "arkiv.zip"]);
    let archive = folder.join("arkiv.zip");
    assert_eq!(output.status.success(), archive.exists(), "{}", stderr(&output));
    if fs::remove_file(archive).is_ok() {
        return None;
    }
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("samverka build"), "{}", stderr(&output));
    Some(stderr(&output))
}

/// Whatever is done to one file of a site, `pack` names it.
#[test]
fn every_kind_of_file_that_is_gone_or_changed_is_named() {
    let (folder, site) = site(&["--compress"]);
    let index = fs::read_dir(site.join("_s")).unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
    let index = format!("_s/{index}/");
    let all = files(&site);
    let of = |end: &str| all.keys().find(|path| path.starts_with("_a/sok.") && path.ends_with(end)).unwrap().as_str();
    let media = all.keys().find(|path| path.starts_with("media/")).unwrap().as_str();
    let root = format!("{index}root.bin");
    let paths = [
        "web.config",
        ".htaccess",
        "_hosting/nginx.conf",
        "feed.xml",
        "data/exempel.json",
        "data/exempel/1.json",
        "sitemap.xml",
        "404.html",
        "feed.xml.gz",
        "manifest.json.br",
        "exempel/index.html.br",
        media,
        of(".css"),
        of(".js"),
        of(".js.gz"),
        &root,
    ];
    for path in paths {
        let whole = site.join(path);
        let bytes = fs::read(&whole).unwrap();
        let named = if path.starts_with("_s/") { index.as_str() } else { path };
        fs::remove_file(&whole).unwrap();
        let said = packed_or_refused(folder.path()).unwrap_or_else(|| panic!("{path} is gone"));
        assert!(said.contains(named), "{path}: {said}");
        let mut changed = bytes.clone();
        changed.push(b' ');
        fs::write(&whole, &changed).unwrap();
        let said = packed_or_refused(folder.path()).unwrap_or_else(|| panic!("{path} is changed"));
        assert!(said.contains(named) && said.contains("Ändrad"), "{path}: {said}");
        fs::write(&whole, bytes).unwrap();
    }
    assert_eq!(packed_or_refused(folder.path()), None, "put back, it is whole");
    // Empty files have nothing to change.
    fs::remove_file(site.join(".nojekyll")).unwrap();
    assert!(packed_or_refused(folder.path()).unwrap().contains(".nojekyll"));
}

#[test]
fn folders_that_are_gone_and_files_that_nobody_built_are_named() {
    let (folder, site) = site(&[]);
    let stray = [
        ".secret",
        "exempel/~$utkast.docx",
        "_a/eget.css",
        "_a/eget.0123456789.css",
        "_s/gammal/root.bin",
        "index.html.gz",
    ];
    for path in stray {
        let whole = site.join(path);
        fs::create_dir_all(whole.parent().unwrap()).unwrap();
        fs::write(&whole, "hemligt").unwrap();
        let said = packed_or_refused(folder.path()).unwrap_or_else(|| panic!("{path}"));
        assert!(said.contains(path), "{path}: {said}");
        fs::remove_file(whole).unwrap();
    }
    assert_eq!(packed_or_refused(folder.path()), None);
    for gone in ["_s", "media"] {
        fs::remove_dir_all(site.join(gone)).unwrap();
        let said = packed_or_refused(folder.path()).unwrap_or_else(|| panic!("{gone}"));
        assert!(said.contains(&format!("site/{gone}/")), "{gone}: {said}");
    }
}

/// As `packaging/publish-site` leaves a host, with the form that `publicera.yml` puts beside the site.
#[test]
fn earlier_indexes_and_the_form_of_the_editors_are_left_out_of_an_archive() {
    let (folder, site) = site(&["--compress"]);
    let built = files(&site);
    for path in ["_s/0123456789/root.bin", "_s/0123456789/a/1.bin.br"] {
        fs::create_dir_all(site.join(path).parent().unwrap()).unwrap();
        fs::write(site.join(path), "of the build before").unwrap();
    }
    let modules = folder.path().join("modules");
    for (path, text) in [("decap-cms/dist/decap-cms.js", "decap"), ("yaml/browser/dist/doc/Document.js", "yaml")] {
        fs::create_dir_all(modules.join(path).parent().unwrap()).unwrap();
        fs::write(modules.join(path), text).unwrap();
    }
    let mut export = samverka();
    export.args(["export", "--format", "cms", "--repo", "a/b", "--today", TODAY, "--content"]);
    export.arg(repository("tests/golden/content")).arg("--modules").arg(&modules);
    let export = export.arg("--out").arg(site.join("admin")).output().unwrap();
    assert!(export.status.success(), "{}", stderr(&export));
    assert!(site.join("admin/yaml/doc/Document.js").exists() && site.join("admin/decap-cms.js").exists());

    let output = pack(folder.path(), &["--site", "site", "--out", "hel.zip"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("admin/"), "what is left out is told");
    let unpacked = folder.path().join("unpacked");
    let unzip = Command::new("unzip").arg("-q").arg(folder.path().join("hel.zip")).arg("-d").arg(&unpacked).output();
    assert!(unzip.unwrap().status.success());
    assert!(files(&unpacked.join("webbplats")) == built);
    let readme = fs::read_to_string(unpacked.join("LAS-MIG.txt")).unwrap();
    assert!(readme.matches("samverka export --format cms").count() == 2, "{readme}");

    fs::write(site.join("admin/lista.xlsx"), "of somebody").unwrap();
    assert!(packed_or_refused(folder.path()).unwrap().contains("admin/lista.xlsx"));
    fs::remove_file(site.join("admin/lista.xlsx")).unwrap();
    fs::remove_file(site.join("admin/cms.js")).unwrap();
    assert!(packed_or_refused(folder.path()).unwrap().contains("admin/index.html"), "half a form is none");
}

/// A site that was built again and again, with two themes, packed and not, is whole each time.
#[test]
fn an_incremental_build_with_assets_of_earlier_ones_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let content = content();
    let out = folder.path().join("site");
    let theme = folder.path().join("theme");
    crate::program::copy(&repository("themes/standard"), &theme);
    let standard = theme.to_str().unwrap();
    for (turn, packed) in [false, true, true, false, false].into_iter().enumerate() {
        if turn > 0 {
            fs::write(theme.join("assets/style.css"), format!("body {{ order: {turn} }}")).unwrap();
            let page = content.path().join("content/sidor/index.md");
            let text = fs::read_to_string(&page).unwrap();
            fs::write(&page, format!("{text}\n\nOmgång {turn}.\n")).unwrap();
        }
        let more = ["--incremental", "--theme", standard, "--compress"];
        let more = if packed { &more[..] } else { &more[..3] };
        let output = build(&content.path().join("content"), &out, more);
        assert!(output.status.success(), "{}", stderr(&output));
        assert_eq!(packed_or_refused(folder.path()), None, "turn {turn}");
    }
    let manifest = fs::read(out.join("manifest.json")).unwrap();
    let fresh = folder.path().join("fresh");
    assert!(build(&content.path().join("content"), &fresh, &["--theme", standard]).status.success());
    let [mut one, mut other] = [manifest, fs::read(fresh.join("manifest.json")).unwrap()]
        .map(|bytes| serde_json::from_slice::<serde_json::Value>(&bytes).unwrap());
    for manifest in [&mut one, &mut other] {
        manifest["assets"].take();
    }
    assert!(one == other, "the manifest of an incremental build says the same as that of a build from nothing");
    let earlier = files(&out).into_keys().filter(|path| path.starts_with("_a/style.")).count();
    assert!(earlier > 1, "earlier style sheets lie there too");
    fs::write(out.join("exempel/index.html"), "x").unwrap();
    assert!(packed_or_refused(folder.path()).is_some());
}

/// What anybody can read with other programs: one hash over the list that `b3sum` makes of the index.
#[test]
fn the_manifest_tells_of_every_file_beside_pages_and_assets() {
    let (_folder, site) = site(&[]);
    let manifest: serde_json::Value = serde_json::from_slice(&fs::read(site.join("manifest.json")).unwrap()).unwrap();
    let mut index = String::new();
    for (path, bytes) in files(&site) {
        let hash = blake3::hash(&bytes).to_hex();
        if path.starts_with("_s/") {
            index.push_str(&format!("{hash}  {path}\n"));
            assert!(path.starts_with(manifest["index"]["folder"].as_str().unwrap()), "{path}");
        } else if !path.starts_with("_a/") && !path.ends_with(".html") && path != "manifest.json" {
            assert_eq!(manifest["files"][&path], hash.as_str(), "{path}");
        }
    }
    assert_eq!(manifest["index"]["hash"], blake3::hash(index.as_bytes()).to_hex().as_str());
    assert_eq!(manifest["index"]["files"], index.lines().count());
    assert_eq!(manifest["packed"], false);
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
    let bytes = fs::read(folder.path().join("arkiv.zip")).unwrap();
    for longer in [[&b"MZ"[..], &bytes].concat(), [&bytes, &b"en till"[..]].concat()] {
        fs::write(folder.path().join("langre.zip"), longer).unwrap();
        let output = pack(folder.path(), &["--verify", "langre.zip"]);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        assert!(stderr(&output).contains("byte som inte hör till någon fil"), "{}", stderr(&output));
    }
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
