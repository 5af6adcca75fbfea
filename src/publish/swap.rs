//! The exchange of the old site for the new: the one step that visitors see.

use super::disk::Kind;
use super::out::Standing;
use super::staging::Staging;
use super::{Action, PublishError, Swap};
use std::io::{self, ErrorKind};

impl Staging {
    /// Puts the new site in the place of what stands there.
    pub(super) fn place(&mut self, standing: &Standing) -> Result<Swap, PublishError> {
        let new = self.new_site();
        if !matches!(standing, Standing::Ours(_)) {
            // A rename replaces an empty folder in one step, and fails if it is not empty any more.
            return match self.disk.rename(&new, &self.out) {
                Ok(()) => Ok(Swap::First),
                // Not every system can replace even an empty folder.
                Err(_) if cfg!(not(unix)) && self.options.allow_gap => self.place_with_gap(),
                Err(source) => Err(self.cannot_move(source)),
            };
        }
        match self.disk.exchange(&new, &self.out) {
            Ok(()) => Ok(Swap::Exchanged),
            Err(source) if !is_unsupported(source.kind()) => Err(PublishError::io(Action::Move, &self.out, source)),
            Err(_) if self.options.allow_gap => self.place_with_gap(),
            Err(source) => Err(PublishError::NoExchange { out: self.out.clone(), source }),
        }
    }

    fn place_with_gap(&mut self) -> Result<Swap, PublishError> {
        let (old, new) = (self.old_site(), self.new_site());
        if let Err(source) = self.disk.rename(&self.out, &old) {
            // It may be moved and still be reported as failed. If even that cannot be told, tidying
            // up tries once more, and the next build again.
            let _ = self.put_back();
            return Err(self.cannot_move(source));
        }
        if let Err(source) = self.disk.rename(&new, &self.out) {
            return Err(match self.put_back() {
                Ok(()) => self.cannot_move(source),
                Err(_) => {
                    self.tidied = true; // whoever reads the message finds everything in its place
                    PublishError::GapLeft { out: self.out.clone(), old, source }
                }
            });
        }
        Ok(Swap::Gap)
    }

    fn cannot_move(&self, source: io::Error) -> PublishError {
        match source.kind() {
            ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => {
                PublishError::NotMovable { out: self.out.clone(), source }
            }
            _ => PublishError::io(Action::Move, &self.out, source),
        }
    }

    /// Moves the old site back if a swap with a gap ended in the gap: `old/` is then whole, and
    /// nothing (or a folder that somebody made meanwhile) stands at `out`.
    pub(super) fn put_back(&mut self) -> Result<(), PublishError> {
        let old = self.old_site();
        if self.kind(&old)? != Some(Kind::Folder) {
            return Ok(());
        }
        let gap = match self.kind(&self.out)? {
            None => true,
            Some(Kind::Folder) => {
                let empty = self.disk.is_empty(&self.out);
                empty.map_err(|source| PublishError::io(Action::Look, &self.out, source))?
            }
            Some(_) => false,
        };
        if !gap {
            return Ok(());
        }
        self.disk.rename(&old, &self.out).map_err(|source| {
            self.tidied = true; // whoever reads the message shall find everything in its place
            PublishError::GapLeft { out: self.out.clone(), old, source }
        })
    }

    /// With [`Options::sync`](super::Options::sync): makes the exchange itself last.
    pub(super) fn sync_swap(&self) -> Result<(), PublishError> {
        if self.options.sync {
            let named = self.made.iter().chain([&self.out]).filter_map(|path| path.parent());
            for folder in named.chain([self.folder.as_path()]) {
                let synced = self.disk.sync_folder(folder);
                synced.map_err(|source| PublishError::NotSynced { path: folder.to_owned(), source })?;
            }
        }
        Ok(())
    }
}

/// Whether a failed exchange means that it can never work here: `EINVAL`, `ENOSYS`, `EOPNOTSUPP`,
/// `EXDEV`, `EBUSY`.
fn is_unsupported(kind: ErrorKind) -> bool {
    use ErrorKind::{CrossesDevices, InvalidInput, ResourceBusy, Unsupported};
    matches!(kind, InvalidInput | Unsupported | CrossesDevices | ResourceBusy)
}
