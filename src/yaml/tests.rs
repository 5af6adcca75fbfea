//! What is read, and what is refused.

use super::*;

fn faults(text: &str) -> Vec<FaultKind> {
    parse(text, 0).faults.into_iter().map(|f| f.kind).collect()
}

#[test]
fn places_are_right_after_letters_of_several_bytes() {
    let text = "å😀: [ä, {b: 0180}]\n";
    let root = parse(text, 10).root.unwrap();
    let Content::Map(entries) = &root.content else { panic!("{root:?}") };
    assert_eq!(entries[0].key_span, 10..16);
    let Content::List(items) = &entries[0].value.content else { panic!() };
    assert_eq!(&text[items[0].span.start - 10..items[0].span.end - 10], "ä");
    assert_eq!(items[1].get("b").unwrap().text(), Some("0180"));
}

#[test]
fn duplicate_keys_are_kept() {
    let root = parse("a: 1\na: 2\n", 0).root.unwrap();
    let Content::Map(entries) = root.content else { panic!() };
    assert_eq!(entries.len(), 2);
}

#[test]
fn what_stands_before_a_syntax_error_is_kept() {
    let yaml = parse("titel: Torg\nsammanfattning: Så: här\n", 0);
    assert_eq!(yaml.faults[0].kind, FaultKind::Syntax(Syntax::Colon));
    assert_eq!(yaml.root.as_ref().unwrap().get("titel").unwrap().text(), Some("Torg"));
    assert!(!yaml.is_complete());
}

#[test]
fn each_syntax_error_has_its_reason() {
    use FaultKind::Syntax as S;
    assert_eq!(faults("a:\n\t- b\n"), [S(Syntax::Tab)]);
    assert_eq!(faults("a: \"x\nb: 1\n"), [S(Syntax::Quote)]);
    assert_eq!(faults("a: {b: 1\n"), [S(Syntax::Bracket)]);
    assert_eq!(faults("- a\nb: 1\n"), [S(Syntax::Indentation)]);
    assert_eq!(faults("a: @x\n"), [S(Syntax::Character)]);
}

#[test]
fn anchors_aliases_and_tags_are_refused() {
    assert_eq!(faults("a: &x 1\nb: *x\nc: !!int 5\nd: *saknas\n"), vec![FaultKind::Anchor; 4]);
}

#[test]
fn an_alias_bomb_is_a_handful_of_faults() {
    let mut bomb = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (c, p) in ('b'..='j').zip('a'..) {
        bomb.push_str(&format!("{c}: &{c} [*{p}, *{p}, *{p}, *{p}, *{p}, *{p}, *{p}, *{p}, *{p}]\n"));
    }
    assert!(parse(&bomb, 0).faults.len() < 200);
}

#[test]
fn a_second_document_is_a_fault() {
    assert_eq!(faults("a: 1\n---\nb: 2\n"), [FaultKind::SecondDocument]);
}

#[test]
fn deep_nesting_is_a_fault_and_not_a_crash() {
    for text in ["[".repeat(100_000), "- ".repeat(100_000), "a: {".repeat(50_000)] {
        assert!(!parse(&text, 0).faults.is_empty());
    }
}

#[test]
fn line_ends_of_windows_leave_no_trace() {
    let root = parse("a: b\r\nc: d\r\n", 0).root.unwrap();
    assert_eq!(root.get("a").unwrap().text(), Some("b"));
}
