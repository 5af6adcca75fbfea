//! A snapshot that is made with the one before is the same as one made from nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::*;

fn sources(content: &Path) -> Sources {
    let today = jiff::civil::date(2026, 11, 22);
    Sources { content: content.to_owned(), theme: None, today, language: Language::Sv }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Every page, every file, and every diagnostic, by name.
fn everything(snapshot: &Snapshot) -> BTreeMap<String, Vec<u8>> {
    let site = snapshot.pages.borrow_owner();
    let page = |route: &Route| {
        let html = snapshot.page(&route.address, &Moment::default()).map_or_else(|failed| failed, |(html, _)| html);
        (route.address.clone(), html.into_bytes())
    };
    let mut everything: BTreeMap<_, _> = site.routes.par_iter().map(page).collect();
    let files = site.files.keys().filter_map(|path| Some((path.clone(), snapshot.asset(path)?.into_owned())));
    everything.extend(files);
    everything.insert("diagnostics".into(), format!("{:?}", snapshot.checked.diagnostics).into_bytes());
    everything
}

/// Numbers that look random and are the same in every run (xorshift64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }
}

/// Changes one thing in the folder: a text, a field, a whole file, a vocabulary, the list of municipalities …
fn edit(root: &Path, original: &Path, dice: &mut Dice) -> String {
    let files: Vec<String> = source::read(original).unwrap().into_iter().map(|file| file.path.to_string()).collect();
    let path = &files[dice.below(files.len())];
    let file = root.join(path);
    let text = fs::read_to_string(&file).unwrap_or_default();
    let what = dice.below(8);
    match what {
        0 => fs::write(&file, format!("{text}\nEn mening till, nummer {}.\n", dice.below(100))).unwrap(),
        1 => fs::write(&file, text.replacen("titel: ", "titel: Ny ", 1)).unwrap(),
        2 => fs::write(&file, text.replacen(": ", ":: ", 1)).unwrap(),
        3 => fs::write(&file, text.replacen("status: publicerad", "status: utkast", 1)).unwrap(),
        4 if file.exists() => fs::remove_file(&file).unwrap(),
        5 => fs::write(&file, text.lines().rev().skip(1).map(|line| format!("{line}\n")).collect::<String>()).unwrap(),
        6 => fs::write(file.with_file_name("ny-fil.md"), text).unwrap(),
        _ => drop(fs::copy(original.join(path), &file)),
    }
    format!("{what} in {path}")
}

#[test]
fn a_snapshot_from_the_one_before_equals_one_from_nothing() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/content");
    let folder = tempfile::tempdir().unwrap();
    copy(&golden, folder.path());
    let (sources, base) = (sources(folder.path()), Base::parse("http://127.0.0.1:1/").unwrap());
    let mut dice = Dice(0x5eed);
    let mut before = Snapshot::take(&sources, &base, None).unwrap();
    let mut reused = 0;
    for round in 0..40 {
        let edits: Vec<_> = (0..=dice.below(3)).map(|_| edit(folder.path(), &golden, &mut dice)).collect();
        let after = Snapshot::take(&sources, &base, Some(&before)).unwrap();
        let whole = Snapshot::make(&sources, &base, before.good.clone(), None).unwrap();
        assert!(everything(&after) == everything(&whole), "round {round}: {edits:?}");
        let is_reused =
            |parsed: &&Arc<_>| before.checked.corpus.parsed.iter().any(|earlier| Arc::ptr_eq(earlier, parsed));
        reused += after.checked.corpus.parsed.iter().filter(is_reused).count();
        before = after;
    }
    assert!(reused > 100, "little was used again: {reused}");
}

#[test]
fn what_a_build_writes_beside_pages_is_shown_too() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/content");
    let base = Base::parse("http://127.0.0.1:1/").unwrap();
    let snapshot = Snapshot::take(&sources(&golden), &base, None).unwrap();
    for path in snapshot.pages.borrow_owner().files.keys().filter(|path| *path != crate::model::address::MANIFEST) {
        assert!(snapshot.asset(path).is_some(), "{path}");
    }
    assert!(snapshot.assets.keys().all(|path| snapshot.asset(path).is_some()) && !snapshot.assets.is_empty());
    let manifest: serde_json::Value = serde_json::from_slice(&snapshot.manifest(0).unwrap()).unwrap();
    assert_eq!(manifest["pages"].as_array().unwrap().len(), snapshot.pages.borrow_owner().routes.len());
}
