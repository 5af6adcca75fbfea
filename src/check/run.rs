//! Files → corpus, site and diagnostics.
//!
//! A preview checks again and again, and most files are the same as the time before. What a file comes to by itself (its
//! fields, and what the rules for files find) is then taken from the check before; what concerns several files is always
//! done anew. Whether a file is the same is told by its content, never by its time.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::{Check, RULES, Report, Rule};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::model::geography::{Geography, LineFault};
use crate::model::vocabulary::{Vocabularies, Vocabulary};
use crate::model::{Audience, Corpus, Site};
use crate::parse::{Parsed, parse};
use crate::schema::Kind;
use crate::schema::read::Known;
use crate::source::{Content, File};

/// What a check came to.
pub struct Checked {
    pub corpus: Corpus,
    /// In order of file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// What the rules for files found in each file of the corpus.
    by_file: Vec<Vec<Diagnostic>>,
}

impl Checked {
    /// The number of errors.
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|d| d.severity == Severity::Error).count()
    }

    /// The number of warnings.
    pub fn warnings(&self) -> usize {
        self.diagnostics.len() - self.errors()
    }

    /// Whether something could not be read, so that nobody knows whether it is faultless.
    pub fn is_partial(&self) -> bool {
        self.corpus.files.iter().any(|file| matches!(file.content, Content::Unreadable { .. }))
    }

    /// The site alone: what only the checks needed is let go of.
    pub fn into_site(self) -> Site {
        self.corpus.site
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
    check_again(files, today, None)
}

/// As [`check`], with what an earlier check came to: the result is the same, and sooner there.
pub fn check_again(files: Vec<File>, today: Date, before: Option<&Checked>) -> Checked {
    let (site, parsed, geography_faults) = assemble(&files, today, Audience::Readers, before);
    let corpus = Corpus::new(files, parsed, geography_faults, site);
    let by_file = corpus.files.par_iter().map(|file| {
        let known = before.and_then(|before| before.found_in(file));
        known.map_or_else(|| file_rules(file), <[_]>::to_vec)
    });
    let by_file: Vec<Vec<Diagnostic>> = by_file.collect();
    let mut diagnostics = run_rules(&corpus, &by_file);
    super::rules::drop_what_follows_from_conflicts(&corpus, &mut diagnostics);
    diagnostic::sort(&mut diagnostics);
    diagnostics.dedup();
    Checked { corpus, diagnostics, by_file }
}

/// The site of files that need not be faultless: what cannot be read is left out.
pub fn read_site(files: &[File], today: Date, audience: Audience) -> Site {
    assemble(files, today, audience, None).0
}

/// As [`read_site`], with what an earlier check came to: the result is the same, and sooner there.
pub fn read_site_again(files: &[File], today: Date, audience: Audience, before: &Checked) -> Site {
    assemble(files, today, audience, Some(before)).0
}

fn assemble(
    files: &[File],
    today: Date,
    audience: Audience,
    before: Option<&Checked>,
) -> (Site, Vec<Arc<Parsed>>, Vec<LineFault>) {
    let (geography, geography_faults) = read_geography(files);
    let vocabularies = read_vocabularies(files, &geography);
    let known = Known { vocabularies: &vocabularies, geography: &geography };
    let before = before.filter(|before| tables(files).eq(tables(&before.corpus.files)));
    let parsed: Vec<Arc<Parsed>> = files
        .par_iter()
        .filter_map(|file| {
            let kind = Kind::of_path(&file.path)?;
            let text = file.text()?;
            let earlier = before.and_then(|before| before.corpus.parsed_file(&file.path));
            let same = earlier.filter(|earlier| earlier.text == *text).cloned();
            Some(same.unwrap_or_else(|| Arc::new(parse(file.path.clone(), kind, text.clone(), known))))
        })
        .collect();
    let site = Site::build(files, &parsed, vocabularies, geography, today, audience);
    (site, parsed, geography_faults)
}

/// What the fields of all other files are read by: vocabularies and geography.
fn tables(files: &[File]) -> impl Iterator<Item = &File> {
    let is_table =
        |file: &&File| Kind::of_path(&file.path) == Some(Kind::Vocabulary) || file.path.starts_with("geografi/");
    files.iter().filter(is_table)
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

fn run_rules(corpus: &Corpus, by_file: &[Vec<Diagnostic>]) -> Vec<Diagnostic> {
    let by_document: Vec<Diagnostic> =
        corpus.parsed.par_iter().flat_map_iter(|parsed| document_rules(parsed, corpus).into_iter()).collect();
    let mut found = by_file.concat();
    found.extend(by_document);
    for rule in RULES {
        for check in rule.checks {
            if let Check::Site(check) = check {
                check(corpus, &mut report(rule, &"".into(), &mut found));
            }
        }
    }
    found
}

fn report<'a>(rule: &'static Rule, path: &Arc<str>, found: &'a mut Vec<Diagnostic>) -> Report<'a> {
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

fn document_rules(parsed: &Parsed, corpus: &Corpus) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        for check in rule.checks {
            let mut report = report(rule, &parsed.path, &mut found);
            match check {
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
                Check::Document(check) => check(parsed, corpus, &mut report),
                Check::File(_) | Check::Site(_) => {}
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
