//! What says that a page is a preview: on top of a page that `serve` shows, and on every page of a site that is built to be
//! looked at before it is published.

use tera::Value;

use super::context::{View, map};
use super::theme::{Asset, hashed_path};
use super::{Html, RenderError, Renderer, fingerprint};
use crate::i18n::Language;
use crate::model::routes::Route;

/// Where the script lies that keeps a page of the preview up to date. Only `serve` has it.
pub const RELOAD_SCRIPT: &str = "/_serve/reload.js";

/// Where the style of the preview's own parts lies. Only `serve` has it.
pub const PREVIEW_STYLE: &str = "/_serve/preview.css";

/// The same style as a file of a built preview.
const STYLE_NAME: &str = "preview.css";

/// What the preview shows on top of a page. The page then asks for [`RELOAD_SCRIPT`] and [`PREVIEW_STYLE`].
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// What says that this is a preview.
    pub bar: Html,
    /// The faults of the page's file; nothing is shown when there are none.
    pub faults: Html,
    /// Which version of the content the page is made from: the script asks for it again when there is another.
    pub generation: u64,
}

/// The bar on top of a page: a region with a name, in words of a language.
pub fn preview_bar(language: Language, name: &str, parts: impl IntoIterator<Item = Html>) -> Html {
    let attributes = [("class", "preview-bar"), ("aria-label", name), ("lang", language.tag())];
    Html::element("section", &attributes, Html::join(parts))
}

impl Renderer<'_> {
    /// Marks every page as a preview: with a bar, and for search engines as nothing to list. The header files say the latter,
    /// too.
    pub fn mark_preview(&mut self, bar: Html) {
        let bytes = include_bytes!("../serve/preview.css").to_vec();
        self.assets.push(Asset { name: STYLE_NAME.to_owned(), path: hashed_path(STYLE_NAME, &bytes), bytes });
        self.globals = fingerprint::of_values(&[&Value::from(self.globals.to_vec()), &bar.clone().into()]);
        self.mark = Some(bar);
    }

    /// What every page is marked with, if it is.
    pub fn mark(&self) -> Option<&Html> {
        self.mark.as_ref()
    }

    /// Whether every page is marked as a preview.
    pub(super) fn is_preview(&self) -> bool {
        self.mark.is_some()
    }

    pub(super) fn view(&self, route: &Route) -> Result<View, RenderError> {
        let View { template, mut context } = self.view_of(route)?;
        if let Some(bar) = &self.mark {
            let preview = map! {
                bar: bar.clone(),
                script: Value::none(),
                style: self.asset_href(STYLE_NAME),
                generation: Value::none(),
            };
            context.insert_value("preview", preview);
            context.insert_value("noindex", true.into());
        }
        Ok(View { template, context })
    }

    pub(super) fn view_with(&self, route: &Route, preview: Option<&Preview>) -> Result<View, RenderError> {
        let View { template, mut context } = self.view(route)?;
        if let Some(preview) = preview {
            if !preview.faults.is_empty() {
                context.insert_value("faults", preview.faults.clone().into());
            }
            let preview = map! {
                bar: preview.bar.clone(),
                script: self.base.page(RELOAD_SCRIPT),
                style: self.base.page(PREVIEW_STYLE),
                generation: preview.generation.to_string(),
            };
            context.insert_value("preview", preview);
        }
        Ok(View { template, context })
    }
}
