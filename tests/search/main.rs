//! What search finds, in the site's own content and in made ones.

mod determinism;
mod highlights;
mod index;
mod large;
mod oracle;
mod program;
mod queries;
// Not all of it is needed here.
#[allow(dead_code)]
#[path = "../site/program.rs"]
mod runs;
mod version;
