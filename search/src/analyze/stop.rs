//! Words that carry no subject.

/// In order, for binary search.
const STOP: &[&str] = &[
    "alla", "allt", "andra", "att", "av", "bara", "bli", "blir", "blivit", "både", "de", "dem", "den", "denna", "deras",
    "dess", "dessa", "det", "detta", "dig", "din", "dina", "ditt", "du", "där", "då", "efter", "ej", "eller", "en",
    "er", "era", "ert", "ett", "från", "för", "ha", "hade", "han", "har", "hon", "hos", "hur", "här", "i", "icke", "in",
    "ingen", "inom", "inte", "jag", "ju", "kan", "kunde", "man", "med", "mellan", "men", "mig", "min", "mina", "mitt",
    "mot", "mycket", "ni", "nu", "när", "någon", "något", "några", "och", "om", "oss", "per", "på", "samma", "samt",
    "sedan", "ser", "sig", "sin", "sina", "sitt", "sk", "ska", "skall", "skulle", "som", "så", "sådan", "t", "till",
    "under", "upp", "ur", "ut", "utan", "vad", "var", "vara", "varför", "varit", "varje", "vars", "vem", "vi", "via",
    "vid", "vilka", "vilken", "vilket", "vår", "våra", "vårt", "än", "är", "även", "åt", "över",
];

/// Whether a folded word is one that a question can do without.
pub fn is_stop_word(word: &str) -> bool {
    STOP.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_is_in_order() {
        assert!(super::STOP.is_sorted(), "binary search needs it");
    }
}
