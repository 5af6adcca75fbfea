//! Files as they come from Word, a merge or a mistake: each is named, and the message says what to do.

use std::fs;
use std::path::Path;

use crate::program::{TODAY, content, samverka};

/// What is put into the content folder, and the rule and words that answer it.
struct Bad {
    what: &'static str,
    path: &'static str,
    put: fn(&Path),
    says: &'static [&'static str],
}

const PAGE: &str = "---\ntitel: Torget\n---\nText\n";

fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::write(path, bytes).unwrap();
}

const INPUT: [Bad; 13] = [
    Bad {
        what: "a merge-conflict marker",
        path: "sidor/konflikt.md",
        put: |path| write(path, "---\n<<<<<<< HEAD\ntitel: A\n=======\ntitel: B\n>>>>>>> gren\n---\nText\n"),
        says: &["konfliktmarkering", ":2:1", "Välj vilken version"],
    },
    Bad {
        what: "smart quotes",
        path: "sidor/citat.md",
        put: |path| write(path, "---\ntitel: “Torget: en väg in”\n---\nText\n"),
        says: &["yaml-syntax", ":2:8", "från Word", "raka citattecken"],
    },
    Bad {
        what: "UTF-16",
        path: "sidor/utf16.md",
        put: |path| {
            write(
                path,
                PAGE.encode_utf16().fold(vec![0xff, 0xfe], |mut bytes, unit| {
                    bytes.extend(unit.to_le_bytes());
                    bytes
                }),
            )
        },
        says: &["teckenkodning", "UTF-16", "Spara med kodning"],
    },
    Bad {
        what: "Windows-1252",
        path: "sidor/latin.md",
        put: |path| write(path, b"---\ntitel: V\xe4g\n---\nText\n"),
        says: &["teckenkodning", "UTF-8"],
    },
    Bad {
        what: "a tab",
        path: "sidor/tabb.md",
        put: |path| write(path, "---\ntitel: A\nkontakt:\n\tfunktion: B\n---\nText\n"),
        says: &["yaml-syntax", ":4:1", "två mellanslag"],
    },
    Bad {
        what: "a front matter without end",
        path: "sidor/slut.md",
        put: |path| write(path, "---\ntitel: A\n\n## Rubrik\n\nText\n"),
        says: &["saknad-inledning", ":1:1", "mellan fälten och texten"],
    },
    Bad {
        what: "no front matter",
        path: "sidor/inga.md",
        put: |path| write(path, "# Rubrik\n\nText\n"),
        says: &["saknad-inledning", "Sätt en rad med bara --- överst"],
    },
    Bad {
        what: "two documents in one file",
        path: "sidor/tva.md",
        put: |path| write(path, "---\ntitel: A\n---\nText\n\n---\ntitel: B\n---\nText\n"),
        says: &["flera-dokument", ":6:1", "Flytta det till en egen fil"],
    },
    Bad {
        what: "a folder where a file should be",
        path: "sidor/mapp.md",
        put: |path| fs::create_dir(path).unwrap(),
        says: &["okand-fil", "en mapp, men den har ett namn som en fil", "byt namn på mappen"],
    },
    Bad {
        what: "a file of 100 MiB",
        path: "sidor/stor.md",
        put: |path| fs::File::create(path).unwrap().set_len(100 << 20).unwrap(),
        says: &["for-stor-fil", "100,0 MiB", "dela upp texten"],
    },
    Bad {
        what: "a name with å in two parts",
        path: "sidor/a\u{30a}r.md",
        put: |path| write(path, PAGE),
        says: &["inte-nfc", "Byt namn på filen"],
    },
    Bad {
        what: "a link out of the content folder",
        path: "sidor/ut.md",
        put: |path| write(path, "---\ntitel: A\n---\n[Planen](../../plan.docx)\n"),
        says: &["bruten-lank", ":4:1", "leder ut ur webbplatsens innehåll", "https://"],
    },
    Bad {
        what: "a symbolic link out of the content folder",
        path: "sidor/genvag.md",
        put: |path| {
            #[cfg(unix)]
            std::os::unix::fs::symlink("/etc/hostname", path).unwrap();
            #[cfg(not(unix))]
            fs::create_dir(path).unwrap();
        },
        says: &["okand-fil", "genväg", "Ersätt genvägen med filen själv"],
    },
];

#[test]
fn each_bad_input_is_named_with_its_remedy_and_hides_no_other() {
    let folder = content();
    let content = folder.path().join("content");
    for bad in &INPUT {
        (bad.put)(&content.join(bad.path));
    }
    let output = samverka().arg("check").arg("--content").arg(&content).args(["--today", TODAY]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    for bad in &INPUT {
        let of_file: Vec<&str> = text.split("\n\n").filter(|message| message.contains(bad.path)).collect();
        let is_told = of_file.iter().any(|message| bad.says.iter().all(|words| message.contains(words)));
        assert!(is_told, "{}: {:?} in {of_file:#?}", bad.what, bad.says);
    }
}

/// The mark that Notepad puts first hinders nothing; it is told of, and `--fix` takes it away.
#[test]
fn a_byte_order_mark_is_told_of_and_taken_away() {
    let folder = content();
    let content = folder.path().join("content");
    let file = content.join("sidor/marke.md");
    write(&file, format!("\u{feff}{PAGE}"));
    let check = |more: &[&str]| {
        let output = samverka()
            .arg("check")
            .arg("--content")
            .arg(&content)
            .args(["--today", TODAY])
            .args(more)
            .output()
            .unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    let told = check(&[]);
    assert!(told.contains("varning[byteordningsmarke]") && told.contains("sidor/marke.md"), "{told}");
    assert!(check(&["--fix"]).contains("(BOM) är borttaget"));
    assert_eq!(fs::read_to_string(&file).unwrap(), PAGE);
}
