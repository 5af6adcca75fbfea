//! `samverka report` as it is run.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

use crate::program::{build, files, repository, samverka, stderr};

/// The small site, built once for all tests here.
static SITE: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let output = build(&repository("tests/golden/content"), &folder.path().join("site"), &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    folder
});

fn site() -> PathBuf {
    SITE.path().join("site")
}

fn report(out: &Path, more: &[&str]) -> Output {
    samverka().arg("report").arg("--site").arg(site()).arg("--out").arg(out).args(more).output().unwrap()
}

const BROWSER: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

fn line(address: &str, second: u32, target: &str, referrer: &str) -> String {
    let time = format!("22/Nov/2026:13:00:{second:02} +0100");
    format!("{address} - - [{time}] \"GET {target} HTTP/1.1\" 200 5 \"{referrer}\" \"{BROWSER}\"\n")
}

fn log() -> String {
    let visits = (0..8).map(|n| {
        let address = format!("192.0.2.{n}");
        let first = line(&address, n, "/sok/?q=torget", "https://www.google.com/");
        let style = line(&address, n, "/_a/style.0123456789.css", "-");
        first + &style + &line(&address, n + 20, "/exempel/torget-i-ale/", "https://prov.example/sok/?q=torget")
    });
    visits.collect::<String>() + "=cmd|' /C calc'!A0\n"
}

#[test]
fn a_log_becomes_a_page_tables_and_json() {
    let folder = tempfile::tempdir().unwrap();
    let log_file = folder.path().join("access.log");
    fs::write(&log_file, log()).unwrap();
    let out = folder.path().join("rapport");
    let output = report(&out, &[log_file.to_str().unwrap()]);
    assert!(output.status.success(), "{}", stderr(&output));
    let said = String::from_utf8(output.stdout.clone()).unwrap() + &stderr(&output);
    assert!(said.contains("16 sidvisningar, 8 besök. 1 rader"), "{said}");
    for hidden in ["192.0.2.", "Firefox", "google.com", "calc"] {
        assert!(!said.contains(hidden), "{hidden} in {said}");
    }
    let written = files(&out);
    let expected = [
        "aktiviteter.csv",
        "index.html",
        "kanaler.csv",
        "kommuner.csv",
        "lan.csv",
        "manader.csv",
        "map.css",
        "nedladdningar.csv",
        "rapport.css",
        "rapport.json",
        "rapport.schema.json",
        "robotar.csv",
        "sidor-manader.csv",
        "sidor-vagar.csv",
        "sidor.csv",
        "sokningar.csv",
        "style.css",
        "underlag/manifest.json",
        "underlag/robotar.txt",
        "underlag/vagar.txt",
    ];
    assert_eq!(written.keys().collect::<Vec<_>>(), expected);
    let json: Value = serde_json::from_slice(&written["rapport.json"]).unwrap();
    assert_eq!((json["main"]["visits"].as_u64(), json["quality"]["malformed"].as_u64()), (Some(8), Some(1)));
    assert_eq!(json["searches"]["followed_by_example"].as_u64(), Some(8));
    assert_eq!(json["searches"]["without_result"].as_u64(), Some(0));
    // Eight visitors on one day are too few to show what they searched for.
    assert_eq!(json["searches"]["shown"], Value::Array(Vec::new()));
    let page = String::from_utf8(written["index.html"].clone()).unwrap();
    assert!(page.contains("Torget: &lt;en&gt;") && !page.contains("<en>"));
    for (name, bytes) in &written {
        let text = String::from_utf8_lossy(bytes);
        // The list of robots and ways in is the program's own.
        if name.starts_with("underlag/") {
            continue;
        }
        for hidden in ["192.0.2.", "Firefox", "google.com"] {
            assert!(!text.contains(hidden), "{hidden} in {name}");
        }
    }
    let manifest = fs::read(site().join("manifest.json")).unwrap();
    assert_eq!(written["underlag/manifest.json"], manifest);
    assert_eq!(json["provenance"]["site"]["manifest"], Value::from(blake3::hash(&manifest).to_hex().as_str()));
    // Again, over the report before.
    assert!(report(&out, &[log_file.to_str().unwrap()]).status.success());
    assert_eq!(files(&out), written);
}

#[test]
fn standard_input_and_english() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("rapport");
    let mut command = samverka();
    command.arg("report").arg("--site").arg(site()).arg("--out").arg(&out).args(["-", "--lang", "en"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(log().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().contains("16 page views, 8 visits"));
    assert!(fs::read_to_string(out.join("index.html")).unwrap().contains("<html lang=\"en\">"));
}

#[test]
fn the_demonstration_says_that_it_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("rapport");
    let output = report(&out, &["--demo"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(fs::read_to_string(out.join("index.html")).unwrap().contains("påhittade loggrader"));
    let json: Value = serde_json::from_slice(&fs::read(out.join("rapport.json")).unwrap()).unwrap();
    assert_eq!(json["is_demonstration"], Value::Bool(true));
    assert_eq!(json["months"].as_array().unwrap().len(), 12);
    // Nothing that the report tells of stands empty, but for the networks, which are the operator's to list.
    for way in ["direct", "search", "municipality", "agency", "letter", "feed", "link"] {
        let row = json["channels"].as_array().unwrap().iter().find(|row| row["name"] == way).unwrap();
        assert!(row["count"].as_u64() > Some(100), "{row}");
    }
    let pages = json["pages"].as_array().unwrap();
    assert!(pages.iter().any(|page| page["address"] == "/data/" && page["downloads"].as_u64() > Some(0)));
    assert!(!json["downloads"].as_array().unwrap().is_empty() && !json["robots"].as_array().unwrap().is_empty());
    assert!(!json["searches"]["shown"].as_array().unwrap().is_empty());
    assert_eq!(json["reach"]["known"].as_u64(), Some(0));
    // Every page and every table says so.
    for (name, bytes) in files(&out).iter().filter(|(name, _)| !name.starts_with("underlag/")) {
        let text = String::from_utf8_lossy(bytes);
        let (mark, times) = match name.rsplit_once('.').unwrap().1 {
            "html" | "md" => ("påhittade loggrader", 2),
            "csv" => ("demonstration", 1),
            _ => continue,
        };
        assert!(text.matches(mark).count() >= times, "{name}");
    }
}

const ACTIVITY: &str = "id: webb\ntitel: Webbseminarium om överenskommelser\ntyp: spridning\nform: webbseminarium\n\
    datum: 2026-11-20\nbeskrivning: Exempel visades.\nmalgrupp: Enhetschefer\nantal: {tal: 120, raknat: anmälda}\n\
    kallor: [{nr: 1, titel: Anmälningslistan}]\n";

/// A copy of the small site's content.
fn content(folder: &Path) -> PathBuf {
    let content = folder.join("content");
    for (name, bytes) in files(&repository("tests/golden/content")) {
        let place = content.join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
    content
}

#[test]
fn the_account_has_the_figures_and_what_the_editors_noted() {
    let folder = tempfile::tempdir().unwrap();
    let log_file = folder.path().join("access.log");
    fs::write(&log_file, log()).unwrap();
    let content = content(folder.path());
    fs::create_dir_all(content.join("aktiviteter")).unwrap();
    fs::write(content.join("aktiviteter/webb.yaml"), ACTIVITY).unwrap();
    let out = folder.path().join("rapport");
    let log_file = log_file.to_str().unwrap();
    let more = ["--mall", "uppfoljande-redovisning", "--content", content.to_str().unwrap(), "--from", "2026-11-01"];
    let all = [&[log_file], more.as_slice()].concat();
    let output = report(&out, &all);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(String::from_utf8(output.stdout).unwrap().contains("ställen är kvar att skriva"));
    let written = files(&out);
    let json: Value = serde_json::from_slice(&written["rapport.json"]).unwrap();
    assert_eq!(json["activities"][0]["counted"]["number"].as_u64(), Some(120));
    for name in ["redovisning.html", "redovisning.md"] {
        let text = String::from_utf8(written[name].clone()).unwrap();
        for words in ["Webbseminarium om överenskommelser", "120 (anmälda)", "Anmälningslistan", "Att skriva 1:", "8"]
        {
            assert!(text.contains(words), "{words} in {name}: {text}");
        }
        for hidden in ["192.0.2.", "Firefox", "google.com"] {
            assert!(!text.contains(hidden), "{hidden} in {name}");
        }
    }
    assert!(report(&out, &all).status.success());
    assert_eq!(files(&out), written);

    // A fault in an activity is told, and nothing is written.
    fs::write(content.join("aktiviteter/webb.yaml"), ACTIVITY.replace("datum: 2026-11-20\n", "")).unwrap();
    let faulty = report(&folder.path().join("annan"), &all);
    assert_eq!(faulty.status.code(), Some(2));
    assert!(stderr(&faulty).contains("samverka check") && !folder.path().join("annan").exists());
}

#[test]
fn an_earlier_period_stands_beside() {
    let folder = tempfile::tempdir().unwrap();
    let log_file = folder.path().join("access.log");
    fs::write(&log_file, log().replace("22/Nov", "21/Nov") + &log() + &log().replace("192.0.2", "198.51.100")).unwrap();
    let log_file = log_file.to_str().unwrap();
    let out = |name: &str| folder.path().join(name);
    let now = ["--from", "2026-11-22", "--to", "2026-11-22"];
    let run = |name: &str, more: &[&str]| {
        let output = report(&out(name), &[&[log_file], more].concat());
        assert!(output.status.success(), "{}", stderr(&output));
        files(&out(name))
    };
    run("forr", &["--from", "2026-11-21", "--to", "2026-11-21"]);
    let earlier = out("forr").join("rapport.json");
    let by_file = run("fil", &[now.as_slice(), &["--compare", earlier.to_str().unwrap()]].concat());
    let dates = ["--compare-from", "2026-11-21", "--compare-to", "2026-11-21"];
    let by_dates = run("datum", &[now.as_slice(), &dates].concat());
    assert_eq!(by_file, by_dates);
    let table = String::from_utf8(by_file["jamforelse.csv"].clone()).unwrap();
    assert!(table.contains("visits,,8,16\n"), "{table}");
    assert!(String::from_utf8(by_file["index.html"].clone()).unwrap().contains("Jämfört med en tidigare period"));
    // The lines are read once, so that they need not be a file.
    let mut samverka = samverka();
    samverka.args(["report", "-", "--site"]).arg(site()).arg("--out").arg(out("strom")).args(now).args(dates);
    let mut running = samverka.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    running.stdin.take().unwrap().write_all(&fs::read(log_file).unwrap()).unwrap();
    assert!(running.wait().unwrap().success());
    assert_eq!(files(&out("strom"))["jamforelse.csv"], by_dates["jamforelse.csv"]);
    // What is no report.
    let refused = report(&out("nej"), &[log_file, "--compare", log_file]);
    assert_eq!((refused.status.code(), stderr(&refused).contains("rapport.json")), (Some(2), true));
    assert!(!out("nej").exists());
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let write = |name: &str, text: &[u8]| {
        fs::write(path(name), text).unwrap();
        path(name).to_str().unwrap().to_owned()
    };
    let log = write("access.log", log().as_bytes());
    let broken = write("access.log.gz", b"\x1f\x8b\x08\x00broken");
    let networks =
        write("nat.csv", b"part,natverk,kalla,kontrollerad,delas-med\nAnkeborg,192.0.2.0/24,RIPE,2026-11-01,\n");
    let out = path("rapport");
    let says = |more: &[&str], words: &[&str]| {
        let output = report(&out, more);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{more:?}: {said}");
        assert!(words.iter().all(|word| said.contains(word)), "{more:?}: {said}");
        assert!(!out.exists(), "{more:?}");
    };
    says(&["nowhere.log"], &["nowhere.log", "Ingen rapport är skriven"]);
    says(&[folder.path().to_str().unwrap()], &["gick inte att läsa"]);
    says(&[&broken], &["access.log.gz"]);
    says(&[&log, "--networks", &networks], &["nat.csv", "line 2: Ankeborg", "part,natverk"]);
    says(&[&log, "--from", "2026-02-30"], &["2026-02-30"]);
    says(&[&log, "--from", "2026-03-01", "--to", "2026-02-01"], &["2026-03-01", "första dagen före den sista"]);
    says(&[], &["LOG"]);
    let other = samverka().args(["report", &log, "--manifest", &log]).output().unwrap();
    assert!(stderr(&other).contains("--manifest"), "{}", stderr(&other));
    // A folder of something else is left alone.
    fs::create_dir(&out).unwrap();
    fs::write(out.join("viktigt.txt"), "x").unwrap();
    let output = report(&out, &[&log]);
    assert!(stderr(&output).contains("--out"), "{}", stderr(&output));
    assert_eq!(files(&out).len(), 1);
}

#[test]
fn what_is_kept_is_explained_by_the_program_and_on_the_site_alike() {
    use samverka::report::figures::{REACHED, ROUNDING, SHOWN};
    let output = samverka().args(["report", "--explain-privacy"]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("rättslig grund"), "{said}");
    let page = fs::read_to_string(repository("content/sidor/integritet.md")).unwrap();
    let reached = format!("minst {} besök under minst {} dagar kom från dess nät", REACHED.0, REACHED.1);
    let shown = format!("En sökning visas när minst {} besökare samma dag och", SHOWN.0);
    let needed = [&*format!("närmaste {ROUNDING}"), &reached, &shown, &format!("{} dagsbesökare", SHOWN.1)];
    for what in [
        &needed[..],
        &[
            "skilja läsare från robotar",
            "slumpad nyckel",
            "ny för varje dygn",
            "stilmall",
            "kontrollsummor",
            "ändrar aldrig loggarna",
        ],
    ]
    .concat()
    {
        assert!(said.contains(what), "the program does not say: {what} in {said}");
        assert!(page.contains(what), "the page does not say: {what}");
    }
}

#[test]
fn a_published_report_is_a_page_of_the_site() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("rapport");
    assert!(report(&out, &["--demo"]).status.success());
    let content = content(folder.path());
    let place = content.join("statistik/2026");
    fs::create_dir_all(&place).unwrap();
    let json = fs::read_to_string(out.join("rapport.json")).unwrap();
    // Something that nobody meant to publish.
    fs::write(place.join("rapport.json"), json.replacen('{', "{\"hemligt\": \"KanarieWebb\",", 1)).unwrap();
    let site = |name: &str, more: &[&str]| {
        let output = build(&content, &folder.path().join(name), more);
        assert!(output.status.success(), "{}", stderr(&output));
        files(&folder.path().join(name))
    };
    let first = site("a", &["--record-addresses"]);
    let text = |name: &str| String::from_utf8(first[name].clone()).unwrap();
    assert!(text("index.html").contains("<a href=\"/statistik/\">Statistik</a>"));
    let list = text("statistik/index.html");
    assert!(list.contains("<a href=\"/statistik/2026/\">") && list.contains("påhittade loggrader"), "{list}");
    assert!(list.contains("från och med 1 november 2025 till och med 31 oktober 2026"), "{list}");
    let page = text("statistik/2026/index.html");
    for words in
        ["<h2 id=\"manader\">Månad för månad</h2>", "påhittade loggrader", "rapport.", "/statistik/2026/rapport.json"]
    {
        assert!(page.contains(words), "{words} in {page}");
    }
    // There are no tables for programs beside it.
    assert!(!page.contains(".csv\"") && first["statistik/2026/rapport.json"] == json.as_bytes());
    assert!(text("sitemap.xml").contains("/statistik/2026/"));
    assert!(first.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("KanarieWebb")));
    assert_eq!(site("b", &[]), first);
    assert_eq!(site("b", &["--incremental"]), first);

    // Without a report there is no page and no link.
    let without = files(&self::site());
    assert!(without.keys().all(|name| !name.starts_with("statistik/")));
    assert!(!String::from_utf8_lossy(&without["index.html"]).contains("/statistik/"));
}
