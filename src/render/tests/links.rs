//! The checks and the pages go by the same answer about where a link leads.

use super::*;

const SETTINGS: &str = "titel: W\nbeskrivning: B\nadress: https://x.se/y/\nlage: demonstration\navsandare: [A]\nansvarig: R\n\
                        kontakt: {funktion: R}\n";

/// Addresses of every sort, good and bad. None stands in angle brackets as it is written here.
const TARGETS: &[&str] = &[
    // On the site.
    "/",
    "/om/",
    "/om",
    "/om/#del",
    "/om/#fel",
    "/om/?a=b",
    "/om/?a=b#del",
    "/om/index.md",
    "/exempel/",
    "/exempel/#x",
    "/fia/",
    "/ordlista/#ord",
    "/ordlista/#fel",
    "/404.html",
    "/feed.xml",
    "/feed.xml#x",
    "/sitemap.xml/",
    "/sök/",
    "/finns-inte/",
    "/utkast/",
    "/forr/",
    "/forr/#x",
    "/borta/",
    "/dold/",
    "/media/karta.svg",
    "/media/karta.svg?1",
    "/media/saknas.svg",
    "/media/avtal.pdf",
    "/media/",
    "/om/../om/",
    "/./om/",
    "/om//",
    "/OM/",
    // On the page itself.
    "#del",
    "#fel",
    "#",
    "?",
    "?a=b",
    "?a=b#del",
    "?a=b#fel",
    ".",
    "./",
    "#kallor",
    "#kalla-1",
    "#kalla-2",
    // Beside the page.
    "om/index.md",
    "./om/index.md#del",
    "om/index.md#fel",
    "om",
    "om/",
    "../sidor/om/index.md",
    "..",
    "../",
    "../..",
    "../../om.md",
    "../media/karta.svg",
    "../media/saknas.svg",
    "karta.svg",
    "utkast.md",
    "saknas.md",
    "Prov.md",
    "prov.md",
    "../webbplats.yaml",
    "../feed.xml",
    "../exempel",
    "om/index.md?x",
    "index.md",
    "dold.md",
    "om\\index.md",
    // Elsewhere.
    "https://a.se",
    "https://a.se/",
    "http://a.se/b?c#d",
    "HTTPS://a.se/",
    "https://a.se:80/",
    "https://a.se/b c",
    "https://å.se/ö",
    "https://",
    "https:///",
    "https:a.se",
    "https:/a.se",
    "https://a@b.se/",
    "https://a:b@c.se/",
    "https://a.se/@b",
    "https://a.se\\@b.se",
    "//a.se/",
    "/\\a.se/",
    "\\\\a.se",
    "///a.se",
    "\\om\\x",
    "www.a.se",
    "WWW.a.se",
    "a.se",
    "a.se/b",
    "https://x.se/",
    "https://x.se/y",
    "https://x.se/y/",
    "https://x.se/y/om/",
    "HTTPS://X.se/y/om/",
    "https://x.se/y/saknas/",
    "https://x.se/y/om/#fel",
    "https://x.se/y#del",
    "https://x.se/yz/",
    "http://x.se/y/saknas/",
    "ftp://a.se/",
    "mailto:a@b.se",
    "MAILTO:a@b.se",
    "tel:+46",
    "mailto:",
    "javascript:x",
    "JavaScript:x",
    "java\tscript:x",
    "java script:x",
    "data:text/html,x",
    "data:image/png;base64,x",
    "vbscript:x",
    "file:///etc/passwd",
    ":",
    ":x",
    "a:b",
    "a.b:c",
    "/a:b",
    "?a:b",
    "#a:b",
    "x\u{7}y",
    "",
    " ",
    " /om/ ",
    "%2Fom%2F",
    "/om/%20",
];

fn site_with(body: &str) -> Vec<File> {
    let page =
        |body: &str| format!("---\ntitel: Prov\nkallor: [{{nr: 1, titel: K}}]\n---\n{body}\n\n## Del\n\nText [1].\n");
    vec![
        file("adresser.txt", "/borta/ borttagen 2026-01-02 Skäl\n"),
        File { path: "media/avtal.pdf".into(), content: Content::Bytes(Arc::from(*b"%PDF")) },
        file("media/avtal.pdf.yaml", "upphov: R\nlicens: CC0\nalt: A\n"),
        File { path: "media/karta.svg".into(), content: Content::Bytes(Arc::from(*b"<svg/>")) },
        file("media/karta.svg.yaml", "upphov: R\nlicens: CC0\nalt: A\n"),
        file("ordlista.yaml", "- {term: Ord, forklaring: F}\n"),
        file("sidor/dold.md", "---\ntitel: D\nstatus: avpublicerad\navpublicerad: {skal: S, datum: 2026-01-02}\n---\n"),
        file("sidor/om/index.md", "---\ntitel: Om\ntidigare-adresser: [/forr/]\n---\n## Del\n\nText.\n"),
        file("sidor/prov.md", &page(body)),
        file("sidor/utkast.md", "---\ntitel: U\nstatus: utkast\n---\nText.\n"),
        file("webbplats.yaml", SETTINGS),
    ]
}

/// Whether the checks fault the only link or picture of a page, and whether the page has it.
fn seen(body: &str) -> (bool, bool) {
    let checked = crate::check::check(site_with(body), jiff::civil::date(2026, 11, 22));
    let of_links = |d: &&crate::diagnostic::Diagnostic| matches!(d.rule, "bruten-lank" | "felaktig-adress");
    let is_faulted = checked.diagnostics.iter().filter(of_links).count();
    assert!(is_faulted <= 1, "{body}: {:?}", checked.diagnostics);
    let site = checked.into_site();
    let theme = Theme::embedded().unwrap();
    let renderer = Renderer::new(&theme, &site, Base::parse("https://elsewhere.se/a/").unwrap());
    let html = renderer.page(site.route("/prov/").unwrap(), None).unwrap();
    (is_faulted == 1, html.contains(">prov-ord</a>") || html.contains("alt=\"prov-ord\""))
}

#[test]
fn the_checks_fault_exactly_the_links_that_a_page_drops() {
    let wrong: Vec<String> = TARGETS
        .par_iter()
        .flat_map_iter(|target| ["", "!"].map(|sign| format!("{sign}[prov-ord](<{target}>)")))
        .filter(|body| {
            let (is_faulted, is_shown) = seen(body);
            is_faulted == is_shown
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new(), "faulted and shown, or neither");
}

#[test]
fn some_links_are_shown_and_some_are_not() {
    for good in ["/om/", "om/index.md#del", "https://x.se/y/om/", "https://a.se/", "?a=b", "mailto:a@b.se", "/forr/"] {
        assert_eq!(seen(&format!("[prov-ord](<{good}>)")), (false, true), "{good}");
    }
    for bad in ["/om", "", "../", "//a.se/", "https://a@b.se/", "/om/#fel", "om/index.md#fel", "https://a.se/b c"] {
        assert_eq!(seen(&format!("[prov-ord](<{bad}>)")), (true, false), "{bad}");
    }
    assert_eq!(seen("![prov-ord](../media/karta.svg)"), (false, true));
    for bad in ["https://a.se/x.png", "/media/avtal.pdf", "/om/"] {
        assert_eq!(seen(&format!("![prov-ord]({bad})")), (true, false), "{bad}");
    }
}
