//! `samverka build`: check, render, publish.

mod past;

use std::borrow::Cow;
use std::mem::ManuallyDrop;
use std::path::Path;
use std::time::Instant;

use rayon::prelude::*;

use self::past::{Past, Remembered};
use super::progress::Progress;
use super::{Console, Failure, Outcome, mark_preview, publish_message, render_fault, theme, write_whole};
use crate::check::{Before, UNRECORDED, check_again};
use crate::cli::Build;
use crate::compress::variants;
use crate::i18n::Message;
use crate::index::{self, IndexError, IndexMemory, Made, ReadPages};
use crate::memory::{Hash, Next, PageMemory};
use crate::model::routes::{Page, Route};
use crate::model::{Site, address};
use crate::publish::{Options, Staging};
use crate::render::{Base, Beside, Fingerprints, PageEntry, Renderer, manifest};
use crate::source;

/// Checks, renders and publishes.
///
/// # Errors
/// When the build cannot be made; faults in the content are an [`Outcome`].
pub fn run(typed: &Build, console: &Console) -> Result<Outcome, Failure> {
    let started = Instant::now();
    let today = super::today(typed.input.today.as_deref())?;
    let remembered = || typed.incremental.then(|| Remembered::find(&typed.out)).flatten();
    let (files, remembered) = rayon::join(|| source::read(&typed.input.content), remembered);
    let files = files?;
    let past = remembered.map(|remembered| Past::new(remembered, &files, typed.compress));
    let before = past.as_ref().map_or(Before::Nothing, Past::before);
    let mut checked = check_again(files, today, before);
    if typed.record_addresses {
        checked.diagnostics.retain(|diagnostic| diagnostic.rule != UNRECORDED);
    }
    if !checked.diagnostics.is_empty() {
        console.diagnostics(&checked, &mut std::io::stderr());
    }
    if checked.errors() > 0 {
        console.warn(&Message::new("inget-publicerat"));
        return Ok(Outcome::of(&checked));
    }
    let warnings = checked.warnings();
    let ledger = checked.corpus.text("adresser.txt").cloned();
    let known = past.as_ref().map(|past| past.known_files(&checked));
    // The process ends with the build: what fills the memory until then need not be taken apart.
    let past = ManuallyDrop::new(past);
    let site = &*ManuallyDrop::new(checked.into_site());
    let theme = theme(typed.theme.as_deref())?;
    let written = typed.base_url.as_deref().unwrap_or(&site.settings.address);
    let base = Base::parse(written).map_err(|error| error.message(written))?;

    let protect: Vec<_> = [Some(typed.input.content.clone()), typed.theme.clone()].into_iter().flatten().collect();
    let options = Options { allow_gap: typed.allow_gap, sync: typed.sync, incremental: typed.incremental };
    let mut staging = Staging::open(&typed.out, &protect, options)?;
    let progress = Progress::counted(console, "bygger", site.routes.len(), started);
    let routes = site.routes.iter().enumerate();
    let (search, others): (Vec<_>, Vec<_>) = routes.partition(|(_, route)| route.page == Page::Search);
    let made_of = match past.as_ref() {
        Some(past) => MadeOf::Past(past),
        // This takes every core; much of what comes after it takes one, tantivy's part all of it.
        None => MadeOf::Pages(index::read(site)),
    };
    let index_arm = || match made_of {
        MadeOf::Past(past) => past.index(site).map(WrittenIndex::from).map_err(index_fault),
        MadeOf::Pages(pages) => {
            index::files(site, pages).map(|files| WrittenIndex { files, kept: None }).map_err(index_fault)
        }
    };
    let writer = Writer { staging: &staging, compress: typed.compress, past: past.as_ref() };
    let other_arm = || {
        let mut renderer = ManuallyDrop::new(Renderer::new(&theme, site, base.clone()));
        if let Some(name) = &typed.preview {
            mark_preview(&mut renderer, site, name);
        }
        let earlier = past.as_ref().map(|past| {
            let prints = past.fingerprints(&mut renderer);
            past.reuse_data(&renderer, &prints.examples, &staging);
            Earlier { past, prints }
        });
        let prints = earlier.as_ref().map(|earlier| &earlier.prints);
        let (pages, mut written) = write_pages(&others, &renderer, &writer, prints, &progress)?;
        written.extend(write_files(site, &renderer, &writer)?);
        // The index is still growing.
        renderer.let_go();
        Ok::<_, Failure>((renderer, earlier, pages, written))
    };
    // The other cores make pages meanwhile.
    let (index, others) = rayon::join(index_arm, other_arm);
    let (renderer, earlier, mut pages, written) = others?;
    let mut index = index?;
    if renderer.has_search() {
        let folder = past.as_ref().and_then(|past| past.index_folder());
        folder.into_iter().for_each(|folder| staging.move_folder(folder, index.files.folder.trim_matches('/')));
        index = write_index(index, &staging, || past.as_ref().map(|past| past.whole_index(site)))?;
        renderer.use_index(&index.files.root, &index.files.folder, &index::filter_ids());
    } else {
        index.kept = None;
    }
    let writer = Writer { staging: &staging, compress: typed.compress, past: past.as_ref() };
    // What the page of search carries is no part of any fingerprint.
    pages.extend(write_pages(&search, &renderer, &writer, None, &progress)?.0);
    pages.sort_by(|a, b| a.route.address.cmp(&b.route.address));
    let mut assets = Vec::new();
    for (path, bytes) in renderer.assets() {
        writer.write(path, bytes, |path, _| assets.push(path.to_owned()))?;
    }
    let twins: Vec<_> = renderer.twins().collect();
    twins.par_iter().try_for_each(|(path, bytes)| writer.write(path, bytes, |_, _| {}))?;
    assets.sort();
    let generations = staging.generations(assets);
    // Without a memory the next build takes longer, and nothing else.
    let memory = || {
        let (Earlier { past, prints }, files) = earlier.as_ref().zip(known)?;
        let data = renderer.data_memory(&prints.examples);
        past.next(Next { files, pages: written, data, index: index.kept })
    };
    let beside = Beside { sums: staging.sums(), packed: typed.compress };
    let manifest = || writer.write("manifest.json", &manifest(site, &base, &pages, &generations, &beside), |_, _| {});
    let (manifest, memory) = rayon::join(manifest, memory);
    manifest?;
    memory.into_iter().for_each(|memory| staging.remember(memory));
    // Recorded before visitors can come there: a build that dies between the two leaves an address too many, which the
    // next one publishes, and never one too few. Everything that could be wrong with the site has been found by now.
    let recorded = match typed.record_addresses {
        true => Some(record_addresses(site, ledger.as_deref(), &typed.input.content)?),
        false => None,
    };
    let published = staging.publish()?;
    progress.finish();

    for warning in &published.warnings {
        console.warn(&publish_message(warning));
    }
    console.say(
        &Message::new("byggt")
            .with("sidor", pages.len().to_string())
            .with("mapp", published.out.display().to_string())
            .with("varningar", warnings.to_string())
            .with("tid", format!("{:.2}", started.elapsed().as_secs_f64()).replace('.', ",")),
    );
    if let Some(recorded) = recorded {
        console.say(&recorded);
    }
    Ok(Outcome::Done)
}

/// Writes files into the new site, from any number of threads.
struct Writer<'a> {
    staging: &'a Staging,
    /// Whether packed forms lie beside each file.
    compress: bool,
    past: Option<&'a Past>,
}

impl Writer<'_> {
    /// Writes a file and its packed forms, and shows path and content of each.
    fn write(&self, path: &str, bytes: &[u8], mut show: impl FnMut(&str, &[u8])) -> Result<(), Failure> {
        self.staging.write(path, bytes)?;
        show(path, bytes);
        if self.compress {
            for (path, bytes) in variants(path, bytes) {
                self.staging.write(&path, &bytes)?;
                show(&path, &bytes);
            }
        }
        Ok(())
    }

    /// Keeps what was written before of the same, or else makes and writes it. Gives the hash of the file, and what the next
    /// build is to know, if there is a fingerprint.
    fn keep_or_write<'b>(
        &self,
        path: &str,
        fingerprint: Option<Hash>,
        make: impl FnOnce() -> Result<Option<Cow<'b, [u8]>>, Failure>,
    ) -> Result<Option<(Hash, Option<PageMemory>)>, Failure> {
        let known = self.past.zip(fingerprint).and_then(|(past, print)| past.page(path, &print));
        if let Some(memory) = known
            && let Some((_, hash)) = memory.files.first()
            && self.staging.keep_all(&memory.files)?
        {
            return Ok(Some((*hash, Some(memory.clone()))));
        }
        let Some(bytes) = make()? else { return Ok(None) };
        let hash = *blake3::hash(&bytes).as_bytes();
        let mut files = Vec::new();
        self.write(path, &bytes, |path, bytes| {
            let hash = if files.is_empty() { hash } else { *blake3::hash(bytes).as_bytes() };
            files.push((path.to_owned(), hash));
        })?;
        Ok(Some((hash, fingerprint.map(|fingerprint| PageMemory { fingerprint, files }))))
    }
}

/// The build before, and what the pages of this one are made from.
struct Earlier<'p> {
    past: &'p Past,
    prints: Fingerprints,
}

/// How many pages are made before a core looks for other work.
const PAGES_AT_ONCE: usize = 32;

/// Every page, on every core: nothing but its hash is kept. A page of the build before that is made from the same stays as
/// it is; the second part is for the build after this one.
fn write_pages<'a>(
    routes: &[(usize, &'a Route)],
    renderer: &Renderer<'_>,
    writer: &Writer<'_>,
    prints: Option<&Fingerprints>,
    progress: &Progress,
) -> Result<(Vec<PageEntry<'a>>, Vec<PageMemory>), Failure> {
    let write = |html: &mut Vec<u8>, (index, route): (usize, &'a Route)| {
        let fingerprint = prints.and_then(|prints| prints.pages[index]);
        let made = writer.keep_or_write(&address::file(&route.address), fingerprint, || {
            html.clear();
            renderer.write_page(route, html).map_err(render_fault)?;
            Ok(Some(Cow::Borrowed(html)))
        })?;
        progress.step();
        Ok(made.map(|(hash, memory)| (PageEntry::of(route, &hash), memory)))
    };
    // Few at a time, so that a core that waits for a part of the index comes back to it soon.
    let pages = routes.par_iter().with_max_len(PAGES_AT_ONCE).map_init(Vec::new, |html, &route| write(html, route));
    let pages = pages.collect::<Result<Vec<_>, Failure>>()?;
    let (entries, memories): (Vec<_>, Vec<_>) = pages.into_iter().flatten().unzip();
    Ok((entries, memories.into_iter().flatten().collect()))
}

/// Every file of the site beside its pages, but for the manifest; as [`write_pages`].
fn write_files(site: &Site, renderer: &Renderer<'_>, writer: &Writer<'_>) -> Result<Vec<PageMemory>, Failure> {
    let files = site.files.par_iter().map(|(address, file)| {
        let path = address::file(address);
        match writer.past.and_then(|past| past.file(renderer, *file)) {
            Some(print) => {
                let made = writer.keep_or_write(&path, Some(print), || Ok(renderer.file(*file)))?;
                Ok(made.and_then(|(_, memory)| memory))
            }
            None => match renderer.file(*file) {
                Some(bytes) => writer.write(&path, &bytes, |_, _| {}).map(|()| None),
                None => Ok(None),
            },
        }
    });
    let files: Vec<Option<PageMemory>> = files.collect::<Result<_, Failure>>()?;
    Ok(files.into_iter().flatten().collect())
}

fn index_fault(error: IndexError) -> Failure {
    Message::new("sok-index-gor-fel").with("orsak", error.to_string()).into()
}

/// What an index is made of.
enum MadeOf<'a> {
    /// The one before, and what has changed.
    Past(&'a Past),
    Pages(ReadPages),
}

/// An index, and what the next build is to know of it.
struct WrittenIndex {
    files: index::Files,
    kept: Option<(IndexMemory, Vec<u8>)>,
}

impl From<Made> for WrittenIndex {
    fn from(Made { files, memory, kept }: Made) -> WrittenIndex {
        WrittenIndex { files, kept: Some((memory, kept)) }
    }
}

/// Writes the index's files. Where some of the build before are to be kept and do not stand there any more, the whole index is made;
/// gives the one that was written.
fn write_index(
    mut index: WrittenIndex,
    staging: &Staging,
    whole: impl FnOnce() -> Option<Result<Made, IndexError>>,
) -> Result<WrittenIndex, Failure> {
    let same = index.files.files.iter().filter(|file| file.bytes.is_none());
    let same: Vec<_> = same.map(|file| (file.path.clone(), file.hash)).collect();
    if !staging.keep_all(&same)?
        && let Some(whole) = whole()
    {
        index = whole.map_err(index_fault)?.into();
    }
    let written = index.files.files.par_iter().filter_map(|file| Some((file, file.bytes.as_ref()?)));
    written.try_for_each(|(file, bytes)| {
        staging.write_hashed(&file.path, bytes, Some(file.hash)).map_err(Failure::from)
    })?;
    Ok(index)
}

/// Adds the addresses of pages that documents and lists have to the ledger, so that they are never lost.
fn record_addresses(site: &Site, ledger: Option<&str>, content: &Path) -> Result<Message, Failure> {
    let path = content.join("adresser.txt");
    let new: Vec<&str> = site.unrecorded().map(|route| route.address.as_str()).collect();
    let mut text = ledger.unwrap_or(include_str!("../../starter/adresser.txt")).to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    new.iter().for_each(|address| {
        text.push_str(address);
        text.push('\n');
    });
    let shown = path.display().to_string();
    if !new.is_empty() {
        write_whole(&path, &text)?;
    }
    Ok(Message::new("adresser-tillagda").with("antal", new.len().to_string()).with("fil", shown))
}
