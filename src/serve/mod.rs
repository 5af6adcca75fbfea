//! The preview: content as readers will see it, drafts and faults included, made anew when a file changes.
//!
//! ```text
//! snapshot   files → what the preview shows at one moment: site, faults, pages on request
//! watch      changes on disk → a new snapshot
//! http       requests → pages of the latest snapshot, and the signal to reload
//! built      requests → files of a built site (`--site`)
//! overlay    diagnostics → what stands above a page
//! ```
//!
//! Only this machine is answered: the server listens on 127.0.0.1 unless another address is asked for by name, and always
//! refuses a foreign `Host`, so that no web page elsewhere can read drafts through a name that it points here.
//!
//! A change among many files is shown at once: what is the same as before is not read as YAML and Markdown again
//! ([`check_again`](crate::check::check_again)), pages are made when they are asked for, and the browser changes only what
//! differs on the page (`reload.js`).

mod built;
mod http;
mod overlay;
mod snapshot;
mod watch;

pub use built::serve_built;
pub use http::{Handler, listen};
pub use snapshot::{SnapshotError, Sources};
pub use watch::{ServeError, serve_content};
