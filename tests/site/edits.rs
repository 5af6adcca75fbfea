//! After any edits, a site that was written in part is byte for byte the one that was written whole.
//!
//! `SAMVERKA_STEPS` and `SAMVERKA_SEED` make more and other edits than a test run does.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{copy, files, repository, samverka, stderr};

/// Numbers that are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        // xorshift64*
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d);
        usize::try_from(number >> 33).unwrap() % limit.max(1)
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// What a build is made from and where it goes.
struct Bench {
    root: PathBuf,
    random: Random,
    today: &'static str,
    base: Option<&'static str>,
    theme: bool,
    packed: bool,
}

impl Bench {
    fn content(&self) -> PathBuf {
        self.root.join("content")
    }

    fn site(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    fn memory(&self) -> PathBuf {
        self.root.join(".part.samverka/memory")
    }

    /// Files of a folder of the content, in order.
    fn listed(&self, folder: &str) -> Vec<PathBuf> {
        let paths = fs::read_dir(self.content().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        let mut paths: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
        paths.sort();
        paths
    }

    fn one_of(&mut self, folder: &str) -> PathBuf {
        let all = self.listed(folder);
        self.random.of(&all).clone()
    }

    /// Puts `new` after the line that begins with `key`, or in its place.
    fn line(&mut self, path: &Path, key: &str, new: impl Fn(&str) -> String) {
        let text = fs::read_to_string(path).unwrap();
        let changed = text.split_inclusive('\n').map(|line| match line.strip_prefix(key) {
            Some(rest) => format!("{key}{}\n", new(rest.trim_end())),
            None => line.to_owned(),
        });
        fs::write(path, changed.collect::<String>()).unwrap();
    }

    /// Lets two examples have each other's line.
    fn exchange(&mut self, key: &str) {
        let (one, other) = (self.one_of("exempel"), self.one_of("exempel"));
        let found = [&one, &other].map(|path| {
            let text = fs::read_to_string(path).unwrap();
            text.lines().find_map(|line| line.strip_prefix(key)).map(str::to_owned)
        });
        if let [Some(first), Some(second)] = found {
            self.line(&one, key, |_| second.clone());
            self.line(&other, key, |_| first.clone());
        }
    }

    fn append(&mut self, path: &Path, text: &str) {
        let before = fs::read_to_string(path).unwrap();
        fs::write(path, format!("{}\n\n{text}\n", before.trim_end())).unwrap();
    }

    fn build(&self, site: &str, more: &[&str]) -> std::process::Output {
        let mut command = samverka();
        command.arg("build").arg("--content").arg(self.content()).arg("--out").arg(self.site(site));
        command.args(["--today", self.today]).args(more);
        command.args(self.base.iter().flat_map(|base| ["--base-url", base]));
        if self.theme {
            command.arg("--theme").arg(self.root.join("theme"));
        }
        if self.packed {
            command.arg("--compress");
        }
        command.output().unwrap()
    }

    /// One edit; what it was.
    fn edit(&mut self, number: usize) -> &'static str {
        let content = self.content();
        let mark = format!("ändrad {number}");
        match self.random.below(30) {
            0 | 1 => {
                let path = self.one_of("exempel");
                self.append(&path, &format!("Stycket är {mark} gånger i [FIA](/fia/)."));
                "a sentence of an example"
            }
            2 => {
                let path = self.one_of("exempel");
                self.line(&path, "titel: ", |_| format!("Exempel {mark}"));
                "the title of an example"
            }
            3 => {
                let path = self.one_of("exempel");
                self.line(&path, "sammanfattning: ", |_| format!("Sammanfattningen är {mark} gånger."));
                "the summary of an example"
            }
            4 => {
                self.exchange("former: ");
                "the forms of two examples"
            }
            5 => {
                self.exchange("kommuner: ");
                "the municipalities of two examples"
            }
            6 => {
                self.exchange("malgrupper: ");
                "the target groups of two examples"
            }
            7 => {
                let path = self.one_of("exempel");
                let month = self.random.below(9) + 1;
                self.line(&path, "granskad: ", |_| format!("2024-0{month}-01"));
                "a day of review"
            }
            8 => {
                let path = self.one_of("exempel");
                let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
                fs::remove_file(&path).unwrap();
                self.line(&content.join("adresser.txt"), &format!("/exempel/{id}/"), |_| {
                    " borttagen 2026-11-20 Provet tog bort sidan.".to_owned()
                });
                "an example less"
            }
            9 => {
                let path = self.one_of("exempel");
                let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
                let to = path.with_file_name(format!("nytt-namn-{number}.md"));
                fs::rename(&path, &to).unwrap();
                self.line(&to, "id: ", |_| format!("nytt-namn-{number}\ntidigare-adresser: [/exempel/{id}/]"));
                "another name of an example"
            }
            10 => {
                let path = self.one_of("exempel");
                let whole = path.file_stem().unwrap().to_str().unwrap().to_owned();
                let to = path.with_file_name(format!("ny-{number}.md"));
                fs::copy(&path, &to).unwrap();
                self.line(&to, "id: ", |_| format!("ny-{number}\ningar-i: {whole}"));
                "an example more, which is a part of another"
            }
            11 => {
                let to = self.one_of("exempel");
                let id = to.file_stem().unwrap().to_str().unwrap().to_owned();
                let from = self.one_of("exempel");
                self.append(&from, &format!("Se [ett annat exempel](/exempel/{id}/#bakgrund), {mark} gånger."));
                "a link to a heading of another example"
            }
            12 => {
                let path = self.one_of("exempel");
                let text = fs::read_to_string(&path).unwrap();
                fs::write(&path, text.replace("## Bakgrund", "## Resultat").replacen("## Resultat", "## Bakgrund", 1))
                    .unwrap();
                "a heading of an example"
            }
            13 => {
                let path = self.one_of("exempel");
                self.line(&path, "status: ", |_| "utkast".to_owned());
                "an example that becomes a draft"
            }
            14 => {
                let path = self.one_of("vokabular");
                let mut first = true;
                let text = fs::read_to_string(&path).unwrap();
                let changed = text.split_inclusive('\n').map(|line| match line.strip_prefix("    namn: ") {
                    Some(_) if std::mem::take(&mut first) => format!("    namn: Värde {mark}\n"),
                    _ => line.to_owned(),
                });
                fs::write(&path, changed.collect::<String>()).unwrap();
                "the name of a term"
            }
            15 => {
                self.line(&content.join("geografi/kommungrupper.csv"), "C6,", |_| format!("Grupp {mark}"));
                "the name of a group of municipalities"
            }
            16 => {
                self.line(&content.join("webbplats.yaml"), "kort-titel: ", |_| format!("Kort {mark}"));
                "the site's short title"
            }
            17 => {
                self.line(&content.join("webbplats.yaml"), "avsandare: ", |_| format!("[Avsändare {mark}]"));
                "the sender"
            }
            18 => {
                let path = content.join("ordlista.yaml");
                let text = fs::read_to_string(&path).unwrap();
                let entry = format!("- term: ord{number}\n  bojningar: [handläggare]\n  forklaring: Ord {mark}.\n");
                let without = text.split("- term: ord").next().unwrap();
                fs::write(&path, format!("{without}{entry}")).unwrap();
                "a word of the glossary"
            }
            19 => {
                let path = self.one_of(["fia", "sidor", "fia-erfarenheter"][number % 3]);
                self.append(&path, &format!("Stycket är {mark} gånger."));
                "a sentence of another page"
            }
            20 => {
                let path = self.one_of(["fia", "sidor"][number % 2]);
                self.line(&path, "titel: ", |_| format!("Sida {mark}"));
                "the title of another page"
            }
            21 => {
                fs::create_dir_all(content.join("nyheter")).unwrap();
                let news = format!(
                    "---\nid: nyhet-{number}\ntitel: Nyhet {mark}\nsammanfattning: Kort {mark}.\ndatum: 2026-10-0{}\n\
                     status: publicerad\n---\nText [ett](/exempel/).\n",
                    number % 9 + 1
                );
                fs::write(content.join(format!("nyheter/nyhet-{number}.md")), news).unwrap();
                "a notice more"
            }
            22 => {
                let media = content.join("media");
                fs::create_dir_all(&media).unwrap();
                let picture =
                    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"9\"/>", number + 9);
                fs::write(media.join("bild.svg"), picture).unwrap();
                let facts = format!("upphov: Någon {mark}\nlicens: CC BY 4.0\nalt: En bild {mark}\n");
                fs::write(media.join("bild.svg.yaml"), facts).unwrap();
                let path = self.one_of("exempel");
                self.append(&path, "![En bild](/media/bild.svg)");
                "a picture"
            }
            23 => {
                self.today = *self.random.of(&["2026-11-22", "2026-11-23", "2027-12-01", "2029-01-01"]);
                "another day"
            }
            24 => {
                self.base = *self.random.of(&[None, Some("https://x.example/a/b/"), Some("https://y.example/")]);
                "another address of the site"
            }
            25 => {
                self.theme = true;
                let file = *self.random.of(&["hit.html", "example.html", "voice.html", "base.html"]);
                let path = self.root.join("theme/templates").join(file);
                let text = fs::read_to_string(&path).unwrap();
                fs::write(&path, text.replacen("</p>", &format!(" tema {number}</p>"), 1)).unwrap();
                "a template"
            }
            26 => {
                self.theme = true;
                let path = self.root.join("theme/assets/style.css");
                let text = fs::read_to_string(&path).unwrap();
                fs::write(&path, format!("{text}\n.a{number} {{ color: red }}\n")).unwrap();
                "the style sheet"
            }
            27 => {
                self.theme = !self.theme;
                "the theme itself"
            }
            28 => {
                if let Ok(mut memory) = fs::read(self.memory()) {
                    let at = self.random.below(memory.len());
                    match self.random.below(3) {
                        0 => memory.truncate(at),
                        1 => memory[at] ^= 1,
                        // The program that wrote it stands in its beginning.
                        _ => memory[20] ^= 1,
                    }
                    fs::write(self.memory(), memory).unwrap();
                }
                "a damaged memory"
            }
            _ => {
                let page = self.site("part/exempel/index.html");
                let text = fs::read_to_string(&page).unwrap();
                fs::remove_file(&page).unwrap();
                fs::write(&page, text.replace("Exempel", "Annat")).unwrap();
                fs::write(self.site("part/exempel/annat.html"), "annat").unwrap();
                "pages of the published site"
            }
        }
    }
}

fn number_from(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

#[test]
fn after_random_edits_a_site_in_part_is_the_whole_site() {
    let (steps, seed) = (number_from("SAMVERKA_STEPS", 30), number_from("SAMVERKA_SEED", 20_261_122));
    let folder = tempfile::tempdir().unwrap();
    let mut bench = Bench {
        root: folder.path().to_owned(),
        random: Random(seed | 1),
        today: "2026-11-22",
        base: None,
        theme: false,
        packed: number_from("SAMVERKA_PACKED", 0) == 1,
    };
    copy(&repository("content"), &bench.content());
    copy(&repository("themes/standard"), &bench.root.join("theme"));
    let both = |bench: &Bench, told: &str| {
        let (part, whole) = (bench.build("part", &["--incremental"]), bench.build("whole", &[]));
        assert_eq!(part.status.code(), whole.status.code(), "{told}\n{}\n{}", stderr(&part), stderr(&whole));
        assert_eq!(stderr(&part), stderr(&whole), "{told}");
        part.status.success()
    };
    for _ in 0..2 {
        assert!(both(&bench, "at first"));
    }
    assert!(bench.memory().is_file());
    let (mut published, mut told) = (0, format!("seed {seed}"));
    for number in 1..=steps {
        let before = bench.root.join("before");
        let _ = fs::remove_dir_all(&before);
        copy(&bench.content(), &before);
        for _ in 0..=bench.random.below(2) {
            let edit = bench.edit(usize::try_from(number).unwrap());
            told.push_str(&format!("\n{number}: {edit}"));
        }
        if !both(&bench, &told) {
            // Edits that make faults publish nothing; the next ones begin where these did.
            told.push_str(" (faults)");
            fs::remove_dir_all(bench.content()).unwrap();
            copy(&before, &bench.content());
            continue;
        }
        published += 1;
        let (part, whole) = (files(&bench.site("part")), files(&bench.site("whole")));
        let differing = part.keys().chain(whole.keys()).find(|path| part.get(*path) != whole.get(*path));
        assert_eq!(differing, None, "{told}");
    }
    assert!(published * 2 > steps, "only {published} of {steps} steps were published\n{told}");
}
