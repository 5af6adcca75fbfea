//! Swedish search in a prebuilt index. No I/O: the caller fetches the files that a search asks for.

pub mod page;

pub use page::{Choice, Filter, Page, Section};
