//! Every error has a message in every language, with the arguments it asks for.

use super::*;
use crate::publish::{Action, PathFault};
use std::collections::BTreeSet;
use std::io;

/// One error of each variant.
fn one_of_each() -> Vec<PublishError> {
    let (out, path, old, lock, inside) =
        (PathBuf::from("/o"), PathBuf::from("/p"), PathBuf::from("/l"), PathBuf::from("/k"), PathBuf::from("/i"));
    let action = Action::Write;
    let source = || io::Error::other("cause");
    use PublishError::*;
    vec![
        DiskFull { action, path: path.clone(), source: source() },
        Denied { action, path: path.clone(), source: source() },
        Io { action, path: path.clone(), source: source() },
        Locked { out: out.clone(), lock },
        NotAFolder { out: out.clone() },
        DanglingLink { out: out.clone() },
        Unnamed { out: out.clone() },
        HoldsCurrent { out: out.clone(), inside: inside.clone() },
        HoldsSource { out: out.clone(), inside: inside.clone() },
        InsideSource { out: out.clone(), holder: inside },
        HoldsRepository { out: out.clone() },
        NotOurs { out: out.clone() },
        StagingTaken { path: path.clone() },
        BadPath { path: "a//b".to_owned(), fault: PathFault::EmptyPart },
        Collision { path: "a".to_owned(), taken: "A".to_owned() },
        Incomplete { out: out.clone() },
        NoManifest { out: out.clone() },
        NoExchange { out: out.clone(), source: source() },
        NotMovable { out: out.clone(), source: source() },
        GapLeft { out, old, source: source() },
        LeftBehind { path: path.clone(), source: source() },
        NotSynced { path, source: source() },
    ]
}

/// The ids of a Fluent file, each with the arguments its message uses.
fn messages(fluent: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut messages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut id = "";
    for line in fluent.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with("publish-") {
            id = line.split(' ').next().unwrap();
            assert!(messages.insert(id, BTreeSet::new()).is_none(), "{id} twice");
        }
        for rest in line.split('$').skip(1) {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap();
            messages.get_mut(id).unwrap().insert(&rest[..end]);
        }
    }
    messages
}

#[test]
fn every_error_has_a_swedish_and_an_english_message_with_all_its_arguments() {
    for fluent in [
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/sv/publish.ftl")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/en/publish.ftl")),
    ] {
        let mut messages = messages(fluent);
        for error in one_of_each() {
            let used = messages.remove(error.message_id()).unwrap_or_else(|| panic!("{error:?}"));
            let given: BTreeSet<&str> = error.args().into_iter().map(|(name, _)| name).collect();
            assert_eq!(used, given, "{}", error.message_id());
        }
        assert!(messages.is_empty(), "messages for no error: {messages:?}");
    }
}

#[test]
fn every_message_names_its_path_and_its_cause_is_the_source() {
    for error in one_of_each() {
        let shown = error.to_string();
        for (name, value) in error.args() {
            match name {
                "cause" => assert!(std::error::Error::source(&error).is_some(), "{shown}"),
                "fault" => {}
                _ => assert!(shown.contains(&value), "{shown} lacks {name}"),
            }
        }
    }
}
