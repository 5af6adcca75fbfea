//! `samverka export`: files for other programs, made from the content's own tables.

use std::fs;
use std::path::Path;

use super::{Console, Failure, Outcome, today};
use crate::check::read_site;
use crate::cli::{Export, ExportFormat};
use crate::export::cms::{self, Backend};
use crate::i18n::Message;
use crate::model::Audience;
use crate::render::{STYLE, Theme};
use crate::source;

pub fn run(typed: &Export, console: &Console) -> Result<Outcome, Failure> {
    match typed.format {
        ExportFormat::Cms => to_cms(typed, console),
    }
}

fn to_cms(typed: &Export, console: &Console) -> Result<Outcome, Failure> {
    let site = read_site(&source::read(&typed.input.content)?, today(typed.input.today.as_deref())?, Audience::Editors);
    let of_settings = site.settings.repository.as_deref().and_then(|url| url.strip_prefix("https://github.com/"));
    let backend = Backend {
        repository: typed.repo.as_deref().or(of_settings).map(|name| name.trim_end_matches('/').to_owned()),
        branch: typed.branch.clone(),
        folder: typed.folder.clone(),
        local: typed.local.clone(),
    };
    if backend.repository.is_none() && backend.local.is_none() {
        return Err(Message::new("export-forrad").into());
    }
    let theme = Theme::embedded().map_err(|error| Failure::from(error.message()))?;
    let style = theme.path_of(STYLE).map(|path| format!("../{path}")).unwrap_or_default();
    let out = &typed.out;
    let count = cms::files(&site, &backend, console.language, &style)
        .into_iter()
        .map(|(name, text)| write(&out.join(name), text.as_bytes()))
        .collect::<Result<Vec<()>, Failure>>()?
        .len();
    let folder = out.display().to_string();
    match &typed.modules {
        Some(modules) => {
            copy_packages(modules, out)?;
            console.say(&Message::new("export-klar").with("mapp", folder).with("antal", count.to_string()));
        }
        None => console.say(
            &Message::new("export-utan-paket")
                .with("mapp", folder)
                .with("paket", format!("{} {}", cms::DECAP, cms::YAML)),
        ),
    }
    Ok(Outcome::Done)
}

/// Decap and the reader of YAML, from the folder `node_modules` that npm made.
fn copy_packages(modules: &Path, out: &Path) -> Result<(), Failure> {
    let decap = modules.join("decap-cms/dist");
    for (from, name) in files_of(&decap)? {
        if name.ends_with("decap-cms.js") {
            copy(&from, &out.join(name))?;
        }
    }
    copy_folder(&modules.join("yaml/browser/dist"), &out.join("yaml"))
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), Failure> {
    for (path, name) in files_of(from)? {
        if path.is_dir() {
            copy_folder(&path, &to.join(&name))?;
        } else if name.ends_with(".js") {
            copy(&path, &to.join(&name))?;
        }
    }
    Ok(())
}

/// What lies in a folder: path and name.
fn files_of(folder: &Path) -> Result<Vec<(std::path::PathBuf, String)>, Failure> {
    let fault = |error: std::io::Error| unreadable(folder, &error);
    let entries = fs::read_dir(folder).map_err(fault)?;
    let entries = entries.map(|entry| {
        let entry = entry.map_err(fault)?;
        Ok((entry.path(), entry.file_name().to_string_lossy().into_owned()))
    });
    entries.collect()
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    write(to, &fs::read(from).map_err(|error| unreadable(from, &error))?)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Message::new("kan-inte-lasa").with("fil", path.display().to_string()).with("orsak", error.to_string()).into()
}

/// Over what an earlier export wrote.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let fault = |error: std::io::Error| {
        Failure::from(
            Message::new("skriva-fel").with("fil", path.display().to_string()).with("orsak", error.to_string()),
        )
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(fault)?;
    }
    fs::write(path, bytes).map_err(fault)
}
