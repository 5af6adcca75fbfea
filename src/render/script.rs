//! Scripts of a theme as they are published: with the files they import in them, and as few bytes as oxc makes of them.

use std::path::Path;

use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions, CommentOptions, LegalComment};
use oxc::diagnostics::Diagnostics;
use oxc::minifier::{Minifier, MinifierOptions};
use oxc::parser::{Parser, ParserReturn};
use oxc::semantic::SemanticBuilder;
use oxc::span::SourceType;

use super::theme::ThemeError;

/// A file of a theme: its name and what it holds.
pub(super) type File = (String, Vec<u8>);

/// Whether a file is a script.
pub(super) fn is_script(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "js")
}

/// Whether another script imports this one: it is published as a part of that.
pub(super) fn is_part(files: &[File], name: &str) -> bool {
    let scripts = files.iter().filter(|(other, _)| is_script(other) && other != name);
    scripts
        .into_iter()
        .any(|(_, bytes)| String::from_utf8_lossy(bytes).lines().any(|line| imported(line) == Some(name)))
}

/// A script of the theme for readers. Names of the outermost level are shortened in modules only, since others share them.
/// Comments go, except for licences (`/*!`, `@license`) that stand before a statement.
///
/// # Errors
/// [`ThemeError::Script`]: it is no JavaScript, or imports what cannot be put into it.
pub(super) fn published(name: &str, files: &[File]) -> Result<Vec<u8>, ThemeError> {
    let main = text_of(name, files)?;
    let allocator = Allocator::default();
    let kind = parse(name, main, SourceType::unambiguous(), &allocator)?.program.source_type;
    let whole = with_parts(name, main, files, &mut Vec::new())?;
    // Lines of a script with parts in it are not those of the file.
    let is_as_written = whole == main;
    let parsed = Parser::new(&allocator, &whole, kind).parse();
    refuse(name, is_as_written.then_some(&whole), &parsed.diagnostics)?;
    let record = &parsed.module_record;
    let dynamic = record.dynamic_imports.iter().map(|import| import.module_request);
    let dynamic = dynamic.filter_map(|span| whole.get(span.start as usize..span.end as usize));
    let mut modules = record.requested_modules.keys().map(|module| module.as_str()).chain(dynamic);
    if let Some(module) = modules.find(|module| module.trim_start_matches(['\'', '"', '`']).starts_with('.')) {
        let remedy = "import { a } from './b.js';";
        return Err(fault(
            name,
            &format!("{module} cannot be imported: write a line of its own as {remedy}, naming a file in assets"),
        ));
    }
    let mut program = parsed.program;
    let checked = SemanticBuilder::new().with_check_syntax_error(true).build(&program).diagnostics;
    refuse(name, is_as_written.then_some(&whole), &checked)?;
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    let comments = CommentOptions { legal: LegalComment::Inline, ..CommentOptions::disabled() };
    let options = CodegenOptions { comments, ..CodegenOptions::minify() };
    let text = Codegen::new().with_options(options).with_scoping(minified.scoping).build(&program).code;
    Ok(text.into_bytes())
}

/// A script with the files that it imports in place of the lines that do, each once: names with a hash could not be
/// imported, and one file is fetched sooner than several. All share their names, so these must differ.
fn with_parts(name: &str, text: &str, files: &[File], taken: &mut Vec<String>) -> Result<String, ThemeError> {
    let is_main = taken.is_empty();
    let mut whole = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match imported(line).filter(|part| files.iter().any(|(name, _)| name == part)) {
            Some(part) if taken.iter().any(|known| known == part) => {}
            Some(part) => {
                taken.push(part.to_owned());
                let text = text_of(part, files)?;
                // By itself, so that a fault is told with its own line.
                parse(part, text, SourceType::mjs(), &Allocator::default())?;
                whole += &with_parts(part, text, files, taken)?;
                if !whole.ends_with('\n') {
                    whole.push('\n');
                }
            }
            None if is_main => whole += line,
            None => match line.strip_prefix("export ") {
                Some(rest) if rest.starts_with(['{', '*']) || rest.starts_with("default") => {
                    return Err(fault(
                        name,
                        &format!("{}: a part exports what it declares, each by itself", line.trim_end()),
                    ));
                }
                Some(declared) => whole += declared,
                None => whole += line,
            },
        }
    }
    Ok(whole)
}

fn text_of<'a>(name: &str, files: &'a [File]) -> Result<&'a str, ThemeError> {
    let bytes = files.iter().find(|(other, _)| other == name).map(|(_, bytes)| bytes.as_slice());
    str::from_utf8(bytes.unwrap_or_default()).map_err(|error| fault(name, &error.to_string()))
}

/// The file that a line of a script imports from: `import { a } from './b.js';`.
fn imported(line: &str) -> Option<&str> {
    let (_, from) = line.trim_end().strip_prefix("import {")?.split_once("} from './")?;
    from.strip_suffix("';")
}

fn parse<'a>(
    name: &str,
    text: &'a str,
    kind: SourceType,
    allocator: &'a Allocator,
) -> Result<ParserReturn<'a>, ThemeError> {
    let parsed = Parser::new(allocator, text, kind).parse();
    refuse(name, Some(text), &parsed.diagnostics)?;
    Ok(parsed)
}

/// The first error, with its line in the text, when that is the file's.
fn refuse(name: &str, text: Option<&str>, diagnostics: &Diagnostics) -> Result<(), ThemeError> {
    let Some(error) = diagnostics.errors().next() else { return Ok(()) };
    let start = error.labels.first().map(|label| label.offset() as usize);
    let before = text.zip(start).and_then(|(text, start)| text.get(..start));
    let line = before.map(|before| before.matches('\n').count() + 1);
    let place = line.map_or_else(|| name.to_owned(), |line| format!("{name}:{line}"));
    Err(fault(&place, &error.to_string()))
}

fn fault(place: &str, reason: &str) -> ThemeError {
    ThemeError::Script { place: format!("assets/{place}"), reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str) -> File {
        (name.to_owned(), text.as_bytes().to_vec())
    }

    fn published_text(text: &str) -> Result<String, String> {
        let text = published("main.js", &[file("main.js", text)]).map_err(|error| error.to_string())?;
        Ok(String::from_utf8(text).unwrap())
    }

    #[test]
    fn a_script_is_published_with_its_parts_in_it() {
        let files = [
            file("a.js", "import { b } from './b.js';\nexport const a = (c) => c + b;\n"),
            file("b.js", "export const b = Math.random();\n// No line end."),
            file("main.js", "import { a } from './a.js';\nimport { b } from './b.js';\nconsole.log(a(b));\n"),
        ];
        let whole = with_parts("main.js", text_of("main.js", &files).unwrap(), &files, &mut Vec::new()).unwrap();
        assert_eq!(whole, "const b = Math.random();\n// No line end.\nconst a = (c) => c + b;\nconsole.log(a(b));\n");
        assert!(is_part(&files, "b.js") && !is_part(&files, "main.js"));
        let text = String::from_utf8(published("main.js", &files).unwrap()).unwrap();
        assert!(text.contains("Math.random()") && !text.contains("import") && !text.contains("const a"), "{text}");
    }

    #[test]
    fn scripts_lose_comments_and_spaces_and_keep_what_they_do() {
        let text = "// a\n\n/*! MIT */\n/** One. */\nconst long = '// b'; // c\nfunction name(text) {\n  log(`d\n  e`, text);\n}\nname(long);\nname(2);\n";
        let short = published_text(text).unwrap();
        assert!(short.starts_with("/*! MIT */") && short.contains("// b") && short.contains("`d\n  e`"), "{short}");
        assert!(!short.contains("One") && !short.contains("// c") && short.len() < text.len(), "{short}");
        // Other scripts of a page may call what is declared outermost, but not that of a module.
        assert!(short.contains("function name("), "{short}");
        assert!(!published_text(&format!("{text}export {{}};")).unwrap().contains("function name("));
    }

    #[test]
    fn a_script_that_no_browser_would_run_is_refused_with_its_line() {
        for (text, words) in [
            ("let a = 1;\nlet b = ;\n", "assets/main.js:2: "),
            ("let a = 1;\nlet a = 2;\n", "`a`"),
            ("import { a, b }\n  from './b.js';\na(b);\n", "./b.js cannot be imported"),
            ("import { a } from './saknas.js';\na();\n", "./saknas.js cannot be imported"),
            ("await import('./b.js');\n", "./b.js' cannot be imported"),
        ] {
            let refused = published_text(text).unwrap_err();
            assert!(refused.contains(words), "{text}: {refused}");
        }
        let files =
            [file("main.js", "import { b } from './b.js';\nb();\n"), file("b.js", "export const b = 1;\nconst = 2;\n")];
        let refused = published("main.js", &files).unwrap_err().to_string();
        assert!(refused.contains("assets/b.js:2: "), "{refused}");
        let files = [files[0].clone(), file("b.js", "export default 1;\n")];
        let refused = published("main.js", &files).unwrap_err().to_string();
        assert!(refused.contains("assets/b.js: export default 1;"), "{refused}");
        let twice = [
            file("main.js", "import { b } from './b.js';\nconst c = b;\n"),
            file("b.js", "const c = 2;\nexport const b = 1;\n"),
        ];
        let refused = published("main.js", &twice).unwrap_err().to_string();
        assert!(refused.contains("assets/main.js: ") && refused.contains("`c`"), "{refused}");
        let refused = published("a.js", &[("a.js".to_owned(), vec![0xff])]).unwrap_err().to_string();
        assert!(refused.contains("assets/a.js"), "{refused}");
    }
}
