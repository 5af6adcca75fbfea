use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::personal_number::entity;
use crate::picture::{self, Fault, Format, MAX_SHOWN};
use crate::source::{Content, File};

rule! {
    /// # Bilden kan köra eller hämta något
    ///
    /// En SVG-bild är ett dokument: den kan innehålla program, och den kan hämta bilder och stilmallar från andra
    /// webbplatser. Den som öppnar bilden skulle köra programmet på den här webbplatsen, och den andra webbplatsen skulle få
    /// veta vem som läser.
    ///
    /// Bara former, text, färger och filter publiceras. En stilmall (`<style>`) ska vara bara text.
    ///
    /// Några rader räcker för att en webbläsare ska fastna: tio grupper, som var och en visar den förra tio gånger med `<use>`.
    /// Därför räknas varje del så många gånger som den visas, och bilden får ha högst 100 000. Ingen del får visa sig själv.
    ///
    /// Fel: `<script>`, `onclick="…"`, `javascript:`, `<foreignObject>`, `href="https://annan.example/bild.png"`
    ///
    /// Rätt: spara bilden som ”vanlig SVG” i ritprogrammet, eller ta bort det som meddelandet nämner.
    "osaker-bild", Error, [Check::File(check)]
}

fn check(file: &File, report: &mut Report<'_>) {
    let Content::Bytes(bytes) = &file.content else { return };
    if !file.path.to_ascii_lowercase().ends_with(".svg") {
        return;
    }
    // UTF-16 has a NUL in each letter of the names that are looked for.
    let bytes: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let faults = Faults::of(&String::from_utf8_lossy(&bytes));
    match picture::checked(Format::Svg, &bytes) {
        Err(Fault::TooMuch) => {
            report.whole(Message::new("osaker-bild-for-mycket").with("hogst", MAX_SHOWN.to_string()))
        }
        Err(Fault::Circle) => report.whole(Message::new("osaker-bild-cirkel")),
        _ => {}
    }
    // What publishing would leave out is told, unless it has just been told in other words.
    let is_told = !faults.active.is_empty() || !faults.external.is_empty();
    for part in picture::removed_from_drawing(&bytes) {
        let is_element = part.starts_with('<') && part != "<style>";
        if !faults.active.contains(&part) && (is_element || !is_told) {
            report.whole(Message::new("osaker-bild-okant").with("del", part));
        }
    }
    for part in faults.active {
        report.whole(Message::new("osaker-bild").with("del", part));
    }
    for part in faults.external {
        report.whole(Message::new("osaker-bild-utifran").with("del", part));
    }
}

/// What a drawing holds that it may not, each once.
#[derive(Default)]
struct Faults {
    active: BTreeSet<String>,
    external: BTreeSet<String>,
}

impl Faults {
    fn of(svg: &str) -> Self {
        /// Elements that run something or hold another document.
        const ACTIVE: [&str; 8] =
            ["script", "foreignobject", "iframe", "embed", "object", "handler", "listener", "audio"];
        let mut faults = Self::default();
        // The text of a style sheet. Comments and elements in it do not keep apart what is before and after.
        let (mut sheet, mut depth) = (String::new(), 0_usize);
        // A tag or comment that never ends is looked for once: a file may begin any number of them.
        let (mut tags_end, mut comments_end) = (true, true);
        let mut rest = svg;
        while let Some(at) = rest.find('<') {
            if depth > 0 {
                sheet.push_str(&rest[..at]);
            }
            rest = &rest[at + 1..];
            if let Some(comment) = rest.strip_prefix("!--") {
                // One that never ends is no comment that a browser would pass over.
                let end = if comments_end { comment.split_once("-->") } else { None };
                let after = end.map(|(_, after)| after);
                comments_end &= after.is_some();
                rest = after.unwrap_or(comment);
                continue;
            }
            let name = word(rest);
            let lower = local(name).to_ascii_lowercase();
            if ACTIVE.contains(&lower.as_str()) {
                faults.active.insert(format!("<{}>", shown(local(name))));
            } else if lower == "!entity" {
                // It can stand for anything, and be fetched from anywhere.
                faults.active.insert("<!ENTITY>".to_owned());
            } else if lower == "?xml-stylesheet" {
                faults.external.insert("<?xml-stylesheet>".to_owned());
            }
            rest = &rest[name.len()..];
            if lower == "/style" {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    faults.style(&decoded(&std::mem::take(&mut sheet)));
                }
            }
            // A document type holds other declarations.
            if name.starts_with(['!', '?', '/']) || !tags_end {
                continue;
            }
            let Some((tag, after)) = tag(rest) else {
                // No drawing at all. Its attributes are all the rest, and the elements in that are still named.
                faults.attributes(rest);
                tags_end = false;
                continue;
            };
            faults.attributes(tag);
            if lower == "style" && !tag.ends_with('/') {
                depth += 1;
            }
            rest = after;
        }
        faults.style(&decoded(&sheet));
        faults
    }

    fn attributes(&mut self, tag: &str) {
        for (name, value) in attributes(tag) {
            let value = decoded(value);
            let lower = local(name).to_ascii_lowercase();
            // A browser passes over spaces and line breaks in an address.
            let address: String = value.chars().filter(|letter| *letter > ' ').collect::<String>().to_ascii_lowercase();
            let is_event = |name: &str| name.starts_with("on") && name.len() > 2;
            if is_event(&lower) || lower == "attributename" && is_event(&address) {
                self.active.insert(shown(name));
            } else if address.contains("javascript:") || address.contains("vbscript:") {
                self.active.insert("javascript:".to_owned());
            } else if matches!(lower.as_str(), "href" | "src") && is_external(&address) {
                self.external.insert(shown(&value));
            } else if lower != "d" {
                self.style(&value);
            }
        }
    }

    /// The addresses in a style sheet or a style.
    fn style(&mut self, style: &str) {
        /// So many bytes of an address are looked at.
        const LONGEST: usize = 1000;
        let lower = style.to_ascii_lowercase();
        if lower.contains("@import") {
            self.external.insert("@import".to_owned());
        }
        for (at, begin) in lower.match_indices("url(") {
            // Where it leads stands at its beginning, and its end may be far away.
            let address = &lower[at + begin.len()..];
            let address = &address[..address.floor_char_boundary(LONGEST)];
            let address = address.split(')').next().unwrap_or_default();
            let address = address.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '\''));
            if is_external(address) {
                self.external.insert(shown(address));
            }
        }
    }
}

/// Whether an address leads out of the drawing: to another site, or to a document within the address.
fn is_external(address: &str) -> bool {
    const PICTURES: [&str; 5] = ["png", "jpeg", "jpg", "webp", "gif"];
    if let Some(data) = address.strip_prefix("data:") {
        let kind = data.strip_prefix("image/").and_then(|data| data.split([';', ',']).next());
        return !kind.is_some_and(|kind| PICTURES.contains(&kind));
    }
    let scheme = address.split_once(':').map(|(scheme, _)| scheme);
    address.starts_with("//")
        || address.starts_with("\\\\")
        || scheme.is_some_and(|scheme| !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The name that a tag begins with.
fn word(text: &str) -> &str {
    let end = text.find(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '=' | '"' | '\'' | '<'));
    let name = &text[..end.unwrap_or(text.len())];
    match name.char_indices().skip(1).find(|(_, letter)| *letter == '/') {
        Some((slash, _)) => &name[..slash],
        None => name,
    }
}

/// A name without its prefix: `svg:script`.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The rest of a tag, up to its end outside quotes, and what comes after it. Nothing when it never ends.
fn tag(text: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '>') => return Some((&text[..at], &text[at + 1..])),
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    None
}

/// The names and values in a tag.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        let equals = rest.find('=')?;
        let name = rest[..equals].trim_end();
        let begins = name.rfind(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '"' | '\''));
        let name =
            begins.map_or(name, |at| name[at..].trim_start_matches(|l: char| l.is_whitespace() || "/\"'".contains(l)));
        let value = rest[equals + 1..].trim_start();
        let quoted = value.strip_prefix(['"', '\'']);
        let (value, after) = match quoted {
            Some(quoted) => quoted.split_once(&value[..1]).unwrap_or((quoted, "")),
            None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        rest = after;
        Some((name, value))
    })
}

/// A value with its references replaced.
fn decoded(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return value.into();
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(first) = rest.chars().next() {
        let (letter, length) = entity(rest).unwrap_or((first, first.len_utf8()));
        out.push(letter);
        rest = &rest[length..];
    }
    out.into()
}

/// So much of a name or an address as a message has room for.
fn shown(part: &str) -> String {
    const MOST: usize = 60;
    let cut = if part.chars().nth(MOST).is_some() { "…" } else { "" };
    part.chars().take(MOST).chain(cut.chars()).collect()
}

#[cfg(test)]
mod tests {

    use super::*;

    fn found(svg: &str) -> (Vec<String>, Vec<String>) {
        let faults = Faults::of(svg);
        (faults.active.into_iter().collect(), faults.external.into_iter().collect())
    }

    #[test]
    fn what_is_in_a_tag_that_never_ends_is_found() {
        let (active, external) = found("<svg><g a='<script><use onclick='x()' href=\"//ute.example\" <iframe");
        assert_eq!(active, ["<iframe>", "<script>"]);
        assert_eq!(external, ["//ute.example"]);
        assert_eq!(found("<!-- <script> <!-- <object>").0, ["<object>", "<script>"]);
        assert_eq!(found("<!-- <script> --> <!-- <object>").0, ["<object>"]);
        assert_eq!(found(&format!("<g fill='url( //ute.example/{})'/>", "å".repeat(5_000))).1.len(), 1);
    }

    /// Where each is read to the end of the file, this takes many minutes.
    #[test]
    fn what_never_ends_is_gone_through_once() {
        for (part, of) in [("<!--", ""), ("<a b='c", ""), ("<a ", ""), ("url(#", "<a style=\"x")] {
            found(&format!("{of}{}", part.repeat(300_000)));
        }
    }
}
