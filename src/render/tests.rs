//! Pages of a small site, kept in memory.

mod fingerprints;
mod links;
mod theme;

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
                        uppdrag: [{id: u, titel: Kartlägg <samverkan>, diarienummer: S1/2014, mottagare: [Departementet], datum: 2014-04-24}]\n\
                        bekraftelseblanketter: ja\n\
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
publicerad-datum: 2026-10-03
andringar: [{datum: 2026-10-20, text: Fler <b> parter.}]
---
Ingress [1].

## Arbetssätt

<script>alert(2)</script>

Se [FIA](../fia/start.md#del), [bilden](/media/bild.svg), [ingenstans](/finns-inte/) och
[ute](https://ute.se/). [farlig](javascript:alert(1))

![Bild](../media/bild.svg) ![Borta](https://spårare.se/x.gif)

## Källor

## Resultat

## Hinder och lärdomar

Trångt [1], se [arbetssättet](#arbetssatt) och [hur du bidrar][b].

### Lokalen

| a |
| --- |
| 1 |

## Kommunens erfarenheter

Bra.

[b]: /bidra/

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
    let areas = "namn: Livsområde\nvarden: [{id: boende, namn: Boende}]\n";
    let relations = "namn: Vilka\nvarden: [{id: socialtjanst-af, namn: Båda}, {id: annan, namn: Annan}]\n";
    let mut files = vec![
        file("webbplats.yaml", SETTINGS),
        file(
            "adresser.txt",
            "/exempel/borta/ borttagen 2026-01-02 Kommunen <b>bad</b> om det.\n/x/ borttagen 2026-01-02 S\n\
             /exempel/dold/ borttagen 2026-01-09 S\n",
        ),
        file(
            "ordlista.yaml",
            "- {term: \"<script>ord\", forklaring: \"<b>f\", se-aven: [b-ord, saknas], lank: /om/}\n- {term: b-ord, lank: \"/om/\", forklaring: x, kallor: [\"<k>\"]}\n",
        ),
        file("vokabular/former.yaml", vocabulary),
        file("vokabular/livsomraden.yaml", areas),
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
            "---\nid: start\ntitel: Fia <i>\nsteg: behov\nordning: 2\nlivsomraden: [boende]\nstatus: publicerad\n---\n## Del\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n",
        ),
        file(
            "fia/slut.md",
            "---\nid: slut\ntitel: Slut\nsteg: uppfoljning\nordning: 1\nstatus: publicerad\n---\nText.\n",
        ),
        file(
            "fia-erfarenheter/malmo.md",
            "---\nid: malmo\ntitel: Malmös\nkommuner: [Malmö]\nstatus: publicerad\n---\nText.\n",
        ),
        file("sidor/index.md", "---\ntitel: Välkommen\n---\nHej [om](om/index.md).\n"),
        file(
            "sidor/om/index.md",
            "---\ntitel: Om\nlagtext: {lydelse: \"<b>lag\", hamtad: 2026-01-02, kontrollerad: nej}\ntidigare-adresser: [/gammal/]\nutskrift: ja\n---\nEn b-ord.\n\n## A\n\n## B\n\n## C\n",
        ),
        file(
            "sidor/om/mer.md",
            "---\ntitel: Mer\n---\n## Om b-ord\n\n[om b-ord](index.md), `b-ord` och b-ordlista.\n\nB-ord och *b-ord*.\n",
        ),
        file("sidor/bidra.md", "---\ntitel: Bidra\n---\nText.\n"),
        file("nyheter/n.md", "---\nid: n\ntitel: \"Nyhet <b>\"\ndatum: 2026-02-03\nstatus: publicerad\n---\nText.\n"),
    ];
    files.push(File { path: "media/bild.svg".into(), content: Content::Bytes(Arc::from(&b"<svg/>"[..])) });
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

pub(crate) fn site(audience: Audience) -> Site {
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

pub(super) fn pages(site: &Site, base: &str) -> Vec<(String, String)> {
    let renderer = Renderer::new(&Theme::embedded().unwrap(), site, Base::parse(base).unwrap());
    site.routes.iter().map(|route| (route.address.clone(), renderer.page(route, None).unwrap())).collect()
}

pub(crate) fn page(address: &str) -> String {
    let pages = pages(&site(Audience::Readers), "https://x.se/");
    pages.into_iter().find(|(a, _)| a == address).unwrap_or_else(|| panic!("no {address}")).1
}

/// The values of an attribute, wherever a tag has it.
fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let start = format!(" {name}=\"");
    let tags = html.split('<').filter_map(|tag| tag.split_once('>')).map(|(tag, _)| tag);
    tags.flat_map(|tag| tag.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next())).collect()
}

/// The page without the tags of the theme's own scripts, which are files of the site, and of its data blocks.
fn own_scripts_removed(html: &str) -> String {
    let mut rest = html.replace("<script type=\"application/ld+json\">", "");
    while let Some(at) = rest.find("<script type=\"module\" src=\"/_a/") {
        let tag = &rest[at..];
        let end = tag.find("></script>").expect("a script of the theme holds nothing") + "></script>".len();
        rest.replace_range(at..at + end, "");
    }
    rest
}

#[test]
fn every_kind_of_page_is_made_and_has_what_every_page_has() {
    let site = site(Audience::Editors);
    let kinds: HashSet<&str> = site.routes.iter().map(|route| route.page.kind(&site)).collect();
    assert_eq!(kinds.len(), 37, "{kinds:?}");
    for (address, html) in pages(&site, "https://x.se/") {
        assert_eq!(html.matches("<h1>").count(), 1, "{address}");
        for part in ["<html lang=\"", "name=\"description\"", "rel=\"canonical\"", "href=\"#main_content\"", "<main"] {
            assert!(html.contains(part), "{address} lacks {part}");
        }
        assert!(html.contains("Inte en tjänst från Socialstyrelsen") || html.contains("Not a service"), "{address}");
        assert!(!own_scripts_removed(&html).contains("<script"), "{address}");
        let compares = html.contains("<script type=\"module\" src=\"/_a/jamfor");
        assert_eq!(compares, address == "/jamfor/", "{address}");
        assert!(!html.contains(" style=\""), "{address}");
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
        let html = own_scripts_removed(&html);
        for tag in ["<script", "<b>", "<i>", "<u>", "<k>", "<team>", "<img src=x", "\"onmouseover", "javascript:"] {
            // The help of two rules names such an address, as text.
            let is_named = tag == "javascript:" && address.starts_with(crate::model::address::RULES);
            assert!(is_named || !html.contains(tag), "{address} has {tag}");
        }
    }
    assert!(page("/exempel/hel/").contains("&lt;script&gt;alert(2)&lt;/script&gt;"));
}

#[test]
fn every_address_on_the_site_gets_the_path_of_the_site() {
    for (address, html) in pages(&site(Audience::Editors), "https://x.se/a/b/") {
        let hrefs = ["href", "src"].iter().flat_map(|name| attributes(&html, name));
        for href in hrefs.filter(|href| !href.starts_with('#')) {
            // Other sites that the content leads to, and the makers of the map.
            let out = [
                "https://ute.se/",
                "https://k",
                "https://www.npmjs.com/",
                "https://mapsvg.com/",
                "https://creativecommons.org/",
            ];
            let is_out = out.iter().any(|out| href.starts_with(out));
            let is_ours = href.starts_with("/a/b/") || href.starts_with("https://x.se/a/b/");
            // A letter of the reader's own, to nobody in particular.
            let is_letter = href.starts_with("mailto:?subject=");
            assert!(is_ours || is_out || is_letter || href == "https://x.se/avtal", "{address}: {href}");
        }
    }
}

#[test]
fn every_link_on_the_site_leads_to_a_page_or_file() {
    let site = site(Audience::Editors);
    let renderer = Renderer::new(&Theme::embedded().unwrap(), &site, Base::parse("https://x.se/").unwrap());
    let assets: HashSet<String> = renderer.assets().map(|(path, _)| format!("/{path}")).collect();
    for (address, html) in pages(&site, "https://x.se/") {
        for href in attributes(&html, "href").into_iter().chain(attributes(&html, "src")).filter(|h| h.starts_with('/'))
        {
            let path = href.split(['#', '?']).next().unwrap_or(href);
            let is_file = assets.contains(path) || site.has_file(path);
            assert!(site.route(path).is_some() || is_file, "{address}: {href}");
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
fn the_way_through_fia_goes_by_step_and_says_where_the_reader_is() {
    let page_of_need = page("/fia/start/");
    assert_eq!(page_of_need.matches("aria-current=\"step\"").count(), 1);
    let here = page_of_need.split("aria-current=\"step\"").nth(1).unwrap();
    assert!(here.contains("Se behoven <span class=\"tag\">Du är här</span>"));
    assert!(
        page_of_need.contains("<a rel=\"prev\" href=\"/fia/\">")
            && page_of_need.contains("rel=\"next\" href=\"/fia/slut/\"")
    );
    let last = page("/fia/slut/");
    assert!(
        last.contains("rel=\"prev\" href=\"/fia/start/\"") && last.contains("rel=\"next\" href=\"/fia/erfarenheter/\"")
    );
    for address in ["/fia/", "/fia/erfarenheter/", "/fia/erfarenheter/malmo/", "/amnen/livsomraden/boende/"] {
        assert_eq!(page(address).matches("aria-current=\"step\"").count(), 1, "{address}");
    }
    assert!(page("/fia/").contains("<a href=\"/amnen/livsomraden/boende/\">Boende</a>"));
    assert!(!page("/amnen/former/gemensamt-team/").contains("aria-current=\"step\""));
}

#[test]
fn everything_stands_under_its_letter_also_by_other_words() {
    let html = page("/a-o/");
    assert!(html.contains("<li>lag, se <a href=\"/amnen/former/gemensamt-team/\">Gemensamt &lt;team&gt;</a>"));
    for href in ["/exempel/hel/", "/fia/slut/", "/om/mer/", "/ordlista/#b-ord", "/kommuner/malmo/", "/lan/skane-lan/"] {
        assert!(html.contains(&format!("<a href=\"{href}\">")), "{href}");
    }
    assert!(!html.contains("/kommuner/lulea/") && !html.contains("/exempel/dold/"));
    let letters: Vec<&str> =
        html.split("<h2 id=\"letter_").skip(1).filter_map(|rest| rest.split(['>', '<']).nth(1)).collect();
    assert!(letters.is_sorted() && letters.len() > 3, "{letters:?}");
}

#[test]
fn words_of_the_glossary_are_linked_once_and_never_on_their_own_pages() {
    let html = page("/om/mer/");
    assert_eq!(html.matches("class=\"term\"").count(), 1, "{html}");
    assert!(html.contains("<a class=\"term\" href=\"/ordlista/#b-ord\">B-ord</a> och <em>b-ord</em>"));
    assert!(html.contains("<h2 id=\"om-b-ord\">Om b-ord</h2>") && html.contains("<code>b-ord</code>"));
    assert!(html.contains("<a href=\"/om/\">om b-ord</a>") && html.contains("b-ordlista"));
    assert!(!page("/ordlista/").contains("class=\"term\""), "the glossary explains its words itself");
    assert!(!page("/om/").contains("class=\"term\""), "the page is what the glossary points to");
}

#[test]
fn what_examples_say_is_gathered_with_its_sources() {
    let html = page("/hinder/");
    assert!(html.contains("<h2><a href=\"/exempel/hel/#hinder-och-lardomar\">"));
    assert!(html.contains("href=\"/exempel/hel/#kalla-1\"") && html.contains("<h3>Lokalen</h3>"));
    assert!(html.contains("href=\"/exempel/hel/#arbetssatt\"") && html.contains("href=\"/bidra/\""));
    assert!(html.contains("aria-label=\"Tabell: Hel"), "tables of several examples are told apart");
    assert!(page("/framgangsfaktorer/").contains("Inget exempel"));
}

#[test]
fn examples_are_listed_by_date() {
    assert!(page("/exempel/att-granska/").contains("<h2>januari 2022</h2>"), "the month in which review was due");
    let new = page("/exempel/nya/");
    assert!(new.contains("<h2>oktober 2026</h2>") && new.contains("href=\"/exempel/hel/\""));
    let updated = page("/exempel/uppdaterade/");
    let listed = updated.find("<h2>oktober 2026</h2>").zip(updated.find("href=\"/exempel/hel/\""));
    assert!(listed.is_some_and(|(month, item)| month < item), "it was changed, though reviewed long ago");
    assert!(page("/exempel/hel/").contains(
        "<dt>Senast ändrad</dt><dd><time datetime=\"2026-10-20\">20 oktober 2026</time>: Fler &lt;b&gt; parter.</dd>"
    ));
    assert!(page("/exempel/").contains("<a href=\"/exempel/nya/\">Nya exempel <span class=\"count\">(1)</span></a>"));
}

#[test]
fn the_facts_of_an_english_example_have_english_names() {
    let pages = pages(&site(Audience::Editors), "https://x.se/");
    let english = &pages.iter().find(|(address, _)| address == "/exempel/ny/").unwrap().1;
    assert!(english.contains("<dt>Municipalities</dt>") && !english.contains("<dt>Kommuner</dt>"), "{english}");
    assert!(page("/exempel/hel/").contains("<dt>Kommuner</dt>"));
}

#[test]
fn drafts_and_faults_are_shown_to_editors_only() {
    assert!(pages(&site(Audience::Readers), "https://x.se/").iter().all(|(address, _)| address != "/exempel/ny/"));
    let site = site(Audience::Editors);
    let renderer = Renderer::new(&Theme::embedded().unwrap(), &site, Base::parse("https://x.se/").unwrap());
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

/// What a municipality has done itself stands first, and is not shown again among the nearest.
#[test]
fn every_municipality_leads_on_to_others_and_asks_for_more() {
    for address in ["/kommuner/malmo/", "/kommuner/lund/", "/lan/skane-lan/"] {
        let html = page(address);
        assert!(html.contains("Känner du till ett exempel?") && html.contains("href=\"/foresla/\""), "{address}");
        let hits: Vec<_> = html.match_indices("href=\"/exempel/hel/\"").collect();
        assert!(hits.len() <= 1, "{address}");
    }
}

#[test]
fn the_map_links_the_counties_of_the_site_and_tells_their_numbers() {
    let html = page("/lan/");
    assert!(
        html.contains("aria-label=\"Skåne län, 1 exempel\"")
            && html.contains("aria-label=\"Norrbottens län, inget exempel\"")
    );
    assert_eq!(html.matches("<path").count(), 21, "counties that the site does not have are shapes without links");
    assert!(html.contains("svg-maps/sweden") && html.contains("CC BY 4.0"));
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    let (one, two) = (site(Audience::Readers), site(Audience::Readers));
    assert_eq!(pages(&one, "https://x.se/"), pages(&two, "https://x.se/"));
    let base = Base::parse("https://x.se/").unwrap();
    let entries: Vec<_> = one.routes.iter().map(|route| PageEntry { route, hash: "h".into() }).collect();
    let backwards: Vec<_> = entries.iter().rev().cloned().collect();
    let json = manifest(&one, &base, &entries, &[vec!["_a/x".into()]], &Beside::default());
    assert_eq!(json, manifest(&one, &base, &backwards, &[vec!["_a/x".into()]], &Beside::default()));
    let value: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert!(value["generator"].as_str().is_some_and(|generator| generator.starts_with("samverka ")));
    assert_eq!(value["pages"].as_array().map(Vec::len), Some(one.routes.len()));
}

/// Every tag ends, in the order that they began.
pub(super) fn assert_well_formed(xml: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in xml.split('<').skip(1).map(|tag| tag.split_once('>').unwrap().0) {
        let name = tag.split([' ', '\n']).next().unwrap_or(tag);
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None if tag.starts_with('?') || tag.ends_with('/') => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn the_files_for_programs_are_well_formed() {
    let site = site(Audience::Editors);
    let renderer = Renderer::new(&Theme::embedded().unwrap(), &site, Base::parse("https://x.se/a/").unwrap());
    let text = |address: &str| {
        let bytes = renderer.file(site.files[address]).unwrap();
        String::from_utf8(bytes.into_owned()).unwrap()
    };
    for name in ["/feed.xml", "/lan/skane-lan/feed.xml", "/sitemap.xml"] {
        let xml = text(name);
        assert_well_formed(&xml);
        assert!(xml.contains("https://x.se/a/exempel/hel/"), "{name}");
        assert!(!xml.contains("/exempel/ny/") && !xml.contains("/exempel/dold/"), "{name}");
    }
    assert!(text("/robots.txt").contains("Sitemap: https://x.se/a/sitemap.xml"));
    assert_eq!(text("/media/bild.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "as it is published");
    assert!(renderer.file(site.files["/manifest.json"]).is_none(), "made when every page has been");
}

#[test]
fn feeds_tell_of_what_their_pages_list() {
    let site = site(Audience::Readers);
    let renderer = Renderer::new(&Theme::embedded().unwrap(), &site, Base::parse("https://x.se/a/").unwrap());
    let text = |address: &str| String::from_utf8(renderer.file(site.files[address]).unwrap().into_owned()).unwrap();
    let entries = |xml: &str| xml.matches("<entry ").count();
    let news = text("/nyheter/feed.xml");
    assert_eq!(entries(&news), 1);
    for part in [
        "<title>Nyheter – W</title>",
        "<id>https://x.se/a/nyheter/</id>",
        "rel=\"self\" type=\"application/atom+xml\" href=\"https://x.se/a/nyheter/feed.xml\"",
        "<updated>2026-02-03T00:00:00Z</updated>",
        "<author><name>Avsändare</name></author>",
        "<title>Nyhet &lt;b&gt;</title>",
    ] {
        assert!(news.contains(part), "{part}");
    }
    let skane = text("/lan/skane-lan/feed.xml");
    assert!(entries(&skane) == 1 && skane.contains("<id>https://x.se/a/exempel/hel/</id>"));
    assert!(skane.contains("href=\"https://x.se/a/exempel/hel/?fran=feed\""), "the report knows them by it");
    let empty = text("/lan/norrbottens-lan/feed.xml");
    assert_eq!(entries(&empty), 0);
    assert!(empty.contains("<updated>2026-10-20T00:00:00Z</updated>"), "not the day of the build: {empty}");
    let ids = ["/feed.xml", "/nyheter/feed.xml", "/lan/skane-lan/feed.xml"].map(|address| {
        let xml = text(address);
        xml.split_once("<id>").unwrap().1.split_once("</id>").unwrap().0.to_owned()
    });
    assert_eq!(HashSet::from(ids).len(), 3, "each feed has an id of its own");
    for (page, feed) in [("/nyheter/", "/nyheter/feed.xml"), ("/lan/skane-lan/", "/lan/skane-lan/feed.xml")] {
        let html = renderer.page(site.route(page).unwrap(), None).unwrap();
        assert!(html.contains(&format!("href=\"/a{feed}\"")), "{page}");
    }
}
