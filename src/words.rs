//! Small things about Swedish words that several stages need: folding to ASCII, addresses, order and nearness.

use std::cmp::Ordering;

/// The letter without its dots or accent, in lower case; other letters become none.
fn ascii(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase());
    }
    let c = c.to_lowercase().next().unwrap_or(c);
    Some(match c {
        'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' | 'æ' => 'a',
        'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ø' => 'o',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ü' | 'ú' | 'ù' | 'û' => 'u',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ç' => 'c',
        'ñ' => 'n',
        'a'..='z' | '0'..='9' => c,
        _ => return None,
    })
}

/// An address or id made from words: lower case ASCII letters and digits with single hyphens between.
/// `Östra Södertörn – MIA!` becomes `ostra-sodertorn-mia`.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        match ascii(c) {
            Some(c) => slug.push(c),
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// A text as a part of an address (RFC 3986, section 2.1): all but unreserved characters as `%` and two digits for each byte.
/// `å/b?` becomes `%C3%A5%2Fb%3F`.
pub fn percent_encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Whether the text is its own [`slug`].
pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
}

/// A letter's place in the order of the Swedish alphabet: å, ä and ö last, and without regard to case.
fn rank(c: char) -> u32 {
    if c.is_ascii() {
        return u32::from(c.to_ascii_lowercase());
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    match lower {
        'å' => 'z' as u32 + 1,
        'ä' | 'æ' => 'z' as u32 + 2,
        'ö' | 'ø' => 'z' as u32 + 3,
        _ => ascii(lower).map_or(lower as u32, |c| c as u32),
    }
}

/// What to sort a title by, as a Swedish index does; quotation marks are passed over.
pub fn swedish_key(text: &str) -> Vec<u32> {
    text.chars().filter(|c| !matches!(c, '”' | '"' | '\'')).map(rank).collect()
}

/// Compares as a Swedish index does.
pub fn swedish_order(a: &str, b: &str) -> Ordering {
    swedish_key(a).cmp(&swedish_key(b)).then_with(|| a.cmp(b))
}

/// The letter under which a word stands in a Swedish index: its first letter without accent, but å, ä and ö themselves.
/// Digits, and words without letters, share `0–9`.
pub fn index_letter(text: &str) -> String {
    let first = text.chars().find(|c| c.is_alphanumeric()).and_then(|c| c.to_lowercase().next());
    match first {
        Some('æ') => "Ä".to_owned(),
        Some('ø') => "Ö".to_owned(),
        Some(c @ ('å' | 'ä' | 'ö')) => c.to_uppercase().collect(),
        Some(c) if c.is_alphabetic() => ascii(c).unwrap_or(c).to_uppercase().collect(),
        _ => "0–9".to_owned(),
    }
}

/// How alike two words must be to be taken for one another, from 0 to 1.
const LEAST: f64 = 0.55;

/// How much of the likeness of the best a suggestion must have: beside a word with one wrong letter, one that shares half of its
/// letters only confuses.
const OF_BEST: f64 = 0.7;

/// The `most` candidates that look most like `written`, best first; none that looks nothing like it.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let candidates: Vec<(String, &str)> =
        candidates.into_iter().map(|candidate| (slug(candidate), candidate)).collect();
    nearest_slugs(written, candidates.iter().map(|(slug, candidate)| (slug.as_str(), *candidate)), most)
}

/// The same for candidates whose slugs are at hand: `(slug, candidate)`.
pub fn nearest_slugs<'s, 'a>(
    written: &str,
    candidates: impl Iterator<Item = (&'s str, &'a str)>,
    most: usize,
) -> Vec<&'a str> {
    // A name longer than this is no slip of the pen, and the comparison is quadratic.
    if written.len() > 200 {
        return Vec::new();
    }
    let written = slug(written);
    let mut scored: Vec<(f64, &str)> = candidates
        .filter_map(|(slugged, candidate)| {
            let is_longer = written.len() >= 3 && (slugged.starts_with(&written) || written.starts_with(slugged));
            // No spelling mistake makes up for such a difference in length, and comparing letters is the slow part.
            let (short, long) = (written.len().min(slugged.len()) as f64, written.len().max(slugged.len()) as f64);
            if !is_longer && short < LEAST * long {
                return None;
            }
            let score = strsim::normalized_damerau_levenshtein(&written, slugged);
            Some((if is_longer { score.max(0.75) } else { score }, candidate))
        })
        .filter(|(score, _)| *score >= LEAST)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    scored.dedup_by(|a, b| a.1 == b.1);
    let best = scored.first().map_or(0.0, |(score, _)| *score);
    scored.retain(|(score, _)| *score >= OF_BEST * best);
    scored.into_iter().take(most).map(|(_, candidate)| candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ascii() {
        assert_eq!(slug("  Sjuka utan sjukpenning: vad gäller? "), "sjuka-utan-sjukpenning-vad-galler");
        assert_eq!(slug("…"), "");
        assert!(is_slug("malmo-malmokraften") && !is_slug("Malmö") && !is_slug("a--b") && !is_slug(""));
    }

    #[test]
    fn the_swedish_alphabet_ends_with_its_own_letters() {
        let mut names = vec!["Örebro", "Älmhult", "Åmål", "Zinkgruvan", "ale", "Arboga"];
        names.sort_by(|a, b| swedish_order(a, b));
        assert_eq!(names, ["ale", "Arboga", "Zinkgruvan", "Åmål", "Älmhult", "Örebro"]);
    }

    #[test]
    fn words_stand_under_their_first_letter() {
        let letters = ["”Éclair”", "ökad", "Åmål", "3:e", "…", "ærlig", "soc"].map(index_letter);
        assert_eq!(letters, ["E", "Ö", "Å", "0–9", "0–9", "Ä", "S"]);
    }

    #[test]
    fn the_nearest_word_comes_first_and_nonsense_has_none() {
        let words = ["titel", "sammanfattning", "kommuner"];
        assert_eq!(nearest("tittel", words, 2), ["titel"]);
        assert_eq!(nearest("sammanfatning", words, 2), ["sammanfattning"]);
        assert!(nearest("xqzw", words, 2).is_empty());
    }
}
