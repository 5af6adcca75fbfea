//! `web.config`: rules that stand in the site's own folder.

use std::fmt::Write;

use super::{ABOUT_ADMIN, ADMIN, Hosted, Keep, POLICY_NAME, about_https, policy, security, types};
use crate::render::html::escape;

/// Rules for IIS 10, with nothing installed beside it.
pub(super) fn file(hosted: &Hosted<'_>) -> String {
    let mut out = format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<!-- IIS reads this file in the folder of a site, or of an application below one.
{}
     IIS compresses by itself (roles Static Content Compression and Default Document) and has no use for the files that
     the option compress of samverka build makes.
     Atom feeds are sent as application/xml, because IIS tells types by endings only. -->
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <urlCompression doStaticCompression="true" />
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" />
      <error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <security>
      <requestFiltering>
        <hiddenSegments>
          <remove segment="_hosting" />
          <add segment="_hosting" />
        </hiddenSegments>
      </requestFiltering>
    </security>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
"#,
        about_https("     ")
    );
    let mut line = |text: std::fmt::Arguments<'_>| {
        let _infallible = writeln!(out, "{text}");
    };
    for (name, value) in security(hosted, policy()) {
        let value = escape(&value);
        line(format_args!("        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{value}\" />"));
    }
    line(format_args!("      </customHeaders>\n    </httpProtocol>\n    <staticContent>"));
    // Pages and data: a correction is seen at once, and every view is in the access log.
    line(format_args!("      <clientCache cacheControlMode=\"DisableCache\" />"));
    for (ending, ..) in types::TYPES {
        let media_type = types::media_type(&format!("x.{ending}"));
        line(format_args!(
            "      <remove fileExtension=\".{ending}\" />\n      <mimeMap fileExtension=\".{ending}\" mimeType=\"{media_type}\" />"
        ));
    }
    line(format_args!("    </staticContent>\n  </system.webServer>"));
    let (admin, value) = ADMIN;
    line(format_args!(
        "  <!-- {ABOUT_ADMIN} -->\n  <location path=\"{path}\">\n    <system.webServer>\n      <httpProtocol>\n        <customHeaders>\n          \
         <remove name=\"{POLICY_NAME}\" />\n          <add name=\"{POLICY_NAME}\" value=\"{value}\" />\n        \
         </customHeaders>\n      </httpProtocol>\n    </system.webServer>\n  </location>",
        path = admin.trim_end_matches('/'),
        value = escape(value)
    ));
    let mut keep = |path: &str, keep: Keep, span: &str, custom: &str| {
        debug_assert!(custom.split(", ").all(|word| keep.cache_control().contains(word)));
        line(format_args!(
            "  <location path=\"{path}\">\n    <system.webServer>\n      <staticContent>\n        \
             <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"{span}\" cacheControlCustom=\"{custom}\" />\n      \
             </staticContent>\n    </system.webServer>\n  </location>",
            path = escape(path)
        ));
    };
    // Files with their content's hash in the name, for a year.
    keep("_a", Keep::Forever, "365.00:00:00", "public, immutable");
    keep("_s", Keep::Forever, "365.00:00:00", "public, immutable");
    // The style sheet for twelve hours: the report tells people from robots by it.
    for path in &hosted.styles {
        keep(path, Keep::HalfDay, "12:00:00", "public, must-revalidate");
    }
    line(format_args!("</configuration>"));
    out
}
