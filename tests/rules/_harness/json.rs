//! A file's fields as a YAML 1.2 reader with the core schema sees them, which is what an editor holds against a JSON Schema.

use samverka::parse::{Parsed, parts};
use samverka::yaml::{Content, Node, parse};
use serde_json::{Map, Value};

/// The fields of a file that can be read without a fault; none for one that cannot, or has a key twice.
pub fn fields(parsed: &Parsed) -> Option<Value> {
    if !parsed.is_read() || !parsed.yaml_faults.is_empty() {
        return None;
    }
    let (front, _) = parts(&parsed.text, parsed.kind);
    let yaml = parse(&parsed.text[front.clone()], front.start);
    Some(yaml.root.map_or(Value::Null, |root| value(&root, &parsed.text)))
}

fn value(node: &Node, source: &str) -> Value {
    match &node.content {
        Content::Empty => Value::Null,
        Content::List(items) => items.iter().map(|item| value(item, source)).collect(),
        Content::Map(entries) => {
            let mut map = Map::new();
            for entry in entries {
                // Of two values of one key the first is kept, as `check` does.
                map.entry(entry.key.clone()).or_insert_with(|| value(&entry.value, source));
            }
            Value::Object(map)
        }
        Content::Scalar(text) => match source[node.span.clone()].starts_with(['"', '\'', '|', '>']) {
            true => text.as_str().into(),
            false => core(text),
        },
    }
}

/// YAML 1.2.2, section 10.3.2.
fn core(text: &str) -> Value {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && digits.chars().any(|letter| letter.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | 'e' | 'E' | '+' | '-'));
    match text {
        "true" | "True" | "TRUE" => true.into(),
        "false" | "False" | "FALSE" => false.into(),
        "Null" | "NULL" => Value::Null,
        _ if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            text.trim_start_matches('+').parse::<i64>().map_or_else(|_| text.into(), Value::from)
        }
        _ if is_number => text.parse::<f64>().map_or_else(|_| text.into(), Value::from),
        _ => text.into(),
    }
}
