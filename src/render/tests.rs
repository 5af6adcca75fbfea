//! Pages of a small site, kept in memory.

use std::collections::HashSet;
use std::sync::Arc;

use super::*;
use crate::model::Audience;
use crate::model::geography::Geography;
use crate::model::vocabulary::{Vocabularies, Vocabulary};
use crate::parse::parse;
use crate::schema::read::Known;
use crate::source::{Content, File};

const MUNICIPALITIES: &str = "kod,namn,lanskod,lan,skr-grupp\n1280,Malmö,12,Skåne län,A1\n1281,Lund,12,Skåne län,A1\n\
                              0180,Stockholm,01,Stockholms län,A1\n2580,Luleå,25,Norrbottens län,\n";

const SETTINGS: &str = "titel: Webb\nkort-titel: W\nbeskrivning: En webb.\nadress: https://x.se/\nlage: demonstration\n\
                        avsandare: [Avsändare]\nansvarig: Redaktionen\nkontakt: {funktion: Redaktionen}\n\
                        navigering: [{titel: Exempel, adress: /exempel/}]\nsidfot: [{titel: Om, adress: /om/}]\n";

const EXAMPLE: &str = r#"---
id: hel
titel: "Hel <script>alert(1)</script> & 'titel'"
sammanfattning: "Kort \"><img src=x onerror=alert(1)>"
kommuner: [Malmö, Stockholm]
kommuner-ofullstandig: ja
relation: annan
parter: [{part: kommun, lokalt-namn: "<b>Enheten</b>"}, {part: arbetsformedlingen}]
niva: okänt
former: [gemensamt-team]
syften: [okänt]
malgrupp-text: "<i>alla</i>"
overenskommelse: {skriftlig: ja, parter: [kommun], dokument: "https://x.se/avtal", diarienummer: "<u>1"}
ansvar: [{part: kommun, gor: "Leder <script>", källa: 1}, {part: kommun, gor: Följer upp, källa: [1, 2]}]
period: {fran: 2014-03, till: 2016}
verksamhetslage: okänt
resultat: [{pastaende: "Fler <script> i arbete", matning: Egen räkning, källa: 2}]
bekraftad: {kommun: 2025-01-02, af: nej}
uppgift-saknas: [rutiner, kontakt]
kallor:
  - {nr: 1, titel: "<script>källa</script>", utgivare: "\"><script>", adress: "https://källa.se/\"onmouseover=1"}
  - {nr: 2, titel: Kopian, last-kopia: "https://kopia.example/x"}
status: publicerad
granskad: 2020-01-01
---
Ingress [1].

## Arbetssätt

<script>alert(2)</script>

Se [FIA](../fia/start.md#del), [bilden](/media/bild.svg), [ingenstans](/finns-inte/) och
[ute](https://ute.se/). [farlig](javascript:alert(1))

![Bild](../media/bild.svg) ![Borta](https://spårare.se/x.gif)

## Källor

## Resultat

## Kommunens erfarenheter

Bra.

## Arbetsförmedlingens erfarenheter

Bra.
"#;

fn file(path: &str, text: &str) -> File {
    File { path: path.into(), content: Content::Text(text.into()) }
}

fn files() -> Vec<File> {
    let vocabulary = "namn: Former\nvarden: [{id: gemensamt-team, namn: \"Gemensamt <team>\", beskrivning: B, \
                      anmarkning: \"<i>obs\", synonymer: [lag]}]\n";
    let parties = "namn: Parter\nvarden: [{id: kommun, namn: Kommunen}, {id: arbetsformedlingen, namn: AF}]\n";
    let relations = "namn: Vilka\nvarden: [{id: socialtjanst-af, namn: Båda}, {id: annan, namn: Annan}]\n";
    let mut files = vec![
        file("webbplats.yaml", SETTINGS),
        file(
            "adresser.txt",
            "/exempel/borta/ borttagen 2026-01-02 Kommunen <b>bad</b> om det.\n/x/ borttagen 2026-01-02 S\n",
        ),
        file(
            "ordlista.yaml",
            "- {term: \"<script>ord\", forklaring: \"<b>f\", se-aven: [b-ord, saknas], lank: /om/}\n- {term: b-ord, forklaring: x, kallor: [\"<k>\"]}\n",
        ),
        file("vokabular/former.yaml", vocabulary),
        file("vokabular/parter.yaml", parties),
        file("vokabular/relationer.yaml", relations),
        file("exempel/hel.md", EXAMPLE),
        file(
            "exempel/dold.md",
            "---\nid: dold\ntitel: Dold\nstatus: avpublicerad\navpublicerad: {skal: \"<b>Skäl\", datum: 2026-01-02}\n---\n",
        ),
        file(
            "exempel/ny.md",
            "---\nid: ny\ntitel: Ny\nstatus: utkast\ningar-i: hel\nkommuner: [Lund]\nsprak: en\n---\n## Arbetssätt\n\nText.\n",
        ),
        file(
            "fia/start.md",
            "---\nid: start\ntitel: Fia <i>\nordning: 1\nstatus: publicerad\n---\n## Del\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n",
        ),
        file("fia/slut.md", "---\nid: slut\ntitel: Slut\nordning: 2\nstatus: publicerad\n---\nText.\n"),
        file(
            "fia-erfarenheter/malmo.md",
            "---\nid: malmo\ntitel: Malmös\nkommuner: [Malmö]\nstatus: publicerad\n---\nText.\n",
        ),
        file("sidor/index.md", "---\ntitel: Välkommen\n---\nHej [om](om/index.md).\n"),
        file(
            "sidor/om/index.md",
            "---\ntitel: Om\nlagtext: {lydelse: \"<b>lag\", hamtad: 2026-01-02, kontrollerad: nej}\ntidigare-adresser: [/gammal/]\nutskrift: ja\n---\nEn.\n\n## A\n\n## B\n\n## C\n",
        ),
        file("sidor/om/mer.md", "---\ntitel: Mer\n---\nText.\n"),
        file("sidor/bidra.md", "---\ntitel: Bidra\n---\nText.\n"),
        file("nyheter/n.md", "---\nid: n\ntitel: \"Nyhet <b>\"\ndatum: 2026-02-03\nstatus: publicerad\n---\nText.\n"),
    ];
    files.push(File { path: "media/bild.svg".into(), content: Content::Bytes(Arc::from(&b"<svg/>"[..])) });
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn site(audience: Audience) -> Site {
    let files = files();
    let (geography, _) = Geography::read(MUNICIPALITIES, Some("kod,namn\nA1,Stor <b>stad\n"));
    let nothing = Vocabularies::default();
    let mut vocabularies = Vocabularies::default();
    let text = |file: &File| file.text().cloned();
    for file in files.iter().filter(|file| Kind::of_path(&file.path) == Some(Kind::Vocabulary)) {
        let known = Known { vocabularies: &nothing, geography: &geography };
        let parsed = parse(file.path.clone(), Kind::Vocabulary, text(file).unwrap(), known);
        vocabularies.insert(Vocabulary::from_record(parsed.stem(), parsed.record()));
    }
    let known = Known { vocabularies: &vocabularies, geography: &geography };
    let parsed: Vec<_> = files
        .iter()
        .filter_map(|f| Some(parse(f.path.clone(), Kind::of_path(&f.path)?, text(f)?, known).into()))
        .collect();
    Site::build(&files, &parsed, vocabularies.clone(), geography.clone(), jiff::civil::date(2026, 11, 22), audience)
}

fn pages(site: &Site, base: &str) -> Vec<(String, String)> {
    let renderer = Renderer::new(&Theme::embedded().unwrap(), site, Base::parse(base).unwrap()).unwrap();
    site.routes.iter().map(|route| (route.address.clone(), renderer.page(route, None).unwrap())).collect()
}

fn page(address: &str) -> String {
    let pages = pages(&site(Audience::Readers), "https://x.se/");
    pages.into_iter().find(|(a, _)| a == address).unwrap_or_else(|| panic!("no {address}")).1
}

/// The values of an attribute, wherever a tag has it.
fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let start = format!(" {name}=\"");
    let tags = html.split('<').filter_map(|tag| tag.split_once('>')).map(|(tag, _)| tag);
    tags.flat_map(|tag| tag.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next())).collect()
}

#[test]
fn every_kind_of_page_is_made_and_has_what_every_page_has() {
    let site = site(Audience::Editors);
    let kinds: HashSet<&str> = site.routes.iter().map(|route| route.page.kind(&site)).collect();
    assert_eq!(kinds.len(), 21, "{kinds:?}");
    for (address, html) in pages(&site, "https://x.se/") {
        assert_eq!(html.matches("<h1>").count(), 1, "{address}");
        for part in ["<html lang=\"", "name=\"description\"", "rel=\"canonical\"", "href=\"#main_content\"", "<main"] {
            assert!(html.contains(part), "{address} lacks {part}");
        }
        assert!(html.contains("Inte en tjänst från Socialstyrelsen") || html.contains("Not a service"), "{address}");
        assert!(!html.contains("<script") && !html.contains(" style=\""), "{address}");
        let mut ids = HashSet::new();
        assert!(attributes(&html, "id").iter().all(|id| ids.insert(id.to_owned())), "{address}: an id stands twice");
        let inside = attributes(&html, "href").into_iter().filter_map(|href| href.strip_prefix('#'));
        for anchor in inside {
            assert!(ids.contains(anchor), "{address}: no #{anchor}");
        }
    }
}

#[test]
fn what_is_written_in_fields_never_becomes_a_tag() {
    for (address, html) in pages(&site(Audience::Editors), "https://x.se/") {
        for tag in ["<script", "<b>", "<i>", "<u>", "<k>", "<team>", "<img src=x", "\"onmouseover", "javascript:"] {
            assert!(!html.contains(tag), "{address} has {tag}");
        }
    }
    assert!(page("/exempel/hel/").contains("&lt;script&gt;alert(2)&lt;/script&gt;"));
}

#[test]
fn every_address_on_the_site_gets_the_path_of_the_site() {
    for (address, html) in pages(&site(Audience::Editors), "https://x.se/a/b/") {
        let hrefs = ["href", "src"].iter().flat_map(|name| attributes(&html, name));
        for href in hrefs.filter(|href| !href.starts_with('#')) {
            let is_out = ["https://ute.se/", "https://k"].iter().any(|out| href.starts_with(out));
            let is_ours = href.starts_with("/a/b/") || href.starts_with("https://x.se/a/b/");
            assert!(is_ours || is_out || href == "https://x.se/avtal", "{address}: {href}");
        }
    }
}

#[test]
fn every_link_on_the_site_leads_to_a_page_or_file() {
    let site = site(Audience::Editors);
    let renderer = Renderer::new(&Theme::embedded().unwrap(), &site, Base::parse("https://x.se/").unwrap()).unwrap();
    let files: HashSet<String> = renderer.files().into_iter().map(|(path, _)| format!("/{path}")).collect();
    for (address, html) in pages(&site, "https://x.se/") {
        for href in attributes(&html, "href").into_iter().chain(attributes(&html, "src")).filter(|h| h.starts_with('/'))
        {
            let path = href.split('#').next().unwrap_or(href);
            assert!(site.route(path).is_some() || files.contains(path), "{address}: {href}");
        }
    }
}

#[test]
fn an_example_is_a_briefing() {
    let html = page("/exempel/hel/");
    assert!(html.contains("href=\"/fia/start/#del\"") && html.contains("src=\"/media/bild.svg\""));
    assert!(html.contains("ingenstans") && !html.contains("finns-inte"), "an unknown page is text");
    assert!(!html.contains("spårare") && !html.contains("kopia.example"), "no other site's image, no copy's address");
    assert!(html.contains("Läst i kopia."));
    assert!(html.contains("id=\"kallor_\"") && html.contains("id=\"kallor\""), "the body has a heading of that name");
    assert!(html.contains("Sidan skulle ha granskats på nytt senast 1 januari 2022"));
    assert!(html.contains("<li>Rutiner</li>") && html.contains("href=\"/bidra/\""));
    assert!(html.contains("mars 2014 till 2016") && html.contains("2 januari 2025") && html.contains("inte bekräftat"));
    assert_eq!(html.matches("<th scope=\"row\">").count(), 1, "one row for each party");
}

#[test]
fn drafts_and_faults_are_shown_to_editors_only() {
    assert!(pages(&site(Audience::Readers), "https://x.se/").iter().all(|(address, _)| address != "/exempel/ny/"));
    let site = site(Audience::Editors);
    let renderer = Renderer::new(&Theme::embedded().unwrap(), &site, Base::parse("https://x.se/").unwrap()).unwrap();
    let preview = Preview { bar: Html::text("<rad>"), faults: Html::text("<fel>"), generation: 7 };
    let html = renderer.page(site.route("/exempel/ny/").unwrap(), Some(&preview)).unwrap();
    assert!(html.contains("<html lang=\"en\">") && html.contains("<strong>Draft</strong>"));
    assert!(html.contains("&lt;rad&gt;") && html.contains("&lt;fel&gt;"));
    assert!(html.contains("src=\"/_serve/reload.js\" data-generation=\"7\""));
}

#[test]
fn pages_that_are_gone_say_so_and_are_not_indexed() {
    let gone = page("/exempel/dold/");
    assert!(gone.contains("2 januari 2026") && gone.contains("&lt;b&gt;Skäl") && gone.contains("noindex"));
    let removed = page("/exempel/borta/");
    assert!(removed.contains("&lt;b&gt;bad") && removed.contains("href=\"/exempel/\""));
    let moved = page("/gammal/");
    assert!(moved.contains("content=\"0; url=/om/\"") && moved.contains("href=\"https://x.se/om/\""));
}

#[test]
fn a_municipality_without_an_example_shows_the_nearest_and_why() {
    let html = page("/kommuner/lund/");
    assert!(html.contains("inget exempel från Lund") && html.contains("samma län: Skåne län"));
    assert!(page("/kommuner/lulea/").contains("inget exempel från Luleå"));
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    let (one, two) = (site(Audience::Readers), site(Audience::Readers));
    assert_eq!(pages(&one, "https://x.se/"), pages(&two, "https://x.se/"));
    let base = Base::parse("https://x.se/").unwrap();
    let entries: Vec<_> = one.routes.iter().map(|route| PageEntry { route, hash: "h".into() }).collect();
    let backwards: Vec<_> = entries.iter().rev().cloned().collect();
    let json = manifest(&one, &base, &entries, &[vec!["_a/x".into()]]);
    assert_eq!(json, manifest(&one, &base, &backwards, &[vec!["_a/x".into()]]));
    let value: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert!(value["generator"].as_str().is_some_and(|generator| generator.starts_with("samverka ")));
    assert_eq!(value["pages"].as_array().map(Vec::len), Some(one.routes.len()));
}

#[test]
fn the_files_for_programs_are_well_formed() {
    let site = site(Audience::Editors);
    let renderer = Renderer::new(&Theme::embedded().unwrap(), &site, Base::parse("https://x.se/a/").unwrap()).unwrap();
    let files = renderer.files();
    let text = |name: &str| {
        let (_, bytes) = files.iter().find(|(path, _)| path == name).unwrap();
        String::from_utf8(bytes.clone()).unwrap()
    };
    for name in ["feed.xml", "sitemap.xml"] {
        let xml = text(name);
        let mut open: Vec<&str> = Vec::new();
        for tag in xml.split('<').skip(1).map(|tag| tag.split_once('>').unwrap().0) {
            let name = tag.split([' ', '\n']).next().unwrap_or(tag);
            match name.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name)),
                None if tag.starts_with('?') || tag.ends_with('/') => {}
                None => open.push(name),
            }
        }
        assert!(open.is_empty() && xml.contains("https://x.se/a/exempel/hel/"), "{name}");
        assert!(!xml.contains("/exempel/ny/") && !xml.contains("/exempel/dold/"), "{name}");
    }
    assert!(text("robots.txt").contains("Sitemap: https://x.se/a/sitemap.xml"));
    assert!(files.iter().any(|(path, _)| path == "media/bild.svg"));
}

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
fn the_style_sheet_is_small_and_asks_nobody_else() {
    let theme = Theme::embedded().unwrap();
    let style = theme.assets.iter().find(|asset| asset.name == STYLE).unwrap();
    assert!(style.bytes.len() < 14 * 1024, "it must be under 14 kB even before it is compressed");
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
