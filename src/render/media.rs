//! What is published of media: pictures without their metadata, their WebP twins, and other files as they are.

use std::collections::HashSet;
use std::sync::Arc;

use super::Renderer;
use crate::model::Site;
use crate::model::files::SiteFile;
use crate::picture::{self, Format, Published};

/// What the address of a picture has after it for the same picture as WebP.
pub(super) const WEBP: &str = ".webp";

/// What is published of each media file. A picture whose name with [`WEBP`] is a file of its own gets no other.
pub(super) fn published(site: &Site) -> Vec<Option<Arc<Published>>> {
    let files: Vec<(&str, &[u8])> = site.media.iter().map(|media| (&*media.address, &*media.bytes)).collect();
    let names: HashSet<&str> = files.iter().map(|(address, _)| *address).collect();
    let mut published = picture::published_all(&files);
    for (published, (address, _)) in published.iter_mut().zip(&files) {
        if let Some(published) = published
            && names.contains(format!("{address}{WEBP}").as_str())
        {
            Arc::make_mut(published).webp = None;
        }
    }
    published
}

impl Renderer<'_> {
    /// The WebP twins of the site's pictures: path below the site's root and content.
    pub fn twins(&self) -> impl Iterator<Item = (String, &[u8])> {
        let pictures = self.site.media.iter().zip(&self.published);
        pictures.filter_map(|(media, published)| {
            let webp = published.as_deref()?.webp.as_deref()?;
            Some((format!("{}{WEBP}", media.address.trim_start_matches('/')), webp))
        })
    }

    /// What is published of a media file: a picture without its metadata, none with a fault, anything else as it is.
    pub(super) fn media(&self, index: usize) -> Option<&[u8]> {
        let media = &self.site.media[index];
        match &self.published[index] {
            Some(published) => Some(&published.bytes),
            None => Format::of_path(&media.address).is_none().then_some(&*media.bytes),
        }
    }

    /// Which of the site's media lies at an address.
    pub(super) fn media_at(&self, address: &str) -> Option<usize> {
        match self.site.files.get(address) {
            Some(SiteFile::Media(index)) => Some(*index),
            _ => None,
        }
    }
}
