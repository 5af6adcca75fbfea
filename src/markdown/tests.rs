//! What a body says, what it looks like, and what it cannot do.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

mod checker;

/// A page that allows everything, so that only the renderer's own refusals remain.
struct Open;

impl Page for Open {
    fn link(&self, target: &str) -> Option<Href> {
        Some(Href { url: target.to_owned(), external: target.starts_with("http") })
    }

    fn image(&self, target: &str) -> Option<Picture> {
        // Of a picture in `/media/` everything is known.
        let known = |text: &str| target.starts_with("/media/").then(|| text.to_owned());
        Some(Picture {
            url: target.to_owned(),
            width: Some(640),
            height: known("").map(|_| 480),
            webp: known(&format!("{target}.webp")),
            credit: known("Bild: A & <B>."),
            description: known("Lång \"text\"").filter(|_| target.contains("karta")),
        })
    }

    fn citation(&self, number: u32) -> Option<String> {
        (number < 10).then(|| format!("\"Rapport\" <{number}> & mer"))
    }

    fn label(&self, key: Label) -> &str {
        match key {
            Label::Source => "Källa",
            Label::Table => "Tabell",
        }
    }

    fn heading_shift(&self) -> u8 {
        1
    }
}

/// HTML of the whole body, checked, without the h2 headings.
fn html(body: &str) -> String {
    let mut ids = HashSet::new();
    let mut html = String::new();
    for section in render(body, &Open).sections {
        assert!(section.id.is_empty() || ids.insert(section.id), "id twice");
        checker::check(&section.html, &mut ids);
        html.push_str(&section.html);
    }
    html
}

/// Reads a body, checks every span, and returns what the spans of the citation groups and their numbers hold.
fn citations(body: &str) -> Vec<(&str, Vec<(u32, &str)>)> {
    let read = read(body, 0);
    let numbers = |group: &CitationGroup| group.numbers.iter().map(|(n, at)| (*n, &body[at.clone()])).collect();
    read.citations.iter().map(|group| (&body[group.span.clone()], numbers(group))).collect()
}

/// Asserts that both functions agree and that every span holds what it should.
fn check(body: &str) {
    const OFFSET: usize = 7;
    let facts = read(body, OFFSET);
    let text = |span: &Span| {
        assert!(span.start >= OFFSET && span.start <= span.end, "{span:?} in {body:?}");
        body.get(span.start - OFFSET..span.end - OFFSET).unwrap_or_else(|| panic!("{span:?} in {body:?}"))
    };
    for link in &facts.links {
        assert!(text(&link.span).starts_with(['[', '<']), "{link:?} in {body:?}");
        assert!(text(&link.span).ends_with([']', ')', '>']), "{link:?} in {body:?}");
    }
    for image in &facts.images {
        assert!(text(&image.span).starts_with("!["), "{image:?} in {body:?}");
    }
    for group in &facts.citations {
        assert!(text(&group.span).starts_with('[') && text(&group.span).ends_with(']'), "{group:?} in {body:?}");
        assert!(!group.numbers.is_empty());
        for (number, span) in &group.numbers {
            assert_eq!(text(span).parse(), Ok(*number), "in {body:?}");
        }
    }
    for span in &facts.raw_html {
        assert!(text(span).trim_start().starts_with('<'), "{:?} in {body:?}", text(span));
    }
    for heading in &facts.headings {
        assert!(!heading.id.is_empty() && heading.id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
        assert_eq!(text(&heading.span).trim_end(), text(&heading.span));
    }
    facts.too_deep.as_ref().map(text);
    html(body);
    let rendered = render(body, &Open).sections;
    assert_eq!(rendered.len(), facts.sections.len());
    let mut end = None;
    for (section, rendered) in facts.sections.iter().zip(rendered) {
        assert_eq!((&section.title, &section.id), (&rendered.title, &rendered.id));
        assert!(end.is_none_or(|end| end <= section.heading.start && section.heading.end <= section.body.start));
        text(&section.heading);
        text(&section.body);
        end = Some(section.body.end);
    }
}

#[test]
fn an_image_alone_is_a_figure_with_its_credit() {
    let img = "<picture><source type=\"image/webp\" srcset=\"/media/a.png.webp\">\
        <img src=\"/media/a.png\" alt=\"A\" width=\"640\" height=\"480\"></picture>";
    let lazy = img.replace("></picture>", " loading=\"lazy\"></picture>");
    let credit = "Bild: A &amp; &lt;B&gt;.";
    let figure =
        |img: &str| format!("<figure>{img}\n<figcaption><p class=\"note\">{credit}</p></figcaption>\n</figure>\n");
    assert_eq!(html("![A](/media/a.png)"), figure(img));
    assert_eq!(
        html("![A](/media/a.png)\n\n![A](/media/a.png)"),
        figure(img) + &figure(&lazy),
        "only the first is eager"
    );
    assert!(html("![K](/media/karta.png)").contains("<figcaption><p>Lång &quot;text&quot;</p><p class=\"note\">Bild"));
}

#[test]
fn credits_of_images_in_text_stand_at_the_end_of_the_block() {
    let small = "<small class=\"note\">Bild: A &amp; &lt;B&gt;.</small>";
    let text = html("Se ![A](/media/a.png) här");
    assert!(text.starts_with("<p>Se <picture>") && text.ends_with(&format!("</picture> här {small}</p>\n")), "{text}");
    let link = html("[![A](/media/a.png)](/x/)");
    assert!(link.ends_with(&format!("</picture></a> {small}</p>\n")), "{link}");
    let two = html("![A](/media/a.png)![B](/media/b.png)");
    assert!(two.starts_with("<p>") && two.ends_with(&format!(" {small} {small}</p>\n")), "{two}");
    let list = html("- ![A](/media/a.png)\n- b");
    assert!(list.contains(&format!("{small}</li>")) && list.ends_with("<li>b</li>\n</ul>\n"), "{list}");
    let table = html("| a |\n| --- |\n| ![A](/media/a.png) |");
    assert!(table.contains(&format!("{small}</td>")), "{table}");
    assert!(html("### ![A](/media/a.png)").contains(&format!("{small}</h4>")));
    // The image of a section's heading is not shown, and neither is its credit.
    assert_eq!(html("## ![A](/media/a.png)\n\nb"), "<p>b</p>\n");
}

#[test]
fn sections_begin_at_h2_and_know_whether_they_are_empty() {
    let body =
        "Inledning.\n\n## Arbetssätt\n\nText om å 🎉.\n\n## Rutiner\n\n### Vem gör vad?\n\n## Rutiner\n![x](y)\n";
    let facts = read(body, 0);
    let seen: Vec<_> = facts.sections.iter().map(|s| (s.title.as_str(), s.id.as_str(), s.empty)).collect();
    let expected = [
        ("", "", false),
        ("Arbetssätt", "arbetssatt", false),
        ("Rutiner", "rutiner", true),
        ("Rutiner", "rutiner-2", false),
    ];
    assert_eq!(seen, expected);
    assert_eq!(&body[facts.sections[1].heading.clone()], "## Arbetssätt");
    assert_eq!(body[facts.sections[1].body.clone()].trim(), "Text om å 🎉.");
    assert_eq!(&body[facts.headings[2].span.clone()], "### Vem gör vad?");
    assert_eq!(facts.headings[2].id, "vem-gor-vad");
    check(body);
}

#[test]
fn an_h2_in_a_quote_begins_no_section() {
    let body = "> ## Citat\n> text\n";
    assert_eq!(read(body, 0).sections.len(), 1);
    assert_eq!(html(body), "<blockquote>\n<h3 id=\"citat\">Citat</h3>\n<p>text</p>\n</blockquote>\n");
}

#[test]
fn anchors_are_plain_unique_and_never_those_of_sources() {
    let id = |body: &str| read(body, 0).headings.into_iter().map(|h| h.id).collect::<Vec<_>>();
    assert_eq!(id("## Åtgärd – idé & Øl!"), ["atgard-ide-ol"]);
    assert_eq!(id("## A\u{30a}tga\u{308}rd"), ["atgard"]);
    assert_eq!(id("## 🎉\n## \n"), ["section", "section-2"]);
    assert_eq!(id("# a-2\n# a\n# a\n# a\n"), ["a-2", "a", "a-3", "a-4"]);
    assert_eq!(id("# Källa 1\n# Källa\n# Källa\n"), ["kalla-1-2", "kalla", "kalla--2"]);
}

#[test]
fn citations_side_by_side_support_the_same_claim() {
    let body = "Möts å 🎉 [1][3]. Och [1, 3] [2]\n[4], *men* [12]. \\[5] &#91;6] [7](x) `[8]` [9]: [a] [] [1-2] [,]\n\n    [1]\n";
    let expected = [
        ("[1][3]", vec![(1, "1"), (3, "3")]),
        ("[1, 3] [2]\n[4]", vec![(1, "1"), (3, "3"), (2, "2"), (4, "4")]),
        ("[12]", vec![(12, "12")]),
        ("[9]", vec![(9, "9")]),
    ];
    assert_eq!(citations(body), expected);
    assert_eq!(citations("> [1,\n> 3]\n"), [("[1,\n> 3]", vec![(1, "1"), (3, "3")])]);
    assert_eq!(citations("[1,\r\n 3]\r\n"), [("[1,\r\n 3]", vec![(1, "1"), (3, "3")])]);
    assert_eq!(citations("\\\\[1] \\*[2] ![3]").len(), 3);
    assert_eq!(citations("[1]\n\n[1]: /x\n"), []);
    assert_eq!(read(body, 100).citations[0].numbers[1].1, 118..119);
}

#[test]
fn a_citation_is_a_link_named_after_its_source() {
    let name = "Källa 1: &quot;Rapport&quot; &lt;1&gt; &amp; mer";
    let expected = format!("<p>Så [<a class=\"kalla\" href=\"#kalla-1\" aria-label=\"{name}\">1</a>, 77].</p>\n");
    assert_eq!(html("Så [1, 77]."), expected);
    let expected = format!("<p><a class=\"kalla\" href=\"#kalla-1\" aria-label=\"{name}\">[1]</a>[77]</p>\n");
    assert_eq!(html("[1][77]"), expected);
    assert_eq!(html("\\[1]"), "<p>[1]</p>\n");
}

#[test]
fn links_and_images_keep_target_text_and_place() {
    let body = "å [a *b* ![bild å](i.png \"t\")](/x/) <https://a.se> <n@a.se> [r][d] ![](e)\n\n[d]: /d/ 'Titel'\n";
    let facts = read(body, 0);
    let links: Vec<_> = facts.links.iter().map(|l| (l.target.as_str(), l.text.as_str(), l.autolink)).collect();
    let expected = [
        ("/x/", "a b bild å", false),
        ("https://a.se", "https://a.se", true),
        ("mailto:n@a.se", "n@a.se", true),
        ("/d/", "r", false),
    ];
    assert_eq!(links, expected);
    assert_eq!(&body[facts.links[0].span.clone()], "[a *b* ![bild å](i.png \"t\")](/x/)");
    assert_eq!(&body[facts.links[3].span.clone()], "[r][d]");
    let images: Vec<_> = facts.images.iter().map(|i| (i.target.as_str(), i.alt.as_str())).collect();
    assert_eq!(images, [("i.png", "bild å"), ("e", "")]);
    let expected = "<p>å <a href=\"/x/\">a <em>b</em> <img src=\"i.png\" alt=\"bild å\" width=\"640\" title=\"t\"></a> \
        <a href=\"https://a.se\" rel=\"external\">https://a.se</a> <a href=\"mailto:n@a.se\">n@a.se</a> \
        <a href=\"/d/\" title=\"Titel\">r</a> <img src=\"e\" alt=\"\" width=\"640\" loading=\"lazy\"></p>\n";
    assert_eq!(html(body), expected);
}

#[test]
fn a_link_within_an_alternative_text_is_text() {
    let body = "[före](/a/) ![b [c](/c/) *d* ![e](/e)](/i)";
    let facts = read(body, 0);
    assert_eq!((facts.links.len(), facts.links[0].text.as_str()), (1, "före"));
    assert_eq!(facts.images.len(), 1);
    assert_eq!(html(body), "<p><a href=\"/a/\">före</a> <img src=\"/i\" alt=\"b c d e\" width=\"640\"></p>\n");
    assert!(!html("[a <https://b.se> c](/d/)").contains("https://b.se\""));
}

#[test]
fn tables_are_scrollable_regions_with_names_of_their_own() {
    let table = "|Ort å|Antal|\n|:-|-:|\n|Umeå|1 000|\n";
    let expected = "<section class=\"tabell\" tabindex=\"0\" aria-label=\"Tabell\">\n<table>\n<thead>\n\
        <tr><th scope=\"col\" class=\"text-left\">Ort å</th><th scope=\"col\" class=\"text-right\">Antal</th></tr>\n\
        </thead>\n<tbody>\n<tr><td class=\"text-left\">Umeå</td><td class=\"text-right\">1 000</td></tr>\n</tbody>\n\
        </table></section>\n";
    assert_eq!(html(table), expected);
    let two = html(&format!("{table}\n## A \"b\"\n\n{table}"));
    assert!(two.contains("aria-label=\"Tabell 2: A &quot;b&quot;\""), "{two}");
    assert!(!html("|a|\n|-|\n").contains("tbody"));
}

#[test]
fn the_other_elements_look_as_expected() {
    assert_eq!(html("3. a\n4. b\n"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
    assert_eq!(html("1. a\n\n   b\n"), "<ol>\n<li><p>a</p>\n<p>b</p>\n</li>\n</ol>\n");
    assert_eq!(html("```x\"y\n<b>&å\n```\n"), "<pre tabindex=\"0\"><code>&lt;b&gt;&amp;å\n</code></pre>\n");
    assert_eq!(html("a\nb\\\n**c** `<`\n\n***\n"), "<p>a\nb<br>\n<strong>c</strong> <code>&lt;</code></p>\n<hr>\n");
    assert_eq!(html("###### a *b*"), "<h6 id=\"a-b\">a <em>b</em></h6>\n");
    assert_eq!(html("~~a~~ [^1] \"b\" ---"), "<p>~~a~~ [^1] &quot;b&quot; ---</p>\n");
    assert_eq!(html("- [ ] a"), "<ul>\n<li>[ ] a</li>\n</ul>\n");
}

#[test]
fn raw_html_is_reported_and_becomes_visible_text() {
    let body = "å <b onclick=x>b</b>\n\n<script>\nalert(1)\n</script>\n\n<!-- c -->\n";
    let spans: Vec<_> = read(body, 0).raw_html.into_iter().map(|span| &body[span]).collect();
    assert_eq!(spans, ["<b onclick=x>", "</b>", "<script>\nalert(1)\n</script>", "<!-- c -->"]);
    assert!(html(body).contains("<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;\n</p>"), "{}", html(body));
}

#[test]
fn unsafe_addresses_lose_their_link_and_keep_their_text() {
    let refused = [
        "[t](javascript:alert(1))",
        "[t](JaVaScRiPt:alert(1))",
        "[t](&#106;avascript:alert(1))",
        "[t](&#x6A;avascript&colon;alert(1))",
        "[t](javascript&#58;alert(1))",
        "[t](<java&Tab;script:alert(1)>)",
        "[t](<java&NewLine;script:alert(1)>)",
        "[t](<&#1;javascript:alert(1)>)",
        "[t](< javascript:alert(1)>)",
        "[t](<&nbsp;javascript:alert(1)>)",
        "[t](data:text/html,x)",
        "[t](vbscript:x)",
        "[t](file:///etc/passwd)",
        "[t](//evil.se)",
        "[t](/\\\\evil.se)",
        "[t](<\\\\\\\\evil.se>)",
        "[t](</&Tab;/evil.se>)",
        "[t](\u{200b}javascript:x)",
        "[t][r]\n\n[r]: javascript:x",
        "![t](data:image/svg+xml,x)",
        "![t](javascript:x)",
        "![t](mailto:x)",
    ];
    for body in refused {
        assert_eq!(html(body), "<p>t</p>\n", "{body}");
        let facts = read(body, 0);
        assert_eq!(facts.links.len() + facts.images.len(), 1, "{body}");
    }
    assert_eq!(html("<javascript:alert(1)>"), "<p>javascript:alert(1)</p>\n");
    for body in ["[t](javascript%3Aa)", "[t](a/b:c)", "[t](#å)", "[t](?a:b)", "[t](tel:+46)", "[t](HTTPS://a.se)"] {
        assert!(html(body).starts_with("<p><a href="), "{body}");
    }
}

#[test]
fn script_in_any_other_position_is_text() {
    let quote = "[a](/x \"\\\"><script>alert(1)</script>\") ![\"><script>](/y '\"onerror=x') [b](</\"onclick=x>)";
    for body in [quote, "# <script>\n", "```\"><script>\nx\n```", "|<script>|\n|-|\n", "[r]\n\n[r]: /x '\"><script>'"] {
        assert!(!html(body).contains("<script"), "{body}");
    }
}

#[test]
fn signs_of_control_are_replaced_or_kept_but_never_fatal() {
    assert_eq!(html("a\0b &#0;"), "<p>a\u{FFFD}b \u{FFFD}</p>\n");
    assert_eq!(html("a\u{202e}b\u{2066}"), "<p>a\u{202e}b\u{2066}</p>\n");
    check("\u{feff}# \0\r\n\r\n[å\0](/\0 \"\0\")\r\n|\0|\r\n|-|\r\n");
}

#[test]
fn deep_nesting_is_reported_and_rendered_flat() {
    assert_eq!(read(&format!("{}a", "> ".repeat(63)), 0).too_deep, None);
    let body = format!("{}a\n", "> ".repeat(64));
    assert_eq!(read(&body, 5).too_deep, Some(5 + 128..5 + 129));
    assert_eq!(html(&body).matches("<blockquote>").count(), 64);
    let body = format!("{}a\n{}b", "- ".repeat(40), "  ".repeat(39) + "- ");
    assert!(html(&body).contains("<li>a\nb\n</li>"), "{}", html(&body));
    assert!(html(&format!("{}[t](/x/) **b**", "> ".repeat(70))).contains("t b"));
    assert!(html(&format!("{}a", "> ".repeat(600))).contains("\\ &gt; &gt;"));
}

#[test]
fn hostile_repetition_takes_no_more_than_linear_time() {
    const MEBIBYTE: usize = 1 << 20;
    let fill = |part: &str| part.repeat(MEBIBYTE / part.len());
    let mut bodies: Vec<String> =
        [">", "> ", "[", "![", "*", "_", "`", "<", "- ", "1. ", "[a](", "[1]", "[1,", "# a\n", "|", "\\[1]", "**a *b "]
            .map(fill)
            .into();
    bodies.extend(
        ["www.a ", "https://a*", "[a][b] ", "[a]: /b\n\n[a]\n\n", "[a](/b c) ", "[[a][]", "|a|\n", "##a\n", "> |a"]
            .map(fill),
    );
    bodies.extend(
        ["]:", "[]:", "[a]:", "- [a]:", "[a]: /b\n"]
            .map(|part| format!("[a]: /x\n\n{}", part.repeat(MEBIBYTE / part.len()))),
    );
    bodies.push(">".repeat(MEBIBYTE / 2) + &"b\n".repeat(MEBIBYTE / 4));
    bodies.push("1. ".repeat(MEBIBYTE / 6) + "a\n" + &"b\n".repeat(MEBIBYTE / 4));
    bodies.push("[".repeat(10_000) + "a" + &"](x)".repeat(10_000));
    bodies.push("![".repeat(10_000) + "a" + &"](x)".repeat(10_000));
    bodies.push("a|".repeat(10_000) + "\n" + &"-|".repeat(10_000) + "\n" + &"a|\n".repeat(10_000));
    for body in bodies {
        let start = Instant::now();
        let facts = read(&body, 0);
        assert_eq!(facts.sections.len(), render(&body, &Open).sections.len());
        let name: String = body.chars().take(8).collect();
        // A second at most on a machine with nothing else to do; in quadratic time it would be many minutes.
        assert!(start.elapsed() < Duration::from_secs(90), "{name:?}: {:?}", start.elapsed());
    }
}

/// Pieces that mean something to Markdown, HTML or browsers, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "](/x/)",
        "](/x \"",
        "\")",
        "[1]",
        "[1, 3]",
        ", ",
        "\\",
        "`",
        "```",
        "~~~",
        "\n",
        "\n\n",
        "\r\n",
        "  \n",
        "    ",
        "\t",
        " ",
        "> ",
        "- ",
        "3. ",
        "## ",
        "# ",
        "### ",
        "---",
        "===",
        "*",
        "**",
        "_",
        "|",
        "|a|b|\n|-|:-:|\n",
        "<",
        ">",
        "<b>",
        "</b>",
        "<script>",
        "<!--",
        "-->",
        "<?",
        "<https://a.se>",
        "<n@a.se>",
        "javascript:",
        "&#106;",
        "&colon;",
        "&Tab;",
        "&amp;",
        "&#0;",
        "&",
        "\"",
        "'",
        "[r]: ",
        "[r]",
        "//",
        "data:",
        "å",
        "🎉",
        "a\u{30a}",
        "\0",
        "\u{202e}",
        "\u{85}",
        "a",
        "b",
        "1",
        "kalla",
        "\u{feff}",
        "\u{200b}",
        "[^1]",
        ":",
        "!",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 2_000 } else { 50_000 }))]

    #[test]
    fn any_string_is_read_and_rendered(body in any::<String>()) {
        check(&body);
    }

    #[test]
    fn any_arrangement_of_markup_is_read_and_rendered(body in pieces()) {
        check(&body);
    }
}
