//! What other programs need to work with the content, one folder or file for each format.

pub mod cms;
