//! Changes on disk → a new snapshot.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::watch;

use super::http::{Handler, Reply};
use super::snapshot::{Moment, Snapshot, SnapshotError, Sources};
use crate::commands::Console;
use crate::i18n::{self, Message};
use crate::render::{Base, PREVIEW_STYLE, RELOAD_SCRIPT};

/// An editor writes a file in several steps; this long after the last one the file is read.
const QUIET: Duration = Duration::from_millis(10);

/// A program that never stops writing must not keep what it wrote from being shown.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often we look whether a watched folder is still the one that has its name.
const LOOK: Duration = Duration::from_secs(1);

/// So long after the last change the search index is made: whoever writes on sees every page first.
const INDEX: Duration = Duration::from_secs(2);

/// A folder that is just being replaced has this long to be whole again before anybody is told.
const REPLACING: Duration = Duration::from_millis(200);

/// The latest snapshot, and a signal when there is a newer one.
pub struct Latest {
    shown: RwLock<(Arc<Snapshot>, Moment)>,
    generation: watch::Sender<u64>,
}

impl Latest {
    fn new(snapshot: Snapshot) -> Latest {
        // Not from 0: a browser may still show a page of an earlier preview.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let generation = u64::try_from(now.as_millis()).unwrap_or(0);
        let shown = (Arc::new(snapshot), Moment { waiting: None, generation });
        index_soon(&shown.0);
        Latest { shown: RwLock::new(shown), generation: watch::Sender::new(generation) }
    }

    /// The latest snapshot.
    pub fn get(&self) -> Arc<Snapshot> {
        self.shown().0
    }

    fn shown(&self) -> (Arc<Snapshot>, Moment) {
        self.shown.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, snapshot: Arc<Snapshot>, waiting: Option<Message>) {
        index_soon(&snapshot);
        let generation = {
            let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
            let generation = shown.1.generation + 1;
            *shown = (snapshot, Moment { waiting, generation });
            generation
        };
        self.generation.send_replace(generation);
    }
}

/// Makes the search index of a snapshot in the background, if that is still shown when it is quiet. On one core, so that the
/// next change need not wait for it.
fn index_soon(snapshot: &Arc<Snapshot>) {
    let snapshot = Arc::downgrade(snapshot);
    thread::spawn(move || {
        thread::sleep(INDEX);
        // A snapshot that has been replaced meanwhile is gone.
        let Some(snapshot) = snapshot.upgrade() else { return };
        // Without a thread it is made when somebody searches.
        if let Ok(one) = rayon::ThreadPoolBuilder::new().num_threads(1).build() {
            one.install(|| {
                snapshot.make_index();
            });
        }
    });
}

impl Handler for Latest {
    fn answer(&self, path: &str) -> Reply {
        let (snapshot, moment) = self.shown();
        match path {
            RELOAD_SCRIPT => return Reply::found("reload.js", include_bytes!("reload.js").to_vec()),
            PREVIEW_STYLE => return Reply::found("preview.css", include_bytes!("preview.css").to_vec()),
            "/manifest.json" => {
                return match snapshot.manifest(moment.generation) {
                    Ok(bytes) => Reply::found(path, bytes),
                    Err(page) => Reply::failed_page(page),
                };
            }
            _ => {}
        }
        if let Some(bytes) = snapshot.asset(path) {
            return Reply::found(path, bytes.into_owned());
        }
        match snapshot.page(path, &moment) {
            Ok((html, true)) => Reply::found("index.html", html.into_bytes()),
            Ok((_, false)) if snapshot.has_page(&format!("{path}/")) => Reply::redirect(format!("{path}/")),
            Ok((html, false)) => Reply::missing(html),
            Err(page) => Reply::failed_page(page),
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
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading is what we do ourselves; only what changes a file matters.
        if !event.as_ref().is_ok_and(|event| event.kind.is_access()) {
            let _ = sender.send(());
        }
    })?;
    let folders = [Some(&sources.content), sources.theme.as_ref()];
    let mut folders = Folders::new(watcher, folders.into_iter().flatten());
    // Watching before reading: a change in between is seen twice rather than not at all.
    folders.watch()?;
    let latest = Arc::new(Latest::new(Snapshot::take(&sources, &base, None)?));
    let kept = latest.clone();
    std::thread::spawn(move || {
        while changed(&receiver, &folders) {
            // A folder that is gone is found again by the look that comes each second.
            let _ = folders.watch();
            let before = kept.get();
            let taken = Snapshot::take(&sources, &base, Some(&before)).or_else(|_| {
                std::thread::sleep(REPLACING);
                let _ = folders.watch();
                Snapshot::take(&sources, &base, Some(&before))
            });
            match taken {
                Ok(snapshot) => {
                    kept.set(Arc::new(snapshot), None);
                    console.warn(&kept.get().summary());
                }
                // What was shown last stays until the content or the theme can be read again.
                Err(error) => {
                    let reason = i18n::text(console.language, &error.message());
                    let waiting = Message::new("serve-vantar").with("orsak", reason);
                    console.warn(&waiting);
                    kept.set(before, Some(waiting));
                }
            }
        }
    });
    Ok(latest)
}

/// Waits for a change and for the quiet after it, or until a folder is another one; false when there will be no more.
fn changed(receiver: &Receiver<()>, folders: &Folders) -> bool {
    loop {
        match receiver.recv_timeout(LOOK) {
            Ok(()) => break,
            Err(RecvTimeoutError::Timeout) if folders.are_replaced() => return true,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
    let first = std::time::Instant::now();
    while first.elapsed() < PATIENCE {
        match receiver.recv_timeout(QUIET) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
    true
}

/// What is watched. The system watches folders and not their names: one that was moved away is watched where it is now,
/// and the one that took its place is not.
struct Folders {
    watcher: RecommendedWatcher,
    /// Each path, and which folder stood there when its watch began.
    watched: Vec<(PathBuf, Option<Identity>)>,
}

impl Folders {
    fn new<'a>(watcher: RecommendedWatcher, paths: impl Iterator<Item = &'a PathBuf>) -> Folders {
        Folders { watcher, watched: paths.map(|path| (path.clone(), None)).collect() }
    }

    /// Watches each path whose folder is not the one that is watched already.
    fn watch(&mut self) -> notify::Result<()> {
        for (path, watched) in &mut self.watched {
            let stands = identity(path);
            if stands.is_some() && stands == *watched {
                continue;
            }
            let _ = self.watcher.unwatch(path);
            *watched = None;
            self.watcher.watch(path, RecursiveMode::Recursive)?;
            *watched = stands;
        }
        Ok(())
    }

    fn are_replaced(&self) -> bool {
        self.watched.iter().any(|(path, watched)| identity(path) != *watched)
    }
}

/// What tells a folder from another that later has its name: its number where the system has numbers, and its birth,
/// because numbers are used again.
type Identity = (Option<(u64, u64)>, Option<SystemTime>);

fn identity(path: &Path) -> Option<Identity> {
    let found = fs::metadata(path).ok()?;
    Some((number(&found), found.created().ok()))
}

#[cfg(unix)]
fn number(found: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> Option<(u64, u64)> {
    None
}

/// The preview could not begin.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
    #[error("the folder cannot be watched: {0}")]
    Watch(#[from] notify::Error),
}
