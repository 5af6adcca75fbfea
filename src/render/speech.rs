//! Templates and words in one language.

use tera::Tera;

use super::RenderError;
use super::context::Context;
use super::wording::Wording;

/// Templates and words in one language.
pub(super) struct Speech {
    pub wording: Wording,
    pub tera: Tera,
}

impl Speech {
    pub fn tag(&self) -> &'static str {
        self.wording.language.tag()
    }

    pub fn render(&self, address: &str, template: &'static str, context: Context) -> Result<String, RenderError> {
        self.tera.render(template, &context.into_tera()).map_err(|error| fault(address, template, &error))
    }

    pub fn render_to(
        &self,
        address: &str,
        template: &'static str,
        context: Context,
        out: &mut Vec<u8>,
    ) -> Result<(), RenderError> {
        self.tera.render_to(template, &context.into_tera(), out).map_err(|error| fault(address, template, &error))
    }
}

fn fault(address: &str, template: &'static str, error: &tera::Error) -> RenderError {
    RenderError { address: address.to_owned(), template, message: error.to_string() }
}
