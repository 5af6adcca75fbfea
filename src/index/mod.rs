//! Site → what search looks through.
//!
//! ```text
//! pages     every page that readers find, as plain text with its facts
//! filters   what hits can be narrowed by: each page's values, and all of them with their names
//! ```
//!
//! Pure functions of the site, like [`render`](crate::render): the same site gives the same pages in the same order.

mod filters;
mod pages;
#[cfg(test)]
mod tests;

pub use filters::filters;
pub use pages::pages;
