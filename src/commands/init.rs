//! `samverka init`: a folder to start a new site in.

use include_dir::{Dir, include_dir};

use super::{Console, Failure, Outcome, write_new};
use crate::cli::Init;
use crate::i18n::Message;

/// What a new site starts with; the vocabularies and the geography are those of this site's own content.
static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/starter");
static VOCABULARIES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content/vokabular");
static GEOGRAPHY: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content/geografi");

pub fn run(typed: &Init, console: &Console) -> Result<Outcome, Failure> {
    let shown = typed.dir.display().to_string();
    let fault = |error: std::io::Error| Message::new("skriva-fel").with("fil", &shown).with("orsak", error.to_string());
    match std::fs::read_dir(&typed.dir) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                return Err(Message::new("mapp-inte-tom").with("mapp", shown).into());
            }
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(fault(error).into()),
    }
    for (folder, dir) in [("", &STARTER), ("vokabular", &VOCABULARIES), ("geografi", &GEOGRAPHY)] {
        for file in files(dir) {
            let Some(text) = file.contents_utf8() else { continue };
            write_new(&typed.dir.join(folder).join(file.path()), text)?;
        }
    }
    console.say(&Message::new("ny-mapp").with("mapp", shown));
    Ok(Outcome::Done)
}

fn files<'a>(dir: &'a Dir<'a>) -> Vec<&'a include_dir::File<'a>> {
    let mut files: Vec<_> = dir.files().collect();
    for dir in dir.dirs() {
        files.extend(self::files(dir));
    }
    files
}
