use proptest::prelude::*;
use quick_xml::Reader;

use super::*;

fn drawing(content: &str) -> Result<Clean, Fault> {
    clean(format!("<svg xmlns='{SVG}' xmlns:x='{XLINK}'>{content}</svg>").as_bytes())
}

fn names(names: &BTreeSet<String>) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

/// Whether nothing in a published drawing could run, move or be fetched. It is read with another reader than wrote it.
fn is_harmless(text: &str) -> Result<(), String> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<String> = Vec::new();
    let mut sheet = String::new();
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) => {
                is_harmless_tag(&tag, &open)?;
                open.push(tag.name().as_ref().to_owned());
            }
            Event::Empty(tag) => is_harmless_tag(&tag, &open)?,
            Event::End(_) => {
                if open.pop().as_deref() == Some("style") {
                    is_harmless_style(&std::mem::take(&mut sheet))?;
                }
            }
            Event::Text(text) if open.last().is_some_and(|name| name == "style") => sheet.push_str(&text),
            Event::GeneralRef(reference) => {
                let letter = reference.resolve_char_ref().map_err(|error| error.to_string())?.map(String::from);
                let letter = letter.or_else(|| escape::resolve_predefined_entity(&reference).map(str::to_owned));
                sheet.push_str(&letter.ok_or("an entity")?);
            }
            Event::Text(_) => {}
            Event::Eof => return Ok(()),
            other => return Err(format!("{other:?}")),
        }
    }
}

fn is_harmless_tag(tag: &BytesStart<'_>, open: &[String]) -> Result<(), String> {
    let name = tag.name().as_ref().to_owned();
    if !ELEMENTS.contains(&name.as_str()) || open.last().is_some_and(|parent| parent == "style") {
        return Err(format!("<{name}> in {open:?}"));
    }
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let key = attribute.key.as_ref();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
        let is_known = ATTRIBUTES.contains(&key) || PROPERTIES.contains(&key) || key == "xmlns";
        let is_own = value.trim_start().starts_with('#') || value.starts_with("data:image/png;base64,");
        if !is_known || key == "href" && (!is_own || name == "a") {
            return Err(format!("{key}={value}"));
        }
        is_harmless_style(&value)?;
    }
    Ok(())
}

fn is_harmless_style(style: &str) -> Result<(), String> {
    let bare: String = style.to_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect();
    let fetches = ["@import", "keyframes", "\\", "javascript:", "src(", "image-set("];
    let lower = style.to_lowercase();
    let is_property = |(at, name): (usize, &str)| {
        !lower[..at].ends_with(char::is_alphanumeric) && lower[at + name.len()..].trim_start().starts_with(':')
    };
    if lower.match_indices("animation").chain(lower.match_indices("transition")).any(is_property) {
        return Err(format!("motion in {style}"));
    }
    for address in bare.split("url(").skip(1) {
        if !address.trim_start_matches(['"', '\'']).starts_with('#') {
            return Err(format!("url({address} in {style}"));
        }
    }
    match fetches.iter().find(|part| bare.contains(**part)) {
        Some(part) => Err(format!("{part} in {style}")),
        None => Ok(()),
    }
}

#[test]
fn a_link_looks_as_before_and_leads_nowhere() {
    let link = "<a href='https://annan.example/' x:href='#b' target='_top' transform='scale(2)' class='b'><path d='M0 0'/></a>";
    let Clean { text, removed, .. } = drawing(link).unwrap();
    assert!(text.contains("<a transform=\"scale(2)\" class=\"b\"><path d=\"M0 0\"/></a>"), "{text}");
    assert_eq!(names(&removed), Vec::<&str>::new());
}

#[test]
fn a_link_in_a_text_counts_as_what_it_paints_with() {
    let shown = "<a fill='url(#p0)'>x</a>".repeat(10);
    let patterns: String = (1..8)
        .map(|level| {
            format!("<pattern id='p{level}'><text>{}</text></pattern>", shown.replace("p0", &format!("p{}", level - 1)))
        })
        .collect();
    let first = "<pattern id='p0'><path d='M0 0'/></pattern>";
    let fault = drawing(&format!("{first}{patterns}<text><a fill='url(#p7)'>x</a></text>")).unwrap_err();
    assert!(matches!(fault, Fault::TooMuch), "{fault:?}");
}

#[test]
fn a_choice_of_languages_stays_a_choice() {
    let choice = "<switch><g systemLanguage='en'><path d='M0 0'/></g><g><path d='M1 1'/></g></switch>";
    let Clean { text, removed, .. } = drawing(choice).unwrap();
    assert!(text.contains(&choice.replace('\'', "\"")), "{text}");
    assert_eq!(names(&removed), Vec::<&str>::new());
}

/// A style sheet in a style sheet ended the outer one, whose rest was then published as text.
#[test]
fn a_style_sheet_in_a_style_sheet_hides_nothing() {
    for inner in
        ["<style></style>", "<style/>", "<g><style/></g>", "<g/>", "<x:a/>", "<script/>", "<x:style></x:style>"]
    {
        let clean =
            drawing(&format!("<style>{inner}@import 'https://ute.example/x.css'; a{{fill:url(//ute)}}</style>"))
                .unwrap();
        assert!(!clean.text.contains("ute"), "{inner}: {}", clean.text);
        assert!(clean.text.contains("<style></style>"), "{}", clean.text);
        assert!(clean.removed.contains("<style>"), "{inner}: {:?}", clean.removed);
    }
    let clean = drawing("<style>@im<g>x</g>port 'https://ute.example/x.css'</style>").unwrap();
    assert_eq!(names(&clean.removed), ["<g>", "<style>"], "joined, as a browser joins it");
    let clean = drawing("<style>a{fill:red}<title>t</title>b{}</style><g/>").unwrap();
    assert!(clean.text.contains("<style>a{fill:red}b{}</style><g/>"), "{}", clean.text);
    assert_eq!(names(&clean.removed), ["<title>"]);
}

#[test]
fn a_picture_is_in_its_address_and_a_part_is_in_the_drawing() {
    let clean = drawing("<image href='#a'/><use x:href='data:image/png;base64,AAAA'/><use href=' #a'/>").unwrap();
    assert!(clean.text.contains("<image/><use/><use href=\" #a\"/>"), "{}", clean.text);
    assert_eq!(names(&clean.removed), ["href"]);
}

#[test]
fn what_moves_is_left_out_and_named() {
    let clean = drawing(
        "<style>@keyframes k{to{r:1}} circle{animation:k 1s}</style><style>a{transition : r 1s}</style>\
         <circle style='animation-name:k'><animate attributeName='r' to='2'/></circle><set/>",
    );
    let clean = clean.unwrap();
    assert_eq!(names(&clean.moving), ["<animate>", "<set>", "@keyframes", "animation", "transition"]);
    assert!(clean.removed.is_empty());
    assert!(clean.text.contains("<style></style><style></style><circle></circle>"), "{}", clean.text);
}

/// Ten levels, each of ten of the one before.
fn levels(of: impl Fn(usize) -> String) -> String {
    (1..10).map(of).collect()
}

#[test]
fn what_is_shown_again_and_again_is_counted_each_time() {
    let ten = |part: String| part.repeat(10);
    let first = "<g id='a0'><rect/></g>";
    let uses = levels(|i| format!("<g id='a{i}'>{}</g>", ten(format!("<use href='#a{}'/>", i - 1))));
    let symbols = levels(|i| format!("<symbol id='a{i}'>{}</symbol>", ten(format!("<use href='#%61{}'/>", i - 1))));
    let of = |name: &str, property: &str| {
        let shapes = |i| ten(format!("<path d='M0 0 1 1' {property}='url(\"#a{}\")'/>", i - 1));
        levels(|i| format!("<{name} id='a{i}'>{}</{name}>", shapes(i)))
    };
    let inherited = levels(|i| {
        format!("<pattern id='a{i}'><g style='fill:url(#a{})'>{}</g></pattern>", i - 1, ten("<rect/>".into()))
    });
    let sheet: String = (1..10).map(|i| format!(".s{i}{{stroke:url(#a{})}}", i - 1)).collect();
    let by_class = levels(|i| format!("<pattern id='a{i}'>{}</pattern>", ten(format!("<rect class='x s{i}'/>"))));
    let by_use = levels(|i| {
        format!(
            "<g id='g{i}'>{}</g><pattern id='a{i}'><use href='#g{i}' fill='url(#a{})'/></pattern>",
            ten("<rect/>".into()),
            i - 1
        )
    });
    let corners = levels(|i| {
        format!("<marker id='a{i}'><path d='M0 0{}' style='marker-mid:url(#a{})'/></marker>", "h1".repeat(10), i - 1)
    });
    for content in [
        uses,
        symbols,
        of("pattern", "fill"),
        of("mask", "mask"),
        of("clipPath", "clip-path"),
        of("marker", "marker-start"),
        inherited,
        format!("<style>{sheet}</style>{by_class}"),
        format!("{by_class}<style><![CDATA[{sheet}]]></style>"),
        by_use,
        corners,
    ] {
        let content = format!("{first}{content}");
        assert!(content.len() < 10_000);
        assert_eq!(drawing(&content).unwrap_err(), Fault::TooMuch, "{content:.200}");
    }
    let few = levels(|i| format!("<g id='a{i}'><use href='#a{}'/></g>", i - 1));
    assert!(drawing(&format!("{first}{few}")).is_ok());
}

#[test]
fn a_drawing_as_large_as_maps_are_is_drawn() {
    let stops = "<stop/>".repeat(5);
    let shapes = "<path class='a' d='M0 0h1v1z'/><use href='#p'/>".repeat(3_000);
    let map = format!(
        "<style>.a{{fill:url(#g)}}</style><linearGradient id='g'>{stops}</linearGradient><circle id='p'/>\
         <mask id='m'><rect fill='white'/></mask><g mask='url(#m)' clip-path='url(#m)'>{shapes}</g>"
    );
    assert!(drawing(&map).is_ok());
    let count = |count: usize| drawing(&"<g/>".repeat(count)).map(drop);
    // The outermost element is one.
    assert_eq!(count(MAX_SHOWN as usize - 1), Ok(()));
    assert_eq!(count(MAX_SHOWN as usize), Err(Fault::TooMuch));
}

#[test]
fn a_part_that_shows_itself_is_a_fault() {
    for content in [
        "<g id='a'><use href='#a'/></g>",
        "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>",
        "<pattern id='a'><rect fill='url(#a)'/></pattern>",
        "<style>rect{fill:url(#a)}</style><pattern id='a'><rect id='b'/></pattern><use href='#b'/>",
        "<style>rect{fill:url(#a)}</style><pattern id='a'><use href='#b'/></pattern><rect id='b'/>",
        "<mask id='a' mask='url(#a)'/>",
        "<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/>",
    ] {
        assert_eq!(drawing(content).unwrap_err(), Fault::Circle, "{content}");
    }
    // Twice the same name: browsers take the first.
    assert!(drawing("<g id='a'/><g id='a'><use href='#a'/></g><use href='#borta'/>").is_ok());
}

/// Charts are written so. No browser paints a pattern within itself.
#[test]
fn a_part_that_would_inherit_itself_is_drawn() {
    for content in [
        "<style>.bar rect{fill:url(#diag)}</style><pattern id='diag'><rect/></pattern><g class='bar'><rect/></g>",
        "<style>rect{fill:url(#a)}</style><pattern id='a'><g><rect/></g></pattern><rect/>",
        "<style>*{fill:url(#a)}</style><pattern id='a'><rect/></pattern>",
        "<style>*{clip-path:url(#c)}</style><clipPath id='c'><rect/></clipPath><rect/>",
        "<g fill='url(#p)'><pattern id='p'><rect fill='red'/><rect/></pattern><rect/></g>",
        "<style>path{marker-end:url(#m)}</style><marker id='m'><path d='M0 0'/></marker><path d='M0 0h1'/>",
    ] {
        assert!(drawing(content).is_ok(), "{content}: {:?}", drawing(content));
    }
    // What is inherited beside it counts.
    let two = "<g fill='url(#p)'><g stroke='url(#q)'><pattern id='p'><rect fill='url(#q)'/></pattern></g></g>\
               <pattern id='q'><rect fill='url(#p)'/></pattern>";
    assert_eq!(drawing(two).unwrap_err(), Fault::Circle);
}

#[test]
fn an_arrow_is_drawn_at_the_end_of_a_line_only() {
    let arrow = format!("<marker id='m'>{}</marker>", "<path/>".repeat(100));
    let line = |name: &str| format!("{arrow}<path d='M0 0{}' {name}='url(#m)'/>", "h1".repeat(1_000));
    assert!(drawing(&line("marker-end")).is_ok() && drawing(&line("marker-start")).is_ok());
    assert_eq!(drawing(&line("marker-mid")).unwrap_err(), Fault::TooMuch);
    assert_eq!(drawing(&line("style='marker:url(#m)' class")).unwrap_err(), Fault::TooMuch);
}

#[test]
fn addresses_in_addresses_are_too_much() {
    for content in [
        format!("<g fill=\"{}\"/>", "url(#".repeat(100_000)),
        format!("<style>a{{fill:{}</style>", "url(#".repeat(100_000)),
    ] {
        assert_eq!(drawing(&content).unwrap_err(), Fault::TooMuch);
    }
    let nested = format!("<style>{}</style>", "g{fill:url(#a);".repeat(10_000));
    assert_eq!(drawing(&nested).unwrap_err(), Fault::TooMuch);
}

/// A chain as long as a drawing can be is weighed without running out of stack.
#[test]
fn a_long_chain_is_weighed() {
    let chain: String = (1..20_000).map(|i| format!("<g id='a{i}'><use href='#a{}'/></g>", i - 1)).collect();
    assert_eq!(drawing(&chain).unwrap_err(), Fault::TooMuch);
    let chain: String = (1..20_000).map(|i| format!("<g id='a{i}'/><use href='#a{}'/>", i - 1)).collect();
    assert!(drawing(&chain).is_ok());
}

/// Each of many rules for each of many elements would be more to look through than there is to draw.
#[test]
fn many_rules_for_many_elements_are_too_much() {
    let rules = "*{fill:url(#a)}".repeat(20_000);
    let elements = "<g/>".repeat(20_000);
    assert_eq!(drawing(&format!("<style>{rules}</style>{elements}")).unwrap_err(), Fault::TooMuch);
    assert!(drawing(&format!("<style>{rules}</style><g/>")).is_ok());
}

/// Elements in one another, with what could fetch something in their text and attributes.
fn content() -> impl Strategy<Value = String> {
    let words = [
        "@import 'https://ute.example/x.css';",
        "@im",
        "port 'https://ute.example/x.css';",
        "url(",
        "u",
        "rl(//ute.example)",
        "#a)",
        "a{fill:",
        "}",
        ";",
        "&#64;",
        "&#x75;",
        "<!-- -->",
        "<![CDATA[@import]]>",
        "<![CDATA[ url( ]]>",
        "&lt;style>",
        "/*",
        "*/",
        "\\75",
        "javascript:x()",
        "animation",
        ":",
        "<?pi?>",
        " ",
        "\"",
        "'",
        "&amp;",
        "@keyframes k{}",
        "transition:",
        "&x;",
    ];
    let attributes = [
        "",
        " onload='x()'",
        " href='#a'",
        " href='https://ute.example'",
        " style='fill:url(//ute.example)'",
        " xmlns='http://www.w3.org/1999/xhtml'",
        " x:href=' java&#10;script:x()'",
        " fill='url( &quot;//ute.example&quot;)'",
        " style='animation:k'",
        " xml:base='//ute.example'",
        " xmlns:s='http://www.w3.org/2000/svg'",
        " href='data:image/svg+xml,x'",
    ];
    let names = [
        "style",
        "style",
        "g",
        "svg",
        "title",
        "text",
        "script",
        "use",
        "image",
        "a",
        "x:style",
        "animate",
        "foreignObject",
        "STYLE",
    ];
    let text = prop::collection::vec(prop::sample::select(words.to_vec()), 0..4).prop_map(|words| words.concat());
    text.prop_recursive(4, 40, 5, move |inner| {
        let element = (
            prop::sample::select(names.to_vec()),
            prop::sample::select(attributes.to_vec()),
            prop::collection::vec(inner, 0..5),
        );
        element.prop_map(|(name, attribute, content)| format!("<{name}{attribute}>{}</{name}>", content.concat()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn whatever_comes_out_is_harmless(parts in prop::collection::vec(content(), 1..4)) {
        if let Ok(clean) = drawing(&parts.concat()) {
            prop_assert_eq!(is_harmless(&clean.text), Ok(()), "{}", clean.text);
            let again = super::clean(clean.text.as_bytes()).unwrap();
            prop_assert_eq!(&again.text, &clean.text);
            prop_assert!(again.removed.is_empty() && again.moving.is_empty());
        }
    }
}
