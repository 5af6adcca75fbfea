//! Exit codes, messages and remedies.

use std::fs;

use crate::program::{TODAY, build, content, files, repository, samverka, stderr};

#[test]
fn faults_stop_the_build_and_the_published_site_stays() {
    let folder = content();
    let (content, out) = (folder.path().join("content"), folder.path().join("site"));
    assert!(build(&content, &out, &[]).status.success());
    let before = files(&out);
    fs::write(content.join("exempel/fel.md"), "---\nid: fel\ntittel: x\nstatus: utkast\n---\n").unwrap();
    let output = build(&content, &out, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("Inget är publicerat"), "{}", stderr(&output));
    assert!(before == files(&out));
}

#[test]
fn advice_is_given_in_every_format_and_never_changes_the_exit_code() {
    let folder = content();
    let content = folder.path().join("content");
    fs::write(content.join("sidor/rad.md"), "---\ntitel: Råd\n---\nKommunen ska tillse det.\n").unwrap();
    let run = |more: &[&str]| {
        let output = samverka()
            .arg("check")
            .arg("--content")
            .arg(&content)
            .args(["--today", TODAY])
            .args(more)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{more:?}: {}", stderr(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let text = run(&[]);
    assert!(text.contains("råd[byrakratiskt-ord]") && text.contains("sidor/rad.md:4:14"), "{text}");
    for (format, part) in [
        ("json", "\"severity\":\"advice\""),
        ("sarif", "\"level\":\"note\""),
        ("github", "::notice file="),
        ("markdown", "<details>"),
    ] {
        assert!(run(&["--format", format]).contains(part), "{format}");
    }
    assert!(!run(&["--advice", "none"]).contains("byrakratiskt-ord"));
    assert!(run(&["--advice", "all"]).contains("byrakratiskt-ord"));
    let out = folder.path().join("site");
    let built = build(&content, &out, &[]);
    assert!(built.status.success() && !stderr(&built).contains("byrakratiskt-ord"), "{}", stderr(&built));
}

#[test]
fn check_says_what_is_wrong_where_and_what_to_do() {
    let folder = content();
    let file = folder.path().join("content/sidor/fel.md");
    fs::write(file, "---\ntitel: Å😀\ntittel: x\n---\n").unwrap();
    let run = |more: &[&str]| {
        let content = folder.path().join("content");
        samverka().arg("check").arg("--content").arg(content).args(["--today", TODAY]).args(more).output().unwrap()
    };
    let swedish = run(&[]);
    assert_eq!(swedish.status.code(), Some(1));
    let text = String::from_utf8_lossy(&swedish.stdout).into_owned();
    for part in ["fel[okand-nyckel]", "sidor/fel.md:3:1", "^^^^^^", "Menade du ”titel”?", "gör så här"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let english = run(&["--lang", "en"]);
    assert!(String::from_utf8_lossy(&english.stdout).contains("Did you mean ”titel”?"));
    let json: serde_json::Value = serde_json::from_slice(&run(&["--format", "json"]).stdout).unwrap();
    assert_eq!(json["errors"], 1);
    let fault = json["diagnostics"].as_array().unwrap().iter().find(|d| d["rule"] == "okand-nyckel").unwrap();
    assert_eq!((fault["line"].as_u64(), fault["column"].as_u64()), (Some(3), Some(1)));
}

/// The program as somebody who may not read everything.
#[cfg(unix)]
fn unprivileged() -> std::process::Command {
    use std::os::unix::fs::MetadataExt;
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65534;
    let mut command = samverka();
    if fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0) {
        command.uid(NOBODY);
    }
    command
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_hides_nothing_and_exits_with_two() {
    use std::os::unix::fs::PermissionsExt;
    if unprivileged().arg("--version").output().map_or(true, |output| !output.status.success()) {
        return; // The program itself lies where only its owner may go.
    }
    let folder = content();
    let (content, out) = (folder.path().join("content"), folder.path().join("site"));
    assert!(build(&content, &out, &[]).status.success());
    let before = files(&out);
    let permit = |path: &std::path::Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    permit(folder.path(), 0o755);
    fs::write(content.join("sidor/fel.md"), "---\ntitel: x\ntittel: x\n---\n").unwrap();
    fs::write(content.join("sidor/dold.md"), "---\ntitel: x\n---\n").unwrap();
    permit(&content.join("sidor/dold.md"), 0);
    permit(&content.join("nyheter"), 0);
    let run = |command: &str| {
        let mut program = unprivileged();
        program.arg(command).arg("--content").arg(&content).args(["--today", TODAY]);
        if command == "build" {
            program.arg("--out").arg(&out);
        }
        program.output().unwrap()
    };
    for command in ["check", "build"] {
        let output = run(command);
        let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), stderr(&output));
        for part in ["sidor/dold.md", "nyheter", "Du får inte läsa", "sidor/fel.md:3:1", "okand-nyckel"] {
            assert!(text.contains(part), "{command}: {part} in {text}");
        }
        assert_eq!(output.status.code(), Some(2), "{command}: {text}");
    }
    permit(&content.join("nyheter"), 0o755);
    assert!(before == files(&out));
}

#[test]
fn what_cannot_run_exits_with_two_and_names_the_remedy() {
    let folder = content();
    let content = folder.path().join("content");
    let out = folder.path().join("site");
    let theme = folder.path().join("theme");
    fs::create_dir(&theme).unwrap();
    let foreign = folder.path().join("foreign");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("letter.txt"), "mine").unwrap();
    let path = |path: &std::path::Path| path.to_str().unwrap().to_owned();
    for (arguments, words) in [
        (vec!["build", "--content", "finns-inte"], "finns-inte"),
        (vec!["check", "--content", "finns-inte"], "--content"),
        (vec!["check", "--content", &path(&content), "--today", "igår"], "2026-11-22"),
        (vec!["build", "--content", &path(&content), "--out", &path(&out), "--theme", "inget-tema"], "inget-tema"),
        (vec!["build", "--content", &path(&content), "--out", &path(&out), "--theme", &path(&theme)], "--theme"),
        (vec!["build", "--content", &path(&content), "--out", &path(&out), "--base-url", "ingen adress"], "https://"),
        (vec!["build", "--content", &path(&content), "--out", &path(&foreign)], "foreign"),
        (vec!["build", "--content", &path(&content), "--out", &path(&content)], "content"),
        (vec!["build", "--content", &path(&content), "--out", &path(&content.join("ut"))], "bredvid"),
        (vec!["check", "--content", &path(&content.join("webbplats.yaml"))], "--content"),
        (vec!["serve", "--content", "finns-inte", "--port", "0"], "finns-inte"),
        (vec!["serve", "--site", &path(&foreign), "--port", "0"], "samverka build"),
        (vec!["bygg"], "bygg"),
    ] {
        let output = samverka().args(&arguments).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(words), "{arguments:?}: {}", stderr(&output));
    }
    assert_eq!(fs::read_to_string(foreign.join("letter.txt")).unwrap(), "mine");
    assert!(!out.exists());
}

#[test]
fn an_option_that_is_none_is_named_with_what_may_have_been_meant() {
    let says = |words: &[&str]| {
        let output = samverka().args(words).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        stderr(&output)
    };
    let hyphen = says(&["search", "avtal", "-nacka"]);
    assert!(hyphen.contains("”-n” är inget val") && hyphen.contains("skriv -- före orden"), "{hyphen}");
    let slip = says(&["search", "--limt", "3", "avtal"]);
    assert!(slip.contains("Menade du --limit?") && !slip.contains("-- före"), "{slip}");
    let misplaced = says(&["--site", "x", "search", "avtal"]);
    assert!(misplaced.contains("”--site” är inget val") && !misplaced.contains("-- före"), "{misplaced}");
}

#[test]
fn a_broken_template_or_script_is_named() {
    let folder = content();
    let out = folder.path().join("site");
    for (file, text, words) in [
        ("templates/glossary.html", "{% extends \"base.html\" %}\n{{ nothing( }}\n", "glossary.html"),
        ("assets/sok.js", "const field = 1;\nconst = 2;\n", "assets/sok.js:2"),
    ] {
        let theme = folder.path().join(file.replace('/', "-"));
        crate::program::copy(&repository("themes/standard"), &theme);
        fs::write(theme.join(file), text).unwrap();
        let output = build(&folder.path().join("content"), &out, &["--theme", theme.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
        assert!(!out.exists());
    }
}

#[test]
fn a_new_folder_can_be_checked_built_and_written_in_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("ny");
    let run = |arguments: &[&str]| {
        let output = samverka().args(arguments).current_dir(folder.path()).output().unwrap();
        assert!(
            output.status.success(),
            "{arguments:?}: {}{}",
            String::from_utf8_lossy(&output.stdout),
            stderr(&output)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert!(run(&["init", "ny"]).contains("samverka serve"));
    for kind in ["exempel", "fia", "erfarenhet", "sida", "nyhet"] {
        let said = run(&["new", kind, "Åtgärd: \"först\" & sist", "--content", "ny"]);
        assert!(said.contains("atgard-forst-sist.md"), "{said}");
    }
    run(&["check", "--content", "ny"]);
    run(&["build", "--content", "ny", "--out", "ut"]);
    let again = samverka().args(["new", "sida", "Åtgärd först sist", "--content"]).arg(&site).output().unwrap();
    assert_eq!(again.status.code(), Some(2));
    let again = samverka().arg("init").arg(&site).output().unwrap();
    assert_eq!(again.status.code(), Some(2));
}

#[test]
fn a_new_document_never_takes_the_address_of_another_page() {
    let folder = content();
    let content = folder.path().join("content");
    fs::write(content.join("sidor/ny.md"), "---\ntitel: Ny\ntidigare-adresser: [/gammal/]\n---\nText.\n").unwrap();
    for (kind, title, words) in [
        ("sida", "Om", "sidor/om/index.md"),
        ("sida", "Gammal", "sidor/ny.md"),
        ("sida", "Ny", "sidor/ny.md finns redan"),
        ("fia", "Erfarenheter", "/fia/erfarenheter/"),
    ] {
        let output = samverka().args(["new", kind, title, "--content"]).arg(&content).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{title}");
        assert!(stderr(&output).contains(words) && stderr(&output).contains("titel"), "{}", stderr(&output));
    }
    assert!(!content.join("sidor/om.md").exists() && !content.join("fia/erfarenheter.md").exists());
    // The text above a page that the site makes by itself.
    let output = samverka().args(["new", "sida", "Kommuner", "--content"]).arg(&content).output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
}

#[test]
fn what_is_said_to_a_file_has_no_colour_and_says_nothing_twice() {
    let folder = content();
    let out = folder.path().join("site");
    let output = build(&folder.path().join("content"), &out, &[]);
    assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b));
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 1);
    let coloured = build(&folder.path().join("content"), &out, &["--color", "always"]);
    assert!(coloured.stderr.contains(&0x1b));
}

/// The packages from npm are stood in for: what is copied is what the export needs of them.
#[test]
fn an_export_for_editors_has_every_file_and_names_what_is_missing() {
    let folder = content();
    let (content, out) = (folder.path().join("content"), folder.path().join("admin"));
    let modules = folder.path().join("modules");
    let run = |more: &[&str]| {
        let mut command = samverka();
        command.args(["export", "--format", "cms", "--today", TODAY]).arg("--content").arg(&content);
        command.arg("--out").arg(&out).args(more).output().unwrap()
    };
    let unknown = run(&[]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("--repo"), "{}", stderr(&unknown));
    assert!(!out.exists());

    let without = run(&["--repo", "a/b"]);
    assert!(without.status.success());
    assert!(String::from_utf8_lossy(&without.stdout).contains("decap-cms@"));

    for (path, text) in [
        ("decap-cms/dist/decap-cms.js", "main"),
        ("decap-cms/dist/1.decap-cms.js", "part"),
        ("decap-cms/dist/decap-cms.js.map", "map"),
        ("yaml/browser/dist/index.js", "yaml"),
        ("yaml/browser/dist/doc/Document.js", "document"),
    ] {
        let path = modules.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let modules = modules.display().to_string();
    let whole = run(&["--repo", "a/b", "--modules", &modules]);
    assert!(whole.status.success(), "{}", stderr(&whole));
    let names: Vec<String> = files(&out).into_keys().collect();
    let expected = [
        "1.decap-cms.js",
        "cms-format.js",
        "cms.js",
        "config.yml",
        "decap-cms.js",
        "foresla-file.js",
        "index.html",
        "yaml/doc/Document.js",
        "yaml/index.js",
    ];
    assert_eq!(names, expected);
    let config: serde_json::Value = serde_json::from_slice(&fs::read(out.join("config.yml")).unwrap()).unwrap();
    assert_eq!((config["backend"]["repo"].as_str(), config["locale"].as_str()), (Some("a/b"), Some("sv")));

    let missing = run(&["--repo", "a/b", "--modules", "/nowhere"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(stderr(&missing).contains("/nowhere/decap-cms/dist"), "{}", stderr(&missing));
}
