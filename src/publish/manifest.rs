//! What publishing needs to know of a site's `manifest.json`: is the site ours, and which hashed
//! assets did its latest generations have?
//!
//! ```json
//! { "generator": "samverka 0.1.0", "assets": [["_a/style.1f2e.css"], ["_a/style.0c9d.css"]] }
//! ```
//!
//! `assets` has the latest generation first. Everything else in the manifest is ignored here.

use super::path;
use serde::Deserialize;
use serde_json::Value;

/// Where the manifest stands in a site.
pub(super) const NAME: &str = "manifest.json";

/// How many earlier generations of hashed assets a new site carries.
pub(super) const CARRIED: usize = 2;

/// The folders whose files have their content's hash in their name.
const HASHED: [&str; 2] = ["_a/", "_s/"];

/// The manifest of a site that this program made.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// Paths of hashed assets, the latest generation first, at most [`CARRIED`] generations.
    pub generations: Vec<Vec<String>>,
}

impl Manifest {
    /// Reads a manifest; `None` unless it says that this program made the site.
    ///
    /// A damaged one is still ours if it parses and only `assets` is odd, or if it is cut off but
    /// starts with our `generator`: then there is nothing to carry.
    pub fn read(bytes: &[u8]) -> Option<Manifest> {
        if bytes.trim_ascii_start().first() != Some(&b'{') {
            return None;
        }
        let Ok(said) = serde_json::from_slice::<Said>(bytes) else {
            return starts_as_ours(bytes).then(Manifest::default);
        };
        let generator = said.generator.as_str()?;
        is_us(generator).then(|| Manifest { generations: generations(&said.assets) })
    }
}

/// What is asked of a manifest; of its pages, which are many, only that they can be read.
#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    generator: Value,
    #[serde(default)]
    assets: Value,
}

fn is_us(generator: &str) -> bool {
    generator == "samverka" || generator.starts_with("samverka ")
}

/// Whether broken JSON opens with `{ "generator": "samverka …`.
fn starts_as_ours(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    for token in ["{", "\"generator\"", ":", "\"samverka "] {
        match rest.trim_ascii_start().strip_prefix(token.as_bytes()) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    true
}

fn generations(assets: &Value) -> Vec<Vec<String>> {
    let lists = assets.as_array().map_or(&[][..], Vec::as_slice);
    let paths = |list: &Value| {
        let entries = list.as_array().map_or(&[][..], Vec::as_slice);
        entries.iter().filter_map(Value::as_str).filter(|path| is_asset(path)).map(str::to_owned).collect()
    };
    lists.iter().take(CARRIED).map(paths).collect()
}

fn is_asset(asset: &str) -> bool {
    HASHED.iter().any(|folder| asset.starts_with(folder)) && path::check(asset).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<Vec<String>>> {
        Manifest::read(text.as_bytes()).map(|manifest| manifest.generations)
    }

    #[test]
    fn only_our_generator_makes_a_site_ours() {
        for theirs in [
            "",
            "{}",
            "[]",
            "null",
            r#""samverka 1""#,
            r#"{"generator": "Hugo 0.150"}"#,
            r#"{"generator": "samverkan.se"}"#,
            r#"{"generator": ["samverka 1"]}"#,
            r#"{"site": {"generator": "samverka 1"}}"#,
            r#"{"site": {"generator": "samverka 1"#,
        ] {
            assert_eq!(read(theirs), None, "{theirs}");
        }
        for ours in [r#"{"generator": "samverka 0.1.0"}"#, r#"{"generator": "samverka"}"#] {
            assert_eq!(read(ours), Some(vec![]), "{ours}");
        }
    }

    #[test]
    fn a_damaged_manifest_that_is_ours_has_nothing_to_carry() {
        for damaged in [
            r#"{"generator": "samverka 1", "assets": 3}"#,
            r#"{"generator": "samverka 1", "assets": {"_a/x": 1}}"#,
            "\n{ \"generator\" : \"samverka 1\", \"assets\": [[\"_a/x.c",
        ] {
            assert_eq!(read(damaged), Some(vec![]), "{damaged}");
        }
    }

    #[test]
    fn assets_outside_their_folders_and_older_generations_are_left_out() {
        let text = r#"{"generator": "samverka 1", "assets": [
            ["_a/x.css", "index.html", "_a/../../etc/passwd", "/_a/x", 7, "_s/i/0"], "odd", ["_a/third"]]}"#;
        assert_eq!(read(text), Some(vec![vec!["_a/x.css".to_owned(), "_s/i/0".to_owned()], vec![]]));
    }
}
