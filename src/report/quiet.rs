//! A fault in the program → where it is, and nothing of what it was about.

use std::io::Write;
use std::panic::set_hook;

/// From here on a panic of the process tells only its place, in the words of `say`: what it says of itself may hold a piece of a
/// log (a slice of text that ends inside a letter shows the text, a failed `expect` its value).
pub fn hide_panics(say: impl Fn(&str) -> String + Send + Sync + 'static) {
    set_hook(Box::new(move |panic| {
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        // Nobody may be there to read it, and a panic within a panic would be worse.
        let _ = writeln!(std::io::stderr(), "{}", say(&place));
    }));
}
