//! The type of every file that a site may have, by the ending of its name.

/// Endings, their type, and whether it is text whose letters a header must name as UTF-8. XML, SVG and JSON say so
/// themselves, or are always UTF-8.
pub const TYPES: [(&str, &str, bool); 32] = [
    ("html", "text/html", true),
    ("css", "text/css", true),
    ("js", "text/javascript", true),
    ("mjs", "text/javascript", true),
    ("txt", "text/plain", true),
    ("md", "text/markdown", true),
    ("csv", "text/csv", true),
    ("ics", "text/calendar", true),
    ("json", "application/json", false),
    ("jsonld", "application/ld+json", false),
    ("geojson", "application/geo+json", false),
    // The settings of Decap CMS; RFC 9512.
    ("yml", "application/yaml", false),
    ("webmanifest", "application/manifest+json", false),
    ("xml", "application/xml", false),
    ("atom", "application/atom+xml", false),
    ("rdf", "application/rdf+xml", false),
    ("svg", "image/svg+xml", false),
    ("wasm", "application/wasm", false),
    // Files of the search index, below `_s/`.
    ("bin", "application/octet-stream", false),
    ("idx", "application/octet-stream", false),
    ("png", "image/png", false),
    ("jpg", "image/jpeg", false),
    ("jpeg", "image/jpeg", false),
    ("gif", "image/gif", false),
    ("webp", "image/webp", false),
    ("avif", "image/avif", false),
    ("ico", "image/x-icon", false),
    ("woff2", "font/woff2", false),
    ("pdf", "application/pdf", false),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false),
    ("zip", "application/zip", false),
];

/// What is not known, and the files of the search index that have no ending.
pub const OTHER: &str = "application/octet-stream";

/// Atom feeds are called `feed.xml`, and an ending does not tell them from other XML.
pub const FEED: &str = "application/atom+xml";

/// Types that shrink when packed: text, and code for the browser's machine. The others are packed already.
const PACKED: [&str; 17] = [
    "html",
    "css",
    "js",
    "mjs",
    "txt",
    "md",
    "csv",
    "ics",
    "json",
    "jsonld",
    "geojson",
    "webmanifest",
    "xml",
    "atom",
    "rdf",
    "svg",
    "wasm",
];

fn ending(name: &str) -> Option<&str> {
    name.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending)
}

/// The media type of a file with its charset; a name without an ending is a page's address.
pub fn media_type(name: &str) -> String {
    let ending = ending(name).unwrap_or("html");
    match TYPES.iter().find(|(known, ..)| *known == ending) {
        Some((_, media_type, true)) => format!("{media_type}; charset=utf-8"),
        Some((_, media_type, false)) => (*media_type).to_owned(),
        None => OTHER.to_owned(),
    }
}

/// Whether `build --compress` tries to make a file smaller.
pub fn is_packable(path: &str) -> bool {
    ending(path).is_some_and(|ending| PACKED.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_follows_from_the_ending() {
        assert_eq!(media_type("a.b/x.html"), "text/html; charset=utf-8");
        assert_eq!(media_type("a/"), "text/html; charset=utf-8");
        assert_eq!(media_type("x.wasm"), "application/wasm");
        assert_eq!(media_type("x.rdf"), "application/rdf+xml");
        assert_eq!(media_type("x.unknown"), OTHER);
    }

    #[test]
    fn only_what_is_not_packed_already_is_packed() {
        assert!(is_packable("a/index.html") && is_packable("_s/search.wasm"));
        assert!(!is_packable("media/x.webp") && !is_packable(".nojekyll") && !is_packable("a.html/x"));
        assert!(PACKED.iter().all(|ending| TYPES.iter().any(|(known, ..)| known == ending)));
    }
}
