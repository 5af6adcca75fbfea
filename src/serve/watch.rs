//! Changes on disk → a new snapshot.

use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use notify::{RecursiveMode, Watcher};
use tokio::sync::watch;

use super::http::{Handler, Reply};
use super::snapshot::{Snapshot, SnapshotError, Sources};
use crate::commands::Console;
use crate::i18n::Message;
use crate::render::{Base, RELOAD_SCRIPT};

/// An editor writes a file in several steps; this long after the last one the file is read.
const QUIET: Duration = Duration::from_millis(15);

/// The latest snapshot, and a signal when there is a newer one.
pub struct Latest {
    snapshot: RwLock<Arc<Snapshot>>,
    generation: watch::Sender<u64>,
}

impl Latest {
    fn new(snapshot: Snapshot) -> Latest {
        Latest { snapshot: RwLock::new(Arc::new(snapshot)), generation: watch::Sender::new(0) }
    }

    /// The latest snapshot.
    pub fn get(&self) -> Arc<Snapshot> {
        self.snapshot.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, snapshot: Snapshot) {
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        self.generation.send_modify(|generation| *generation += 1);
    }
}

impl Handler for Latest {
    fn answer(&self, path: &str) -> Reply {
        let snapshot = self.get();
        if path == RELOAD_SCRIPT {
            return Reply::found("reload.js", include_bytes!("reload.js").to_vec());
        }
        if let Some(bytes) = snapshot.asset(path) {
            return Reply::found(path, bytes.to_vec());
        }
        match snapshot.page(path) {
            Ok((html, true)) => Reply::found("index.html", html.into_bytes()),
            Ok((_, false)) if snapshot.has_page(&format!("{path}/")) => Reply::redirect(format!("{path}/")),
            Ok((html, false)) => Reply::missing(html),
            Err(error) => Reply::failed(error.to_string()),
        }
    }

    fn changes(&self) -> Option<watch::Receiver<u64>> {
        Some(self.generation.subscribe())
    }
}

/// Takes the first snapshot and goes on taking one whenever something changes, in a thread of its own.
///
/// # Errors
/// When the first snapshot cannot be taken, or the folders cannot be watched.
pub fn serve_content(sources: Sources, base: Base, console: Console) -> Result<Arc<Latest>, ServeError> {
    let (sender, receiver) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading is what we do ourselves; only what changes a file matters.
        if !event.as_ref().is_ok_and(|event| event.kind.is_access()) {
            let _ = sender.send(());
        }
    })?;
    // Watching before reading: a change in between is seen twice rather than not at all.
    watcher.watch(&sources.content, RecursiveMode::Recursive)?;
    if let Some(theme) = &sources.theme {
        watcher.watch(theme, RecursiveMode::Recursive)?;
    }
    let latest = Arc::new(Latest::new(Snapshot::take(&sources, &base, None)?));
    let kept = latest.clone();
    std::thread::spawn(move || {
        let _watcher = watcher;
        while changed(&receiver) {
            match Snapshot::take(&sources, &base, Some(&kept.get())) {
                Ok(snapshot) => {
                    console.warn(&snapshot.summary());
                    kept.set(snapshot);
                }
                // What was shown last stays until the content or the theme can be read again.
                Err(error) => console.warn(&Message::new("serve-vantar").with("orsak", error.to_string())),
            }
        }
    });
    Ok(latest)
}

/// Waits for a change and for the quiet after it; false when there will be no more.
fn changed(receiver: &Receiver<()>) -> bool {
    if receiver.recv().is_err() {
        return false;
    }
    loop {
        match receiver.recv_timeout(QUIET) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

/// The preview could not begin.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
    #[error("the folder cannot be watched: {0}")]
    Watch(#[from] notify::Error),
}
