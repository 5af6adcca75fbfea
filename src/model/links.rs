//! Where a link leads: the one answer that both the checks and the pages go by, so that a link that passes the checks is
//! on the page, and one that a page would drop is a fault.

use super::{Site, address};
use crate::schema::Kind;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target<'t> {
    /// A page or file of the site: its address with query and anchor, or an anchor alone.
    Inside(String),
    /// A page of another site.
    Web(&'t str),
    /// `mailto:` or `tel:`.
    Contact(&'t str),
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// There is no address.
    Empty,
    /// A scheme that pages do not link to and that may run something, or control characters that could hide one.
    Unsafe,
    /// `//host`, which leaves the site while looking as if it stayed.
    OtherHost,
    /// A web address with a user name or a password.
    Credentials,
    /// A web address without scheme or host, or with a space.
    Incomplete,
    /// A picture that would be fetched from another site.
    ForeignPicture,
    /// Something that is shown as a picture and is none.
    NotAPicture,
    /// Out of the content folder.
    Outside,
    /// There is no page or file with this address.
    Nothing(String),
    /// The page has nothing with this anchor.
    NoAnchor { address: String, anchor: String },
}

/// Endings of the media files that browsers show as pictures.
const PICTURES: [&str; 6] = ["svg", "png", "jpg", "jpeg", "webp", "gif"];

impl Site {
    /// Where an address that is written in a file of the content folder leads.
    ///
    /// # Errors
    /// Why it leads nowhere.
    pub fn resolve<'t>(&self, file: &str, written: &'t str) -> Result<Target<'t>, LinkFault> {
        let target = written.trim();
        if target.is_empty() {
            return Err(LinkFault::Empty);
        }
        // Browsers drop tabs and line ends inside a scheme (WHATWG URL, 4.4).
        if target.chars().any(char::is_control) {
            return Err(LinkFault::Unsafe);
        }
        if target.bytes().take_while(|byte| matches!(byte, b'/' | b'\\')).count() > 1 {
            return Err(LinkFault::OtherHost);
        }
        match scheme(target) {
            Some(scheme) if is_one_of(scheme, &["http", "https"]) => self.web(file, target),
            Some(scheme) if is_one_of(scheme, &["mailto", "tel"]) => Ok(Target::Contact(target)),
            Some(_) => Err(LinkFault::Unsafe),
            None if target.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) => {
                Err(LinkFault::Incomplete)
            }
            None => self.inside(file, target),
        }
    }

    /// The address on the site of a picture that a file shows.
    ///
    /// # Errors
    /// Why it cannot be shown: a page asks no other site for anything.
    pub fn resolve_picture(&self, file: &str, written: &str) -> Result<String, LinkFault> {
        match self.resolve(file, written)? {
            Target::Inside(address) => {
                let (path, _) = parts(&address);
                let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
                let is_picture = path.starts_with("/media/") && is_one_of(ending, &PICTURES);
                if is_picture { Ok(address) } else { Err(LinkFault::NotAPicture) }
            }
            Target::Web(_) => Err(LinkFault::ForeignPicture),
            Target::Contact(_) => Err(LinkFault::NotAPicture),
        }
    }

    fn web<'t>(&self, file: &str, target: &'t str) -> Result<Target<'t>, LinkFault> {
        let Some((_, rest)) = target.split_once("://") else { return Err(LinkFault::Incomplete) };
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if host.contains('@') {
            return Err(LinkFault::Credentials);
        }
        if host.is_empty() || host.contains('\\') || target.contains(char::is_whitespace) {
            return Err(LinkFault::Incomplete);
        }
        match self.below_own(target) {
            Some(below) if below.starts_with('/') => self.inside(file, below),
            Some(below) => self.inside(file, &format!("/{below}")),
            None => Ok(Target::Web(target)),
        }
    }

    /// What follows the site's own address in a whole address.
    fn below_own<'t>(&self, target: &'t str) -> Option<&'t str> {
        let own = self.settings.address.trim_end_matches('/');
        let (start, below) = target.split_at_checked(own.len())?;
        let is_own = start.eq_ignore_ascii_case(own) && (below.is_empty() || below.starts_with(['/', '?', '#']));
        is_own.then_some(below)
    }

    fn inside(&self, file: &str, target: &str) -> Result<Target<'static>, LinkFault> {
        let (path, rest) = parts(target);
        let address = if path.is_empty() {
            let kind = Kind::of_path(file).filter(|kind| kind.has_body()).ok_or(LinkFault::Outside)?;
            address::of_document(kind, file)
        } else if path.starts_with('/') {
            path.to_owned()
        } else {
            self.relative(file, path)?
        };
        if self.has_file(&address) {
            return Ok(Target::Inside(address + rest));
        }
        let Some(route) = self.route(&address) else { return Err(LinkFault::Nothing(address)) };
        let anchor = rest.split_once('#').map_or("", |(_, anchor)| anchor);
        if !anchor.is_empty() && !self.has_anchor(route, anchor) {
            return Err(LinkFault::NoAnchor { address, anchor: anchor.to_owned() });
        }
        // A link within a page need not name the page.
        Ok(Target::Inside(if target.starts_with('#') { target.to_owned() } else { address + rest }))
    }

    /// The address of a content file that is named from another: `../fia/intervjun.md`.
    fn relative(&self, from: &str, path: &str) -> Result<String, LinkFault> {
        let mut folders: Vec<&str> = from.split('/').collect();
        folders.pop();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(folders.pop().ok_or(LinkFault::Outside)?),
                part => folders.push(part),
            }
        }
        if folders.is_empty() {
            return Err(LinkFault::Outside);
        }
        let file = folders.join("/");
        let Some(kind) = Kind::of_path(&file).filter(|kind| kind.has_body()) else { return Ok(format!("/{file}")) };
        let address = address::of_document(kind, &file);
        // `Torget.md` is not `torget.md`, though both names would give the same address.
        match self.document_at(&address) {
            Some(document) if *document.file != *file => Err(LinkFault::Nothing(address)),
            _ => Ok(address),
        }
    }
}

/// An address before, and from, its query or anchor.
fn parts(address: &str) -> (&str, &str) {
    address.split_at(address.find(['?', '#']).unwrap_or(address.len()))
}

/// What stands before the colon, where an address has a scheme.
fn scheme(address: &str) -> Option<&str> {
    let end = address.find([':', '/', '?', '#'])?;
    address[end..].starts_with(':').then_some(&address[..end])
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| other.eq_ignore_ascii_case(word))
}
