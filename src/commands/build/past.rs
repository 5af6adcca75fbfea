//! What the build before leaves for this one to do (`--incremental`).

use std::path::Path;

use crate::check::{Before, Checked};
use crate::index::{self, IndexError, Made, Sources};
use crate::memory::{self, Contents, Hash, KnownFiles, Memory, Next, PageMemory};
use crate::model::files::SiteFile;
use crate::model::{Site, address};
use crate::publish::Staging;
use crate::render::{Fingerprints, Renderer};
use crate::source::File;

/// What there is of the build before, and the content now.
pub struct Past {
    program: Hash,
    /// Of the program and of how it was asked to write pages.
    way: Hash,
    contents: Contents,
    memory: Option<Memory>,
}

/// What the build before remembered, and the program that may go by it.
pub struct Remembered {
    program: Hash,
    memory: Option<Memory>,
}

impl Remembered {
    /// Nothing where the program does not know itself, so that nothing could be told from what another one made.
    pub fn find(out: &Path) -> Option<Remembered> {
        let program = memory::program()?;
        Some(Remembered { program, memory: memory::beside(out, &program) })
    }
}

impl Past {
    /// `packed` tells whether packed forms are written.
    pub fn new(remembered: Remembered, files: &[File], packed: bool) -> Past {
        let Remembered { program, memory } = remembered;
        let way = *blake3::keyed_hash(&program, &[u8::from(packed)]).as_bytes();
        Past { program, way, contents: Contents::of(files), memory }
    }

    /// What the check need not do again.
    pub fn before(&self) -> Before<'_> {
        self.memory.as_ref().map_or(Before::Nothing, |memory| Before::Build(memory, &self.contents))
    }

    /// The files of a check, for the next build.
    pub fn known_files(&self, checked: &Checked) -> KnownFiles {
        checked.known_files(&self.contents, self.memory.as_ref())
    }

    /// What each page is made from.
    pub fn fingerprints(&self, renderer: &mut Renderer<'_>) -> Fingerprints {
        let prints =
            renderer.fingerprints(&self.way, self.contents.around(), |path| self.contents.of_path(path).copied());
        if let Some(memory) = &self.memory {
            renderer.know_data(memory.data(), &prints.examples);
        }
        renderer.make_data();
        prints
    }

    /// What a file is made from, if that is known.
    pub fn file(&self, renderer: &Renderer<'_>, file: SiteFile) -> Option<Hash> {
        renderer.data_fingerprint(&self.way, file)
    }

    /// Lets the renderer take examples as data from the old site, if not all of them are as they were.
    pub fn reuse_data(&self, renderer: &Renderer<'_>, examples: &[Option<Hash>], staging: &Staging) {
        let Some(memory) = self.memory.as_ref().filter(|memory| !memory.data().is_empty()) else { return };
        let files = [address::DATA_JSON, address::DATA_CSV].map(address::file);
        let is_same =
            |path: &str, file| self.file(renderer, file).is_some_and(|print| self.page(path, &print).is_some());
        if is_same(&files[0], SiteFile::ExamplesJson) && is_same(&files[1], SiteFile::ExamplesCsv) {
            return;
        }
        if let [Some(json), Some(csv)] = files.map(|path| staging.earlier(&path)) {
            renderer.reuse_data(memory.data(), examples, &json, &csv);
        }
    }

    /// The index of a site's pages: made again of that of the build before, where little has changed.
    ///
    /// # Errors
    /// [`IndexError`].
    pub fn index(&self, site: &Site) -> Result<Made, IndexError> {
        let earlier = self.memory.as_ref().and_then(Memory::index);
        let again = |sources: &Sources<'_>| earlier.and_then(|earlier| earlier.again(site, sources));
        self.with_sources(|sources| again(sources).map_or_else(|| index::made(site, sources), Ok))
    }

    /// The index of a site's pages, all of it made now.
    ///
    /// # Errors
    /// [`IndexError`].
    pub fn whole_index(&self, site: &Site) -> Result<Made, IndexError> {
        self.with_sources(|sources| index::made(site, sources))
    }

    fn with_sources<T>(&self, make: impl FnOnce(&Sources<'_>) -> T) -> T {
        let around = *blake3::keyed_hash(&self.way, self.contents.around()).as_bytes();
        make(&Sources { around, file: &|path| self.contents.of_path(path).copied() })
    }

    /// Where the index of the build before was, below the site's root.
    pub fn index_folder(&self) -> Option<&str> {
        Some(self.memory.as_ref()?.index()?.memory.folder())
    }

    /// What was written for a page, or a file, that was made from the same.
    pub fn page(&self, path: &str, fingerprint: &Hash) -> Option<&PageMemory> {
        self.memory.as_ref()?.page(path).filter(|page| page.fingerprint == *fingerprint)
    }

    /// What the next build is to know, as bytes.
    pub fn next(&self, next: Next) -> Option<Vec<u8>> {
        next.to_bytes(&self.program, self.memory.as_ref())
    }
}
