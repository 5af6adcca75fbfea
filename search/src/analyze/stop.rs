//! Words that carry no subject.

use crate::text::pieces;

/// With spaces between: a list of texts would take twice the bytes in a browser.
const STOP: &str = "alla andra att av de den det detta din dina ditt du där efter ej eller en ett från för har hur här i inte jag \
    kan man med mellan mot när och om per på samt sig ska som så till under utan vad varför via vid är även över";

/// Everyday words that a long question can do without, but a short one may be about.
const EVERYDAY: &str = "bara blev bli blir dem denna dess dessa då eftersom er era ert finns få får gör göra han hen hon hos in kunde \
    mer mest min mina mitt mycket många måste ni nu någon något några också oss sedan sin sina sitt skulle var \
    vara vem vi vilka vilken vilket vill vår våra vårt";

/// Whether a folded word is one that a question can do without.
pub fn is_stop_word(word: &str) -> bool {
    #[cfg(not(target_arch = "wasm32"))]
    return {
        use std::sync::LazyLock;
        // Of every word of every page this is asked.
        static WORDS: LazyLock<rustc_hash::FxHashSet<&str>> = LazyLock::new(|| STOP.split(' ').collect());
        WORDS.contains(word)
    };
    #[cfg(target_arch = "wasm32")]
    return pieces(STOP, b' ').contains(&word);
}

/// Whether a folded word is one that a long question can do without.
pub fn is_everyday_word(word: &str) -> bool {
    pieces(EVERYDAY, b' ').contains(&word)
}
