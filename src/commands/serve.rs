//! `samverka serve`: a preview in the browser.

use std::sync::Arc;

use super::{Console, Failure, Outcome, today};
use crate::cli::Serve;
use crate::i18n::Message;
use crate::render::Base;
use crate::serve::{Handler, SnapshotError, Sources, listen, serve_built, serve_content};

pub fn run(typed: &Serve, console: &Console) -> Result<Outcome, Failure> {
    let fault = |id: &'static str, error: &dyn std::fmt::Display| Message::new(id).with("orsak", error.to_string());
    let listening = listen(typed.listen.as_deref(), typed.port).map_err(|error| match &typed.listen {
        Some(name) if error.kind() != std::io::ErrorKind::AddrInUse => fault("serve-lyssna", &error).with("namn", name),
        _ => fault("serve-port", &error).with("port", typed.port.to_string()),
    })?;
    let address = listening.address().to_owned();
    let handler: Arc<dyn Handler> = match &typed.site {
        Some(folder) => Arc::new(
            serve_built(folder)
                .map_err(|error| fault("serve-ingen-webbplats", &error).with("mapp", folder.display().to_string()))?,
        ),
        None => {
            std::fs::read_dir(&typed.input.content)
                .map_err(|source| crate::source::ReadError { path: typed.input.content.clone(), source })?;
            let sources = Sources {
                content: typed.input.content.clone(),
                theme: typed.theme.clone(),
                today: today(typed.input.today.as_deref())?,
                language: console.language,
            };
            // Pages link below the root, so that they work under every name of this computer.
            let local = format!("http://127.0.0.1:{}/", listening.port());
            let base = Base::parse(&local).map_err(|error| error.message(&local))?;
            let latest = serve_content(sources, base, *console).map_err(|error| match error {
                crate::serve::ServeError::Snapshot(SnapshotError::Content(error)) => Failure::from(error),
                crate::serve::ServeError::Snapshot(error) => error.message().into(),
                error => fault("serve-borjar-inte", &error).into(),
            })?;
            let snapshot = latest.get();
            if !snapshot.checked().diagnostics.is_empty() {
                console.diagnostics(snapshot.checked(), &mut std::io::stderr());
            }
            latest
        }
    };
    console.say(&Message::new("serve-visas").with("adress", &address));
    if listening.is_open() {
        console.warn(&Message::new("serve-oppen").with("adress", &address));
    }
    if typed.open
        && let Err(error) = open::that_detached(&address)
    {
        console.warn(&fault("serve-ingen-webblasare", &error).with("adress", &address));
    }
    listening.run(handler, console.language).map_err(|error| fault("serve-borjar-inte", &error))?;
    Ok(Outcome::Done)
}
