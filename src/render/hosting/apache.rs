//! `.htaccess`: rules that stand in the site's own folder.

use std::fmt::Write;

use super::{ABOUT_ADMIN, ADMIN, HIDDEN, Hosted, Keep, POLICY_NAME, about_https, kept, policy, security, types};

/// Rules for Apache 2.4.10 or later.
pub(super) fn file(hosted: &Hosted<'_>) -> String {
    let base = hosted.base;
    let hidden: Vec<String> = HIDDEN.iter().map(|path| path.replace('.', "\\.")).collect();
    let mut out = format!(
        r#"# Apache reads this file when the site's folder has AllowOverride FileInfo Indexes Options=Indexes,
# and the modules headers, mime, dir and rewrite.
{https}
ErrorDocument 403 {base}404.html
ErrorDocument 404 {base}404.html
DirectoryIndex index.html
Options -Indexes

<IfModule mod_rewrite.c>
    RewriteEngine On
    RewriteBase {base}
    # Files for other hosts.
    RewriteRule ^({hidden}) - [R=404,L]
    # Sends the files that `samverka build --compress` made. Each has the plain file's type.
"#,
        https = about_https("# "),
        hidden = hidden.join("|")
    );
    let mut line = |text: std::fmt::Arguments<'_>| {
        let _infallible = writeln!(out, "{text}");
    };
    for (coding, ending) in [("br", "br"), ("gzip", "gz")] {
        for (file, pattern, target) in [("index.html", "^(.*/)?$", "$1index.html"), ("", "^(.+[^/])$", "$1")] {
            line(format_args!(
                "    RewriteCond %{{HTTP:Accept-Encoding}} (^|[\\s,]){coding}([\\s,;]|$)\n    \
                 RewriteCond %{{REQUEST_FILENAME}}{file}.{ending} -f\n    \
                 RewriteRule {pattern} {target}.{ending} [E=no-gzip:1,E=no-brotli:1,L]"
            ));
        }
    }
    line(format_args!("</IfModule>\n\n<IfModule mod_mime.c>"));
    for (ending, media_type, _) in types::TYPES {
        line(format_args!("    AddType {media_type} .{ending}"));
    }
    let texts: Vec<String> =
        types::TYPES.iter().filter(|(.., text)| *text).map(|(ending, ..)| format!(".{ending}")).collect();
    line(format_args!(
        "    AddCharset utf-8 {}\n    RemoveType .br .gz\n    RemoveLanguage .br\n    AddEncoding br .br\n    AddEncoding gzip .gz\n</IfModule>",
        texts.join(" ")
    ));
    line(format_args!("<FilesMatch \"^feed\\.xml(\\.br|\\.gz)?$\">\n    ForceType {}\n</FilesMatch>\n", types::FEED));
    line(format_args!("<IfModule mod_headers.c>\n    Header merge Vary Accept-Encoding"));
    for (name, value) in security(hosted, policy()) {
        line(format_args!("    Header always set {name} \"{value}\""));
    }
    let (admin, value) = ADMIN;
    line(format_args!(
        "    # {ABOUT_ADMIN}\n    Header always set {POLICY_NAME} \"{value}\" {}",
        found_below(base, admin)
    ));
    line(format_args!(
        "    # Pages and data: a correction is seen at once, and every view is in the access log.\n    \
         Header always set Cache-Control \"{}\"",
        Keep::Checked.cache_control()
    ));
    for (why, path, keep) in kept() {
        line(format_args!(
            "    # {why}\n    Header always set Cache-Control \"{}\" {}",
            keep.cache_control(),
            found_below(base, &path)
        ));
    }
    line(format_args!("</IfModule>"));
    out
}

/// The condition that an answer is a file whose path begins so; what is not there has the headers of `404.html`.
fn found_below(base: &str, path: &str) -> String {
    format!("\"expr=%{{REQUEST_URI}} -strmatch '{base}{path}*' && %{{REQUEST_STATUS}} -lt 400\"")
}
