//! Hostile content is harmless in the page that is built of it.

use std::fs;

use crate::program::{build, content, files, stderr};

/// Each stands in a place where an editor writes text.
const SCRIPT: &str =
    "<script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(1)' onfocus='alert(1)";

#[test]
fn script_in_every_field_is_text() {
    let folder = content();
    let root = folder.path().join("content");
    let yaml = serde_json::to_string(SCRIPT).unwrap();
    let put = |path: &str, from: &str, to: &str| {
        let path = root.join(path);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    };
    let example = "exempel/torget-i-ale.md";
    put(example, "\"Torget: <en> väg in & ut\"", &yaml);
    put(
        example,
        "sammanfattning: Kommunen och Arbetsförmedlingen möter unga på ett ställe.",
        &format!("sammanfattning: {yaml}"),
    );
    put(example, "lokalt-namn: Arbetsmarknadsenheten", &format!("lokalt-namn: {yaml}"));
    put(example, "Unga mellan 16 och 24 år.", &yaml);
    put(example, "diarienummer: KS 2020/17", "diarienummer: \"<script>\"");
    put(example, "gör: Leder teamet.", &format!("gör: {yaml}"));
    put(example, "påstående: Var tredje gick vidare till arbete.", &format!("påstående: {yaml}"));
    put(example, "mätning: Kommunens egen uppföljning.", &format!("mätning: {yaml}"));
    put(example, "titel: Torgets första år, utgivare: Ale kommun", &format!("titel: {yaml}, utgivare: {yaml}"));
    put("ordlista.yaml", "\"Det som görs, <b>inte</b> mer.\"", &yaml);
    put("webbplats.yaml", "titel: Provplatsen", "titel: \"</title><script>alert(1)</script>\"");
    put("vokabular/former.yaml", "namn: Gemensamt team", "namn: \"<script>alert(1)</script>\"");
    put("geografi/kommuner.csv", "1480,Göteborg", "1480,Göteborg <script>alert(1)</script>");
    put("fia-erfarenheter/goteborg.md", "[Göteborg]", "[\"1480\"]");
    let out = folder.path().join("site");
    let output = build(&root, &out, &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    for (path, bytes) in files(&out).iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".xml")) {
        let text = without_data(&String::from_utf8_lossy(bytes)).replace("<script type=\"module\" src=\"/_a/", "");
        assert!(!text.contains("<script"), "{path}");
        assert!(!text.contains("<img src=x"), "{path}");
        assert!(!text.contains("\" onmouseover") && !text.contains("' onfocus"), "{path}");
    }
}

/// A page without its linked data, which is JSON that no text ends.
fn without_data(page: &str) -> String {
    let Some((before, rest)) = page.split_once("<script type=\"application/ld+json\">") else { return page.to_owned() };
    let (data, after) = rest.split_once("</script>").unwrap();
    assert!(!data.contains('<') && serde_json::from_str::<serde_json::Value>(data).is_ok(), "{data}");
    format!("{before}{after}")
}

#[test]
fn hostile_markdown_is_refused_by_name() {
    let folder = content();
    let root = folder.path().join("content");
    for (body, rule) in [
        ("<script>alert(1)</script>", "ra-html"),
        ("text <b onclick=x>y</b>", "ra-html"),
        ("[x](javascript:alert(1))", "felaktig-adress"),
        ("[x](JaVaScRiPt:alert(1))", "felaktig-adress"),
        ("[x](&#106;avascript:alert(1))", "felaktig-adress"),
        ("![bild](data:text/html,<script>)", "felaktig-adress"),
        ("<javascript:alert(1)>", "felaktig-adress"),
    ] {
        fs::write(root.join("sidor/elak.md"), format!("---\ntitel: Elak\n---\n{body}\n")).unwrap();
        let output = build(&root, &folder.path().join("site"), &[]);
        assert_eq!(output.status.code(), Some(1), "{body}");
        assert!(stderr(&output).contains(rule), "{body}: {}", stderr(&output));
    }
}

#[test]
fn bombs_end_in_a_message() {
    let folder = content();
    let root = folder.path().join("content");
    let bombs = [
        format!("---\ntitel: {}\n---\n", "[".repeat(100_000)),
        format!("---\n{}: x\n---\n", "k".repeat(100_000)),
        format!("---\ntitel: x\n---\n{}", "> ".repeat(50_000)),
        "---\na: &a [x]\nb: &b [*a, *a]\ntitel: *b\n---\n".to_owned(),
    ];
    for bomb in bombs {
        fs::write(root.join("sidor/bomb.md"), bomb).unwrap();
        let output = build(&root, &folder.path().join("site"), &[]);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains("sidor/bomb.md"));
        assert!(output.stderr.len() < 20_000, "the message is for reading: {}", output.stderr.len());
    }
}
