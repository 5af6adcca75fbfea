//! Where the site stands, and how its addresses become links.
//!
//! Addresses inside the program always begin at the site's root, `/exempel/x/`. Only here do they get what stands
//! before: the same site also works under `https://x.se/a/b/`.

use thiserror::Error;

use crate::i18n::Message;

/// The site's address: origin and path, as `https://x.se` and `/a/b/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    origin: String,
    path: String,
}

/// Why a text is no address of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BaseError {
    /// It does not begin with `https://` or `http://`.
    #[error("the address must begin with https:// or http://")]
    Scheme,
    /// The host is missing, or is none.
    #[error("the address has no host, or one with characters that hosts do not have")]
    Host,
    /// A user name or a password stands in it.
    #[error("the address must not hold a user name or a password")]
    Credentials,
    /// Something comes after the path.
    #[error("the address must end with its path, without ? and #")]
    Query,
    /// A part of the path would mean something else to a browser or a server.
    #[error("a part of the path is empty, `.`, `..`, or has characters that must be percent-encoded")]
    Path,
}

impl BaseError {
    /// The fault in the reader's language.
    pub fn message(self, written: &str) -> Message {
        let id = match self {
            BaseError::Scheme => "base-scheme",
            BaseError::Host => "base-host",
            BaseError::Credentials => "base-credentials",
            BaseError::Query => "base-query",
            BaseError::Path => "base-path",
        };
        Message::new(id).with("address", written)
    }
}

impl Base {
    /// Reads `https://x.se/a/b/`; the last slash may be left out.
    ///
    /// # Errors
    /// What is wrong with the address.
    pub fn parse(text: &str) -> Result<Base, BaseError> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://").ok_or(BaseError::Scheme)?;
        let scheme = scheme.to_ascii_lowercase();
        if !matches!(scheme.as_str(), "https" | "http") {
            return Err(BaseError::Scheme);
        }
        if rest.contains(['?', '#']) {
            return Err(BaseError::Query);
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        if host.contains('@') {
            return Err(BaseError::Credentials);
        }
        if !is_host(host) {
            return Err(BaseError::Host);
        }
        let path = path.strip_suffix('/').unwrap_or(path);
        if !path.is_empty() && !path.split('/').all(is_path_part) {
            return Err(BaseError::Path);
        }
        let path = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
        Ok(Base { origin: format!("{scheme}://{}", host.to_ascii_lowercase()), path })
    }

    /// What a link says: `/exempel/x/` → `/a/b/exempel/x/`. An anchor stays where it is.
    pub fn page(&self, address: &str) -> String {
        format!("{}{}", self.path, address.trim_start_matches('/'))
    }

    /// The whole address: `/exempel/x/` → `https://x.se/a/b/exempel/x/`.
    pub fn absolute(&self, address: &str) -> String {
        format!("{}{}{}", self.origin, self.path, address.trim_start_matches('/'))
    }

    /// The path, beginning and ending with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }
}

fn is_host(host: &str) -> bool {
    let (name, port) = host.rsplit_once(':').unwrap_or((host, "80"));
    let good = |part: &str| {
        !part.is_empty() && !part.starts_with('-') && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    name.split('.').all(good) && port.parse::<u16>().is_ok()
}

fn is_path_part(part: &str) -> bool {
    let good = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'~' | b'%');
    !matches!(part, "" | "." | "..") && part.bytes().all(good)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_get_the_path_and_canonical_addresses_the_origin() {
        let base = Base::parse("https://X.se/a/b").unwrap();
        assert_eq!(base.page("/exempel/x/#kalla-1"), "/a/b/exempel/x/#kalla-1");
        assert_eq!(base.absolute("/"), "https://x.se/a/b/");
        assert_eq!(Base::parse("http://localhost:8080/").unwrap().page("/"), "/");
    }

    #[test]
    fn what_is_no_address_is_refused_by_name() {
        let faults = [
            ("x.se", BaseError::Scheme),
            ("ftp://x.se", BaseError::Scheme),
            ("https://", BaseError::Host),
            ("https://x.se:port/", BaseError::Host),
            ("https://å.se/", BaseError::Host),
            ("https://me:secret@x.se/", BaseError::Credentials),
            ("https://x.se/?q", BaseError::Query),
            ("https://x.se/a//b/", BaseError::Path),
            ("https://x.se/../", BaseError::Path),
            ("https://x.se/\"><script>/", BaseError::Path),
        ];
        for (text, fault) in faults {
            assert_eq!(Base::parse(text), Err(fault), "{text}");
        }
    }
}
