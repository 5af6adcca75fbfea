//! The ways in which a word may be written so that its [`slug`](crate::words::slug) is the same, as a regular expression.
//!
//! Only what JSON Schema recommends and every reader of it has: classes and groups, no flags.

/// What stands between the words of a slug: anything that is no letter or digit.
const BETWEEN: &str = "[^A-Za-z0-9åäöéüÅÄÖÉÜ]";

/// A pattern for a whole text, without anchors: capitals, dots, and any signs where the slug has a hyphen.
pub fn pattern(slug: &str) -> String {
    let mut out = String::new();
    for letter in slug.chars() {
        match letter {
            'a' => out.push_str("[aåäAÅÄ]"),
            'o' => out.push_str("[oöOÖ]"),
            'e' => out.push_str("[eéEÉ]"),
            'u' => out.push_str("[uüUÜ]"),
            '-' => out.push_str(&format!("{BETWEEN}+")),
            'a'..='z' => out.push_str(&format!("[{letter}{}]", letter.to_ascii_uppercase())),
            digit => out.push(digit),
        }
    }
    out
}

/// A pattern for one of several words, with anchors; a text may have other signs before and after.
pub fn any_of<'a>(slugs: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = slugs.into_iter().map(pattern).collect();
    format!("^{BETWEEN}*(?:{}){BETWEEN}*$", words.join("|"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::words::slug;

    fn is_match(pattern: &str, text: &str) -> bool {
        let schema = serde_json::json!({ "pattern": pattern });
        jsonschema::is_valid(&schema, &serde_json::json!(text))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_text_fits_exactly_when_its_slug_is_the_word(text in "[aAåÄoÖeéuÜtT1 :–-]{0,6}", word in "[aoeut1]{1,3}(-[at]{1,2})?") {
            prop_assert_eq!(is_match(&any_of([word.as_str()]), &text), slug(&text) == word);
        }

        #[test]
        fn a_word_fits_itself(text in "[a-zåäö A-ZÅÄÖ]{1,20}") {
            let word = slug(&text);
            prop_assume!(!word.is_empty());
            prop_assert!(is_match(&any_of(["x-y", &word]), &text));
        }
    }
}
