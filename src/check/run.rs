//! Files → corpus, site and diagnostics.
//!
//! A preview checks again and again, and most files are the same as the time before. What a file comes to by itself (its
//! fields, and what the rules for files find) is then taken from the check before; what concerns several files is always
//! done anew. Whether a file is the same is told by its content, never by its time. An incremental build does the same with
//! what the build before remembered of the files that were faultless by themselves.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::{Check, RULES, Report, Rule};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::memory::{Contents, Hash, KnownFiles, Memory};
use crate::model::geography::{Geography, LineFault};
use crate::model::vocabulary::{Vocabularies, Vocabulary};
use crate::model::{Audience, Corpus, Site};
use crate::parse::{Parsed, Status, parse};
use crate::schema::Kind;
use crate::schema::read::Known;
use crate::source::{Content, File};

/// What a check came to.
pub struct Checked {
    /// What was read, with the site that it makes.
    pub corpus: Corpus,
    /// In order of file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether there is more advice than was asked for.
    pub has_more_advice: bool,
    /// What the rules for files found in each file of the corpus.
    by_file: Vec<Vec<Diagnostic>>,
    /// Which of the parsed files of the corpus are faultless by themselves.
    faultless: Vec<bool>,
}

/// What an earlier check came to.
#[derive(Clone, Copy)]
pub enum Before<'a> {
    /// There is none: everything is checked.
    Nothing,
    /// Of the same process.
    Check(&'a Checked),
    /// Of another one, with the files' content now.
    Build(&'a Memory, &'a Contents),
}

impl<'a> Before<'a> {
    /// Only if every other file would be read in the same way.
    fn with_tables(self, files: &[File]) -> Before<'a> {
        let is_same = match self {
            Before::Nothing => true,
            Before::Check(before) => tables(files).eq(tables(&before.corpus.files)),
            Before::Build(memory, contents) => memory.is_of(contents),
        };
        if is_same { self } else { Before::Nothing }
    }

    /// A file as it was parsed then; with whether it is known to be faultless by itself.
    fn parsed(self, file: &File, kind: Kind, text: &Arc<str>) -> Option<(Arc<Parsed>, bool)> {
        match self {
            Before::Nothing => None,
            Before::Check(before) => {
                let parsed = &before.corpus.parsed;
                let index = parsed.binary_search_by(|parsed| parsed.path.cmp(&file.path)).ok()?;
                (parsed[index].text == *text).then(|| (parsed[index].clone(), before.faultless[index]))
            }
            Before::Build(memory, contents) => {
                let parsed = memory.parsed(contents.of_path(&file.path)?, &file.path, kind, text)?;
                Some((Arc::new(parsed), true))
            }
        }
    }
}

impl Checked {
    /// The number of errors.
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|d| d.severity == Severity::Error).count()
    }

    /// The number of warnings.
    pub fn warnings(&self) -> usize {
        self.diagnostics.iter().filter(|d| d.severity == Severity::Warning).count()
    }

    /// Whether something could not be read, so that nobody knows whether it is faultless.
    pub fn is_partial(&self) -> bool {
        self.corpus.files.iter().any(|file| matches!(file.content, Content::Unreadable { .. }))
    }

    /// What the next build need not read again: published documents. `contents` are those of the files that were checked.
    pub fn known_files(&self, contents: &Contents, before: Option<&Memory>) -> KnownFiles {
        let parsed = self.corpus.parsed.iter().zip(&self.faultless).filter(|(_, faultless)| **faultless);
        // A draft never lies beside a site.
        let parsed = parsed.filter(|(parsed, _)| parsed.kind.has_body() && parsed.status() == Status::Published);
        let parsed: Vec<(&Parsed, Hash)> =
            parsed.filter_map(|(parsed, _)| Some((&**parsed, *contents.of_path(&parsed.path)?))).collect();
        KnownFiles::new(parsed.into_par_iter(), contents, before)
    }

    /// The site alone: what only the checks needed is let go of, by another core if one has nothing to do.
    pub fn into_site(self) -> Site {
        let Checked { corpus: Corpus { site, files, parsed, .. }, by_file, .. } = self;
        rayon::spawn(move || drop((files, parsed, by_file)));
        site
    }

    /// What the rules for files found in a file, if it was the same then.
    fn found_in(&self, file: &File) -> Option<&[Diagnostic]> {
        let index = self.corpus.files.binary_search_by(|known| known.path.cmp(&file.path)).ok()?;
        (self.corpus.files[index] == *file).then(|| &*self.by_file[index])
    }

    /// Files with at least one error.
    pub fn faulty(&self) -> HashSet<Arc<str>> {
        let errors = self.diagnostics.iter().filter(|d| d.severity == Severity::Error);
        errors.map(|d| d.place.path.clone()).collect()
    }
}

impl diagnostic::Sources for Checked {
    fn text(&self, path: &str) -> Option<&str> {
        self.corpus.text(path).map(|text| &**text)
    }
}

/// Checks everything. `today` decides which review dates have passed.
pub fn check(files: Vec<File>, today: Date) -> Checked {
    check_again(files, today, Before::Nothing)
}

/// As [`check`], with what an earlier check came to: the result is the same, and sooner there.
pub fn check_again(files: Vec<File>, today: Date, before: Before<'_>) -> Checked {
    let (site, parsed, geography_faults) = assemble(&files, today, Audience::Readers, before);
    let (parsed, faultless): (Vec<_>, Vec<_>) = parsed.into_iter().unzip();
    let corpus = Corpus::new(files, parsed, geography_faults, site);
    let is_faultless = |file: &File| {
        let index = corpus.parsed.binary_search_by(|parsed| parsed.path.cmp(&file.path));
        index.is_ok_and(|index| faultless[index])
    };
    let by_file = corpus.files.par_iter().map(|file| match before {
        Before::Check(before) => before.found_in(file).map_or_else(|| file_rules(file), <[_]>::to_vec),
        _ if is_faultless(file) => Vec::new(),
        _ => file_rules(file),
    });
    let by_file: Vec<Vec<Diagnostic>> = by_file.collect();
    let (mut diagnostics, mut faultless) = run_rules(&corpus, &by_file, &faultless);
    let with_faults = corpus.files.iter().zip(&by_file).filter(|(_, found)| !found.is_empty());
    for (file, _) in with_faults {
        if let Ok(index) = corpus.parsed.binary_search_by(|parsed| parsed.path.cmp(&file.path)) {
            faultless[index] = false;
        }
    }
    super::rules::drop_what_follows_from_conflicts(&corpus, &mut diagnostics);
    diagnostic::sort(&mut diagnostics);
    diagnostics.dedup();
    Checked { corpus, diagnostics, has_more_advice: false, by_file, faultless }
}

/// Some files of a site, and what is found in each by itself: what concerns the others, as links do, is not asked.
pub fn check_alone(files: &[File], today: Date) -> (Site, Vec<Diagnostic>) {
    let (site, parsed, _) = assemble(files, today, Audience::Readers, Before::Nothing);
    let mut found: Vec<Diagnostic> = files.iter().flat_map(file_rules).collect();
    found.extend(parsed.iter().flat_map(|(parsed, _)| document_rules(parsed, None)));
    diagnostic::sort(&mut found);
    (site, found)
}

/// The site of files that need not be faultless: what cannot be read is left out.
pub fn read_site(files: &[File], today: Date, audience: Audience) -> Site {
    assemble(files, today, audience, Before::Nothing).0
}

/// As [`read_site`], with what an earlier check came to: the result is the same, and sooner there.
pub fn read_site_again(files: &[File], today: Date, audience: Audience, before: &Checked) -> Site {
    assemble(files, today, audience, Before::Check(before)).0
}

/// A parsed file, and whether it is the one of before.
type Told = (Arc<Parsed>, bool);

fn assemble(files: &[File], today: Date, audience: Audience, before: Before<'_>) -> (Site, Vec<Told>, Vec<LineFault>) {
    let (geography, geography_faults) = read_geography(files);
    let vocabularies = read_vocabularies(files, &geography);
    let known = Known { vocabularies: &vocabularies, geography: &geography };
    let before = before.with_tables(files);
    let parsed: Vec<Told> = files
        .par_iter()
        .filter_map(|file| {
            let kind = Kind::of_path(&file.path)?;
            let text = file.text()?;
            let same = before.parsed(file, kind, text);
            Some(same.unwrap_or_else(|| (Arc::new(parse(file.path.clone(), kind, text.clone(), known)), false)))
        })
        .collect();
    let documents: Vec<Arc<Parsed>> = parsed.iter().map(|(parsed, _)| parsed.clone()).collect();
    let site = Site::build(files, &documents, vocabularies, geography, today, audience);
    (site, parsed, geography_faults)
}

/// What the fields of all other files are read by: vocabularies and geography.
fn tables(files: &[File]) -> impl Iterator<Item = &File> {
    files.iter().filter(|file| is_table(&file.path))
}

/// Whether the fields of other files are read by this one.
pub fn is_table(path: &str) -> bool {
    Kind::of_path(path) == Some(Kind::Vocabulary) || path.starts_with("geografi/")
}

fn read_geography(files: &[File]) -> (Geography, Vec<LineFault>) {
    let text = |path: &str| files.iter().find(|f| &*f.path == path).and_then(File::text);
    match text("geografi/kommuner.csv") {
        Some(municipalities) => {
            Geography::read(municipalities, text("geografi/kommungrupper.csv").map(|groups| &**groups))
        }
        None => (Geography::default(), Vec::new()),
    }
}

fn read_vocabularies(files: &[File], geography: &Geography) -> Vocabularies {
    let nothing = Vocabularies::default();
    let mut vocabularies = Vocabularies::default();
    for file in files {
        if Kind::of_path(&file.path) == Some(Kind::Vocabulary)
            && let Some(text) = file.text()
        {
            let known = Known { vocabularies: &nothing, geography };
            let parsed = parse(file.path.clone(), Kind::Vocabulary, text.clone(), known);
            vocabularies.insert(Vocabulary::from_record(parsed.stem(), parsed.record()));
        }
    }
    vocabularies
}

/// Everything that is found, and for each parsed file whether it is faultless by itself, as far as it is a document; the
/// rules that look at a document alone are left out for those that are `known` to be.
fn run_rules(corpus: &Corpus, by_file: &[Vec<Diagnostic>], known: &[bool]) -> (Vec<Diagnostic>, Vec<bool>) {
    let by_document = corpus.parsed.par_iter().zip(known).map(|(parsed, known)| {
        let found = if *known { Vec::new() } else { document_rules(parsed, None) };
        let faultless = found.is_empty() && parsed.is_faultless();
        (found, document_rules(parsed, Some(corpus)), faultless)
    });
    let by_document: Vec<_> = by_document.collect();
    let mut found = by_file.concat();
    let mut faultless = Vec::with_capacity(by_document.len());
    for (alone, among, is_faultless) in by_document {
        found.extend(alone);
        found.extend(among);
        faultless.push(is_faultless);
    }
    found.par_extend(RULES.par_iter().flat_map_iter(|rule| {
        let mut of_site = Vec::new();
        for check in rule.checks {
            if let Check::Site(check) = check {
                check(corpus, &mut report(rule, &"".into(), &mut of_site));
            }
        }
        of_site
    }));
    (found, faultless)
}

pub(super) fn report<'a>(rule: &'static Rule, path: &Arc<str>, found: &'a mut Vec<Diagnostic>) -> Report<'a> {
    Report { rule, path: path.clone(), found }
}

fn file_rules(file: &File) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        for check in rule.checks {
            if let Check::File(check) = check {
                check(file, &mut report(rule, &file.path, &mut found));
            }
        }
    }
    found
}

/// What the rules for a document by itself find, or those for a document among the others of a corpus.
fn document_rules(parsed: &Parsed, corpus: Option<&Corpus>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        for check in rule.checks {
            let mut report = report(rule, &parsed.path, &mut found);
            match check {
                Check::Among(check) => {
                    if let Some(corpus) = corpus {
                        check(parsed, corpus, &mut report);
                    }
                }
                _ if corpus.is_some() => {}
                Check::Yaml(message) => {
                    for fault in &parsed.yaml_faults {
                        if let Some(message) = message(&fault.kind) {
                            report.at(fault.span.clone(), message);
                        }
                    }
                }
                Check::Field(message) => {
                    for fault in &parsed.faults {
                        if let Some(message) = message(&fault.kind) {
                            report.at(fault.span.clone(), message);
                        }
                    }
                }
                Check::Fence(message) => {
                    for (span, message) in parsed.fences.iter().filter_map(message) {
                        report.at(span, message);
                    }
                }
                Check::Document(check) => check(parsed, &mut report),
                Check::File(_) | Check::Site(_) | Check::Advice(_) | Check::Unneeded(_) => {}
            }
        }
    }
    found
}

/// The documents that share a key, in groups of at least two.
pub(super) fn groups<K: Ord, T>(items: impl Iterator<Item = (K, T)>) -> Vec<(K, Vec<T>)> {
    let mut groups: BTreeMap<K, Vec<T>> = BTreeMap::new();
    for (key, item) in items {
        groups.entry(key).or_default().push(item);
    }
    groups.into_iter().filter(|(_, items)| items.len() > 1).collect()
}
