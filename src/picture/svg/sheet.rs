//! Which elements a style sheet's rules concern, as far as these name parts of the drawing.
//!
//! An element is taken to be concerned when every name in a selector is its own or that of an element around it. That may
//! be too many elements, never too few.

use std::collections::{BTreeSet, HashMap};

use super::super::Fault;
use super::css::{self, Use};

/// Deepest nesting of rules.
const DEPTH: usize = 32;

/// What stands between braces.
#[derive(Debug, Default)]
struct Block {
    /// The block around it.
    around: Option<usize>,
    /// One of them concerns the element.
    selectors: Vec<Selector>,
    parts: Vec<(Use, String)>,
}

/// One of the selectors between commas.
#[derive(Debug, Default, PartialEq, Eq)]
struct Selector {
    /// Those that the element or one around it has.
    names: BTreeSet<String>,
    /// One that the element itself has.
    own: Option<String>,
}

/// The rules of all style sheets of a drawing.
#[derive(Default)]
pub(super) struct Sheet {
    blocks: Vec<Block>,
    /// Blocks and selectors in them that concern only elements with a name.
    by_name: HashMap<String, Vec<(usize, usize)>>,
    /// Those that may concern any.
    for_all: Vec<(usize, usize)>,
}

impl Sheet {
    /// # Errors
    /// [`Fault::TooMuch`].
    pub(super) fn new(sheets: &[String]) -> Result<Self, Fault> {
        let mut sheet = Self::default();
        for text in sheets {
            sheet.read(text)?;
        }
        for (at, block) in sheet.blocks.iter().enumerate().filter(|(_, block)| !block.parts.is_empty()) {
            for (number, selector) in block.selectors.iter().enumerate() {
                match &selector.own {
                    Some(name) => sheet.by_name.entry(name.clone()).or_default().push((at, number)),
                    None => sheet.for_all.push((at, number)),
                }
            }
        }
        Ok(sheet)
    }

    fn read(&mut self, sheet: &str) -> Result<(), Fault> {
        let bytes = sheet.as_bytes();
        // What stands in no braces, or in unknown ones, concerns everybody.
        let everybody = self.blocks.len();
        self.blocks.push(Block { selectors: vec![Selector::default()], ..Block::default() });
        let mut open: Vec<usize> = Vec::new();
        // A string or comment that was none has hidden a brace: which selector a declaration has is not known after that.
        let mut is_lost = false;
        let (mut begin, mut at) = (0, 0);
        while at <= bytes.len() {
            // Browsers close at the end what is open.
            let byte = bytes.get(at).copied().unwrap_or(b'}');
            match byte {
                b'/' if bytes.get(at + 1) == Some(&b'*') => {
                    at = sheet[at + 2..].find("*/").map_or(bytes.len(), |end| at + 2 + end + 2);
                    continue;
                }
                // A string ends with its line, whether it is closed or not.
                b'"' | b'\'' => {
                    let end = bytes[at + 1..]
                        .iter()
                        .position(|other| *other == byte || matches!(other, b'\n' | b'\r' | 0x0c));
                    at = end.map_or(bytes.len(), |end| at + 1 + end + 1);
                    continue;
                }
                b'{' | b';' | b'}' => {
                    let part = &sheet[begin..at];
                    is_lost |= part.contains(['{', '}']);
                    if byte == b'{' {
                        if open.len() >= DEPTH {
                            return Err(Fault::TooMuch);
                        }
                        let around = open.last().copied();
                        open.push(self.blocks.len());
                        self.blocks.push(Block { around, selectors: selectors(part), parts: Vec::new() });
                    } else {
                        let block = open.last().copied().filter(|_| !is_lost).unwrap_or(everybody);
                        self.blocks[block].parts.extend(css::declared(part)?);
                    }
                    if byte == b'}' {
                        open.pop();
                    }
                    begin = at + 1;
                }
                _ => {}
            }
            at += 1;
        }
        Ok(())
    }

    /// The parts that any rule names.
    pub(super) fn named(&self) -> impl Iterator<Item = &String> {
        self.blocks.iter().flat_map(|block| &block.parts).map(|(_, id)| id)
    }

    /// The parts that rules name for an element, by the names that it has itself, and whether it or an element around it
    /// has a name. What is looked at is taken from what is left.
    ///
    /// # Errors
    /// [`Fault::TooMuch`] when nothing is left.
    pub(super) fn parts_for<'n>(
        &self,
        own: impl Iterator<Item = &'n str>,
        is_around: impl Fn(&str) -> bool,
        left: &mut usize,
    ) -> Result<Vec<&(Use, String)>, Fault> {
        let mut take = |count: usize| left.checked_sub(count).map(|less| *left = less).ok_or(Fault::TooMuch);
        let mut concerns = |selector: &Selector| {
            take(1 + selector.names.len())?;
            Ok(selector.names.iter().all(|name| is_around(name)))
        };
        let lists = own.filter_map(|name| self.by_name.get(name)).chain([&self.for_all]);
        let mut found = BTreeSet::new();
        for &(at, number) in lists.flatten() {
            let mut block = &self.blocks[at];
            let mut is_concerned = concerns(&block.selectors[number])?;
            while let Some(around) = block.around.filter(|_| is_concerned) {
                block = &self.blocks[around];
                is_concerned = false;
                for selector in &block.selectors {
                    is_concerned = is_concerned || concerns(selector)?;
                }
            }
            if is_concerned {
                found.insert(at);
            }
        }
        let count = found.iter().map(|at| self.blocks[*at].parts.len()).sum();
        take(count)?;
        Ok(found.into_iter().flat_map(|at| &self.blocks[at].parts).collect())
    }
}

/// The selectors before a brace.
fn selectors(text: &str) -> Vec<Selector> {
    // `@media` and its like concern everybody, and what cannot be read simply may: `:not(.a)`, `[x]`, `svg|a`.
    if text.trim_start().starts_with('@') || text.contains(['[', ':', '/', '(', '|', '"', '\'']) {
        return vec![Selector::default()];
    }
    text.split(',').map(Selector::of).collect()
}

impl Selector {
    fn of(text: &str) -> Self {
        // What comes before a sibling is not around the element.
        let text = text.rsplit(['+', '~']).next().unwrap_or_default();
        let is_apart = |letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric() && !"-_".contains(letter);
        let names = |text: &str| text.split(is_apart).filter(|name| !name.is_empty()).map(str::to_owned).next_back();
        let last = text.trim_ascii_end().rsplit(|letter: char| letter.is_ascii_whitespace() || letter == '>').next();
        Self {
            names: text.split(is_apart).filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            own: last.and_then(names),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts for an element with names of its own in others.
    fn parts(sheet: &str, own: &[&str], around: &[&str]) -> String {
        let sheet = Sheet::new(&[sheet.to_owned()]).unwrap();
        let is_around = |name: &str| own.contains(&name) || around.contains(&name);
        let parts = sheet.parts_for(own.iter().copied(), is_around, &mut 1_000).unwrap();
        parts.iter().map(|(_, id)| id.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_rule_concerns_elements_with_all_names_of_its_selector() {
        let paint = |selector: &str| format!("{selector}{{fill:url(#p)}}");
        for (selector, own, around) in [
            (".a", vec!["a"], vec![]),
            (".b, .a > g", vec!["g"], vec!["a"]),
            (".a g", vec!["g", "a"], vec![]),
            (".x + g rect", vec!["rect"], vec!["g"]),
            (".x~.a", vec!["a"], vec![]),
            ("@media print{.a", vec!["a"], vec![]),
            (".a{.b", vec!["b"], vec!["a"]),
            (".a{&", vec!["g", "a"], vec![]),
            (".a{.b &", vec!["a"], vec!["b"]),
            (".a *", vec!["rect"], vec!["a"]),
            (".😀", vec!["😀"], vec![]),
            ("*", vec!["g"], vec![]),
            ("&", vec!["g"], vec![]),
            ("rect:not(.a,.b)", vec!["g"], vec![]),
            ("s|rect", vec!["rect"], vec![]),
            ("}}.a", vec!["a"], vec![]),
        ] {
            assert_eq!(parts(&paint(selector), &own, &around), "p", "{selector}");
        }
        for (selector, own, around) in [
            (".a", vec!["b"], vec!["a"]),
            (".bar rect", vec!["rect"], vec!["pattern"]),
            (".bar rect", vec!["g"], vec!["bar", "rect"]),
            (".a{.b", vec!["b"], vec![]),
            (".a *", vec!["rect"], vec![]),
            (".x + .a", vec!["b"], vec!["x"]),
            (".😀", vec!["g"], vec![]),
        ] {
            assert_eq!(parts(&paint(selector), &own, &around), "", "{selector}");
        }
        assert_eq!(parts(".a{fill:red}", &["a"], &[]), "");
        assert_eq!(parts(".a{fill:url(#p);stroke:url(#q)}.b{mask:url(#m)", &["a", "b"], &[]), "p q m");
    }

    #[test]
    fn a_brace_in_what_is_no_string_hides_nobody() {
        assert_eq!(parts(".a{content:\"}\";fill:url(#p)}", &["g"], &[]), "p", "braces in a string are not looked into");
        // A quote in an address that is not quoted begins no string.
        assert!(parts(".x{y:url(#a\")} .a{z:url(#b\");fill:url(#p)}", &["g"], &[]).ends_with('p'));
    }

    #[test]
    fn rules_in_rules_have_an_end_and_names_are_read_once() {
        let nested = |depth: usize| Sheet::new(&[".a{".repeat(depth) + "fill:url(#p)"]).map(drop);
        assert_eq!((nested(DEPTH), nested(DEPTH + 1)), (Ok(()), Err(Fault::TooMuch)));
        // Each declaration had a copy of all names around it.
        let names: String = (0..50_000).map(|i| format!(".n{i},")).collect();
        let sheet = Sheet::new(&[format!("{names}.a{{{}}}", "fill:url(#p);".repeat(50_000))]).unwrap();
        assert_eq!((sheet.blocks.len(), sheet.by_name.len()), (2, 50_001));
        let found = sheet.parts_for(["a"].into_iter(), |name| name == "a", &mut 100);
        assert_eq!(found.unwrap_err(), Fault::TooMuch);
    }
}
