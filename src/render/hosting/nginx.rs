//! `_hosting/nginx.conf`: one location for the site, to be included in a `server`.

use std::fmt::Write;

use super::{ABOUT_ADMIN, ADMIN, HIDDEN, Hosted, Keep, about_https, kept, policy, security, types};

/// Rules for nginx 1.20 or later.
pub(super) fn file(hosted: &Hosted<'_>) -> String {
    let base = hosted.base;
    let mut out = format!(
        r#"# nginx: copy this file to /etc/nginx/snippets/samverka.conf, and write in the server block of the host name
#
#     set $samverka /srv/www/samverka;            # the folder of `samverka build --out`, without a slash at the end
#     include /etc/nginx/snippets/samverka.conf;
#
# It stays the same from build to build: copy it again when the site's address or the version of samverka changes.
# A location that sets a header of its own inherits none, so each repeats them all.
{https}

"#,
        https = about_https("# ")
    );
    let mut line = |text: std::fmt::Arguments<'_>| {
        let _infallible = writeln!(out, "{text}");
    };
    if base != "/" {
        line(format_args!(
            "location = \"{}\" {{\n    absolute_redirect off;\n    return 301 \"{base}\";\n}}\n",
            base.trim_end_matches('/')
        ));
    }
    line(format_args!(
        r#"location ^~ "{base}" {{
    alias $samverka/;
    index index.html;
    absolute_redirect off;
    server_tokens off;
    error_page 404 "{base}404.html";
    error_page 403 =404 "{base}404.html";

    # Sends the files that `samverka build --compress` made.
    gzip_static on;
    gzip_vary on;
    # With ngx_brotli (Debian: libnginx-mod-http-brotli-static) take away the #:
    # brotli_static on;
"#
    ));
    line(format_args!("    types {{"));
    for (media_type, endings) in by_type() {
        line(format_args!("        {media_type} {};", endings.join(" ")));
    }
    line(format_args!("    }}\n    default_type {};\n    charset utf-8;", types::OTHER));
    // nginx adds text/html by itself, and warns of a second one.
    let texts: Vec<&str> = by_type()
        .into_iter()
        .filter(|(name, _)| name.starts_with("text/") && *name != "text/html")
        .map(|(name, _)| name)
        .collect();
    line(format_args!("    charset_types {};\n", texts.join(" ")));
    let with_policy = |indent: &str, keep: Keep, policy: String| {
        let mut lines = format!("{indent}add_header Cache-Control \"{}\" always;\n", keep.cache_control());
        for (name, value) in security(hosted, policy) {
            let _infallible = writeln!(lines, "{indent}add_header {name} \"{value}\" always;");
        }
        lines
    };
    let headers = |indent: &str, keep: Keep| with_policy(indent, keep, policy());
    line(format_args!(
        "    # Pages and data: a correction is seen at once, and every view is in the access log.\n{}",
        headers("    ", Keep::Checked)
    ));
    for (why, path, keep) in kept() {
        line(format_args!("    # {why}\n    location ^~ \"{base}{path}\" {{\n{}    }}", headers("        ", keep)));
    }
    line(format_args!(
        "    # {ABOUT_ADMIN}\n    location \"{base}{}\" {{\n{}    }}",
        ADMIN.0,
        with_policy("        ", Keep::Checked, ADMIN.1.to_owned())
    ));
    line(format_args!(
        "    location ~ /feed\\.xml$ {{\n        types {{ }}\n        default_type {};\n{}    }}",
        types::FEED,
        headers("        ", Keep::Checked)
    ));
    line(format_args!(
        "    # Files for other hosts, and anything hidden.\n    location ~ /\\. {{\n        return 404;\n    }}"
    ));
    for path in HIDDEN.iter().filter(|path| !path.starts_with('.')) {
        line(format_args!("    location ^~ \"{base}{path}\" {{\n        return 404;\n    }}"));
    }
    line(format_args!("}}"));
    out
}

/// Types with all their endings, in the order of the table. nginx reads a type once only.
fn by_type() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for (ending, media_type, _) in types::TYPES {
        match found.iter_mut().find(|(known, _)| *known == media_type) {
            Some((_, endings)) => endings.push(ending),
            None => found.push((media_type, vec![ending])),
        }
    }
    found
}
