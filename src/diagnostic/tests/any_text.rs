//! Whatever a file holds and whatever is marked in it, something sane is shown.

use proptest::prelude::*;

use super::*;

fn any_text() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "å",
        "🎉",
        "👩‍👧",
        "e\u{301}",
        "\u{FEFF}",
        "\u{202e}",
        "\x1b[31m",
        "1",
        "811218-9876",
        "ﷺ",
        "                              ",
        "// ",
        "{",
        "\u{0}",
        "漢",
    ]);
    prop_oneof![
        any::<String>(),
        "\\PC*",
        prop::collection::vec(prop_oneof![odd.prop_map(str::to_owned), any::<char>().prop_map(String::from)], 0..60)
            .prop_map(|parts| parts.concat()),
        "[a ]{0,40}[\n\t]{0,3}.{90,300}",
    ]
}

fn any_span() -> impl Strategy<Value = Range<usize>> {
    let end = prop_oneof![0_usize..200, any::<usize>()];
    (end.clone(), end).prop_map(|(start, end)| start..end)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_with_any_span_is_shown(
        content in any_text(),
        spans in prop::collection::vec((any_span(), any::<bool>()), 1..4),
        color in any::<bool>(),
    ) {
        let sources = files(&[("a.md", &content)]);
        let diagnostics: Vec<_> = spans
            .into_iter()
            .map(|(span, redact)| Diagnostic { redact, ..plain("a.md", span, &content) })
            .collect();
        let report = Report::new(&diagnostics, &sources, 1, Language::En);
        let out = text::render(&report, color);
        let steers = |letter| letter != '\n' && visible::is_hidden(letter);
        prop_assert!(color || !out.contains(steers), "{out:?}");
        let commands = github::render(&report);
        prop_assert_eq!(commands.lines().filter(|line| line.starts_with("::warning ")).count(), report.count(Severity::Warning));
        let comment = markdown::render(&report).replace('\u{200B}', "");
        prop_assert!(!commands.contains(steers) && !comment.contains(steers), "{commands}{comment}");
        let json: serde_json::Value = serde_json::from_str(&json::render(&report).unwrap()).unwrap();
        for entry in json["diagnostics"].as_array().unwrap() {
            let byte = |name: &str| usize::try_from(entry[name].as_u64().unwrap()).unwrap();
            prop_assert!(content.get(byte("startByte")..byte("endByte")).is_some());
        }
    }

    #[test]
    fn a_marked_number_is_gone_wherever_it_is_shown(
        before in any_text(), after in any_text(), other in any_span(), message in any_text(),
    ) {
        let number = "19811218-9876";
        let content = format!("{before} {number} {after}");
        let span = before.len() + 1..before.len() + 1 + number.len();
        let sources = files(&[("a.md", &content)]);
        let diagnostics = [
            plain("a.md", other, &format!("{message} {number}")),
            plain("a.md", span.clone(), &message).redacted(),
            plain("a.md", 0..span.end, &message),
        ];
        let report = Report::new(&diagnostics, &sources, 1, Language::Sv);
        for out in [text::render(&report, false), json::render(&report).unwrap()] {
            prop_assert!(!out.contains("811218-9876"), "{out}");
        }
    }
}
