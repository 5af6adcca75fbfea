//! The site before and the site after, as pages that work from a folder.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::check::Checked;
use crate::commands::{Console, Failure, mark_preview, publish_message, render_fault};
use crate::diff::outline::Part;
use crate::diff::{Diff, html, relative};
use crate::i18n::{self, Message};
use crate::memory::Hash;
use crate::model::files::SiteFile;
use crate::model::{Site, address};
use crate::publish::{Options, Staging};
use crate::render::{Base, Renderer, Theme};

/// Both sites, and what they look like.
pub struct Sites<'a> {
    pub before: &'a Checked,
    pub after: &'a Checked,
    pub theme: &'a Theme,
}

impl Sites<'_> {
    /// Writes the report and both sites, whole or not at all.
    pub fn write(
        &self,
        diff: &Diff,
        parts: &[Part],
        out: &Path,
        protect: &[PathBuf],
        console: &Console,
    ) -> Result<(), Failure> {
        // Nobody visits a comparison: where folders cannot change places at once, the old one may be gone for a moment.
        let options = Options { allow_gap: true, ..Options::default() };
        let staging = Staging::open(out, protect, options)?;
        let name = |id: &'static str| i18n::text(console.language, &Message::new(id));
        let (before, after) = (&self.before.corpus.site, &self.after.corpus.site);
        let old = self.site(before, html::BEFORE, &name("andring-fore-andringen"), &staging)?;
        let new = self.site(after, html::AFTER, &name("andring-efter-andringen"), &staging)?;
        let mut affected: Vec<String> = new
            .iter()
            .filter(|(address, hash)| old.get(*address).is_some_and(|old| old != *hash))
            .map(|(a, _)| a.clone())
            .collect();
        affected.sort();
        let about = html::About { before, after, affected: &affected, language: console.language };
        for (path, page) in html::pages(diff, parts, &about) {
            staging.write(&path, page.as_bytes())?;
        }
        // What tells the next report that the folder is its own to replace.
        let manifest =
            serde_json::json!({ "generator": format!("samverka {}", env!("CARGO_PKG_VERSION")), "assets": [] });
        staging.write("manifest.json", manifest.to_string().as_bytes())?;
        let published = staging.publish()?;
        published.warnings.iter().for_each(|warning| console.warn(&publish_message(warning)));
        let index = published.out.join("index.html").display().to_string();
        console.say(&Message::new("andring-mapp-skriven").with("fil", index));
        Ok(())
    }

    /// One of the sites into a folder. Gives the hash of each page, as it would be without what says which site it is of.
    fn site(&self, site: &Site, folder: &str, name: &str, staging: &Staging) -> Result<HashMap<String, Hash>, Failure> {
        let written = relative::base(&site.settings.address);
        let base = Base::parse(&written).map_err(|error| error.message(&written))?;
        let root = base.path().to_owned();
        let mut renderer = Renderer::new(self.theme, site, base);
        mark_preview(&mut renderer, site, name);
        let bar = renderer.mark().map(|bar| bar.as_str().to_owned()).unwrap_or_default();
        let write = |path: &str, bytes: &[u8]| staging.write(&format!("{folder}/{}", address::file(path)), bytes);
        let pages = site.routes.par_iter().map(|route| -> Result<(String, Hash), Failure> {
            let page = renderer.page(route, None).map_err(render_fault)?;
            let page = relative::links(&page, &root, &route.address);
            write(&route.address, page.as_bytes())?;
            let hash = *blake3::hash(page.replacen(&bar, "", 1).as_bytes()).as_bytes();
            Ok((route.address.clone(), hash))
        });
        let pages = pages.collect::<Result<_, Failure>>()?;
        for (path, bytes) in renderer.assets() {
            write(path, bytes)?;
        }
        for (address, file) in site.files.iter().filter(|(_, file)| matches!(file, SiteFile::Media(_))) {
            if let Some(bytes) = renderer.file(*file) {
                write(address, &bytes)?;
            }
        }
        for (path, bytes) in renderer.twins() {
            write(&path, bytes)?;
        }
        Ok(pages)
    }
}
