//! What the build before leaves for this one to do (`--incremental`).

use std::path::Path;

use crate::check::{Before, Checked};
use crate::memory::{self, Contents, Hash, KnownFiles, Memory, Next, PageMemory};
use crate::publish::Staging;
use crate::render::{Fingerprints, Renderer};
use crate::source::File;

/// What there is of the build before, and the content now.
pub struct Past {
    program: Hash,
    contents: Contents,
    memory: Option<Memory>,
}

impl Past {
    /// Nothing where the program does not know itself, so that nothing could be told from what another one made.
    pub fn find(out: &Path, files: &[File]) -> Option<Past> {
        let program = memory::program()?;
        let (memory, contents) = rayon::join(|| memory::beside(out, &program), || Contents::of(files));
        Some(Past { program, contents, memory })
    }

    /// What the check need not do again.
    pub fn before(&self) -> Before<'_> {
        self.memory.as_ref().map_or(Before::Nothing, |memory| Before::Build(memory, &self.contents))
    }

    /// The files of a check, for the next build.
    pub fn known_files(&self, checked: &Checked) -> KnownFiles {
        checked.known_files(&self.contents, self.memory.as_ref())
    }

    /// What each page is made from; `packed` tells whether it has packed forms.
    pub fn fingerprints(&self, renderer: &mut Renderer<'_>, packed: bool) -> Fingerprints {
        let program = *blake3::keyed_hash(&self.program, &[u8::from(packed)]).as_bytes();
        renderer.fingerprints(&program, self.contents.around(), |path| self.contents.of_path(path).copied())
    }

    /// Lets the renderer take examples as data from the old site, where it has them.
    pub fn reuse_data(&self, renderer: &Renderer<'_>, examples: &[Option<Hash>], staging: &Staging) {
        let Some(memory) = self.memory.as_ref().filter(|memory| !memory.data().is_empty()) else { return };
        if let (Some(json), Some(csv)) = (staging.earlier("data/exempel.json"), staging.earlier("data/exempel.csv")) {
            renderer.reuse_data(memory.data(), examples, &json, &csv);
        }
    }

    /// What was written for a page made from the same.
    pub fn page(&self, path: &str, fingerprint: &Hash) -> Option<&PageMemory> {
        self.memory.as_ref()?.page(path).filter(|page| page.fingerprint == *fingerprint)
    }

    /// What the next build is to know, as bytes.
    pub fn next(&self, next: Next) -> Option<Vec<u8>> {
        next.to_bytes(&self.program, self.memory.as_ref())
    }
}
