//! What a style sheet, a style or a value of a drawing asks for: other addresses, other parts of the drawing, motion.
//!
//! None of these functions knows all of CSS. Each errs to one side: what could fetch or move is taken to do so, and a rule
//! is taken to concern every element that its selector mentions.

use super::super::Fault;

/// Whether a style or value asks nobody for anything. An escape in a style sheet could hide that it does.
pub(super) fn asks_nobody(style: &str) -> bool {
    let lower = style.to_ascii_lowercase();
    let is_plain = !["@import", "\\", "expression(", "javascript:", "image-set(", "image(", "src("]
        .iter()
        .any(|part| lower.contains(part));
    is_plain && addresses(style).all(|address| address.without_quote().starts_with('#'))
}

/// What moves the drawing, by its name in the style sheet: an animation, or a change that takes its time.
pub(super) fn motion(style: &str) -> Option<&'static str> {
    /// More letters than `-webkit-` and its like have.
    const LONGEST_PREFIX: usize = 64;
    let lower = style.to_ascii_lowercase();
    if lower.contains("@keyframes") || lower.contains("-keyframes") {
        return Some("@keyframes");
    }
    // What is walked through for all hits together. A style that asks for more is taken to move.
    let mut left = 16 * style.len();
    ["animation", "transition"].into_iter().find(|name| {
        lower.match_indices(name).any(|(at, _)| {
            let letters = lower[..at].chars().rev().take(LONGEST_PREFIX).take_while(|letter| is_name(*letter));
            let before = &lower[..at - letters.map(char::len_utf8).sum::<usize>()];
            let prefix = &lower[before.len()..at];
            // `.animation` and `#animation` are names of somebody's own, and `--animation` is a property of somebody's own.
            let is_own = before.ends_with(['.', '#']) || prefix.starts_with("--") || before.ends_with(is_name);
            let is_property = prefix.is_empty() || prefix.starts_with('-') && prefix.ends_with('-');
            if is_own || !is_property {
                return false;
            }
            let after = past_space(lower[at..].trim_start_matches(is_name));
            let walked = lower.len() - at - after.len();
            left = left.saturating_sub(walked);
            left == 0 || after.strip_prefix(':').is_some_and(|value| !is_none(value))
        })
    })
}

/// Whether a value says that nothing moves.
fn is_none(value: &str) -> bool {
    let after = value.trim_start().strip_prefix("none").map(str::trim_start);
    after.is_some_and(|after| after.is_empty() || after.starts_with([';', '}']))
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_')
}

/// What follows spaces and comments.
fn past_space(mut text: &str) -> &str {
    loop {
        text = text.trim_start();
        match text.strip_prefix("/*") {
            Some(comment) => text = comment.split_once("*/").map_or("", |(_, after)| after),
            None => return text,
        }
    }
}

/// What follows a `url(`, to the end of the style.
#[derive(Clone, Copy)]
struct Address<'s>(&'s str);

impl<'s> Address<'s> {
    /// Where it begins.
    fn without_quote(self) -> &'s str {
        self.0.strip_prefix(['"', '\'']).map_or(self.0, str::trim_start)
    }

    /// Up to its quote or parenthesis, or all that follows where there is none.
    fn whole(self) -> &'s str {
        match self.0.chars().next() {
            Some(quote @ ('"' | '\'')) => self.0[1..].split(quote).next().unwrap_or_default().trim_start(),
            _ => self.0.split(')').next().unwrap_or_default().trim_end(),
        }
    }
}

/// The addresses in a style: what stands in `url(…)`. Each `url(` counts, in a comment, a string and another address, too: a
/// browser may see the ends of those elsewhere.
fn addresses(style: &str) -> impl Iterator<Item = Address<'_>> {
    // The letters stand at the same places in lower case.
    let places: Vec<usize> = style.to_ascii_lowercase().match_indices("url(").map(|(at, _)| at + 4).collect();
    places.into_iter().map(|at| Address(style[at..].trim_start()))
}

/// The parts of the drawing that a value names: `a` of `url(#a)`.
///
/// # Errors
/// [`Fault::TooMuch`] for addresses in addresses, which together are many times as long as the value.
pub(super) fn references(value: &str) -> Result<Vec<String>, Fault> {
    // Those that stand beside each other are never longer than the value. Some may have their end hidden in a comment.
    let mut left = 8 * value.len();
    let mut names = Vec::new();
    for address in addresses(value) {
        let address = address.whole();
        left = left.checked_sub(address.len()).ok_or(Fault::TooMuch)?;
        names.extend(fragment(address));
    }
    Ok(names)
}

/// The name of the part of the drawing that an address leads to: `å` of `#%C3%A5`.
pub(super) fn fragment(address: &str) -> Option<String> {
    let name = address.trim().strip_prefix('#')?;
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = match rest {
            [b'%', high, low, ..] => {
                let digit = |digit: &u8| char::from(*digit).to_digit(16);
                digit(high).zip(digit(low)).and_then(|(high, low)| u8::try_from(high << 4 | low).ok())
            }
            _ => None,
        };
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &rest[3..] } else { after };
    }
    Some(String::from_utf8(bytes).unwrap_or_else(|_| name.to_owned()))
}

/// What a part of the drawing is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Once, for the element that says so.
    Once,
    /// For each shape within the element: colours are inherited.
    Paint,
    /// For each corner of each shape within the element.
    Marker,
    /// For the first or the last corner of each shape within the element.
    End,
}

impl Use {
    pub(super) fn of_property(name: &str) -> Self {
        match name.strip_prefix("-webkit-").unwrap_or(name) {
            "clip-path" | "mask" | "mask-image" | "filter" => Self::Once,
            "marker-start" | "marker-end" => Self::End,
            "marker" | "marker-mid" => Self::Marker,
            _ => Self::Paint,
        }
    }
}

/// The parts that the declarations of a style name.
///
/// # Errors
/// [`Fault::TooMuch`], as [`references`].
pub(super) fn declared(style: &str) -> Result<Vec<(Use, String)>, Fault> {
    let mut parts = Vec::new();
    for declaration in style.split(';') {
        let name = past_space(declaration).split(':').next().unwrap_or_default().trim().to_ascii_lowercase();
        let used = Use::of_property(&name);
        parts.extend(references(declaration)?.into_iter().map(|id| (used, id)));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn motion_is_found_and_names_of_ones_own_are_not() {
        for style in [
            "@keyframes k { from { opacity: 0 } }",
            "@-webkit-keyframes k{}",
            "a{animation:k 1s}",
            "a{opacity:1;animation-name : k}",
            "a{-webkit-animation/* */:k 1s infinite}",
            "TRANSITION: all 2s",
            "a{x:\"å\";transition-duration/**/\n/**/:2s}",
            "a{animation:none, k 1s}",
            "a{animation:none;transition:all 1s}",
        ] {
            assert!(motion(style).is_some(), "{style}");
        }
        for style in [
            "",
            ".animation{fill:red}",
            "#transition:first-child{}",
            "--animation: 1",
            "view-transition-name: none",
            "å-animation:x",
            "a{animation:none}",
            "transition : none ; fill:red",
        ] {
            assert_eq!(motion(style), None, "{style}");
        }
    }

    /// Where each hit is followed back to the beginning of its name, or forward to its end, this takes hours.
    #[test]
    fn motion_is_looked_for_in_long_names() {
        for part in ["animation", "-animation", "animation/*", "animation/**/"] {
            motion(&part.repeat(200_000));
            motion(&(part.repeat(200_000) + "*/"));
        }
    }

    /// Each address was read to the end, where none ends: a hundred thousand million bytes for a million.
    #[test]
    fn addresses_in_addresses_are_too_much() {
        let nested = "url(#".repeat(100_000);
        assert_eq!(references(&nested), Err(Fault::TooMuch));
        assert_eq!(declared(&format!("fill:{nested})")), Err(Fault::TooMuch));
        assert_eq!(references(&"url(#a)".repeat(100_000)).unwrap().len(), 100_000);
        // What hides in another address is found.
        assert!(!asks_nobody("/*url(#*/fill:url(//ute.example)") && !asks_nobody("url('#\n);fill:url(//ute)'"));
        assert_eq!(declared("/*url(#*/fill:url(#a)").unwrap().last(), Some(&(Use::Paint, "a".to_owned())));
    }

    #[test]
    fn an_address_is_found_however_it_is_written() {
        let found = |value: &str| references(value).unwrap();
        assert_eq!(found("url(#a)"), ["a"]);
        assert_eq!(found("URL( '#a)b' ) url(\"#c\")"), ["a)b", "c"]);
        assert_eq!(found("url(#%C3%a5) url(#b"), ["å", "b"]);
        assert_eq!(found("url(#100%) url(b)"), ["100%"]);
        assert!(asks_nobody("fill: url( \"#a\" )") && asks_nobody("url(#å)"));
        assert!(!asks_nobody("url(#a) url(x)") && !asks_nobody("url( '//ute.example/#a')") && !asks_nobody("URL(å)"));
    }

    #[test]
    fn what_a_part_is_used_for_follows_from_the_property() {
        assert_eq!(
            declared("fill:url(#p);/* */ Mask : url(#m); marker-end:url(#e);marker:url(#k);-webkit-filter:url(#f)")
                .unwrap(),
            [(Use::Paint, "p"), (Use::Once, "m"), (Use::End, "e"), (Use::Marker, "k"), (Use::Once, "f")]
                .map(|(used, id)| (used, id.to_owned()))
        );
    }
}
