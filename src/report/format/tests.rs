//! Lines as servers write them, and lines as nobody should.

use proptest::prelude::*;

use super::*;

fn request(line: &str) -> Record<'_> {
    match Lines::default().read(line.as_bytes()) {
        Ok(Line::Request(record)) => record,
        other => panic!("{line}: {other:?}"),
    }
}

/// 2026-11-22 13:55:36 in Stockholm.
const TIME: i64 = 1_795_352_136;

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn combined_and_common() {
    let line = r#"192.0.2.7 - - [22/Nov/2026:13:55:36 +0100] "GET /exempel/?a=b HTTP/1.1" 200 5120 "https://www.google.com/" "Mozilla/5.0 (X)""#;
    let record = request(line);
    assert_eq!(record.time, TIME);
    assert_eq!((text(&record.address), text(&record.method), record.status), ("192.0.2.7", "GET", 200));
    assert_eq!(text(&record.target), "/exempel/?a=b");
    assert_eq!((text(&record.referrer), text(&record.agent)), ("https://www.google.com/", "Mozilla/5.0 (X)"));
    let common = request(r#"2001:db8::1 - anna svensson [22/Nov/2026:12:55:36 +0000] "HEAD / HTTP/2.0" 304 -"#);
    assert_eq!((common.time, text(&common.address), text(&common.agent)), (TIME, "2001:db8::1", ""));
    let none = request(r#"192.0.2.7 - - [22/Nov/2026:13:55:36 +0100] "GET / HTTP/1.1" 200 5 "-" "-" 0.001 extra"#);
    assert_eq!((text(&none.referrer), text(&none.agent)), ("", ""));
}

#[test]
fn quotation_marks_in_fields_are_read_as_nginx_and_apache_write_them() {
    let line = r#"192.0.2.7 - - [22/Nov/2026:13:55:36 +0100] "GET /a\x22b HTTP/1.1" 200 5 "-" "a\"b\\c \xC3\xA5""#;
    let record = request(line);
    assert_eq!((text(&record.target), text(&record.agent)), ("/a\"b", "a\"b\\c å"));
}

#[test]
fn the_forwarded_address_is_the_last_in_quotation_marks() {
    let line = r#"10.0.0.1 - - [22/Nov/2026:13:55:36 +0100] "GET / HTTP/1.1" 200 5 "-" "M" "192.0.2.7, 10.0.0.2""#;
    let read = |line: &str| match Lines::new(Some("x-forwarded-for"), None).read(line.as_bytes()) {
        Ok(Line::Request(record)) => text(&record.address).to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(read(line), "192.0.2.7, 10.0.0.2");
    assert_eq!(read(&line.replace("192.0.2.7, 10.0.0.2", "-")), "10.0.0.1");
    assert_eq!(text(&request(line).address), "10.0.0.1");
}

#[test]
fn json_of_caddy_and_of_nginx() {
    let caddy = r#"{"level":"info","ts":1795352136.53,"logger":"http.log.access","msg":"handled request","request":{"remote_ip":"10.0.0.1","client_ip":"192.0.2.7","proto":"HTTP/2.0","method":"GET","host":"x","uri":"/exempel/","headers":{"User-Agent":["Mozilla/5.0"],"Referer":["https://a.example/"],"Sec-Purpose":["prefetch;prerender"],"X-Forwarded-For":["198.51.100.9"]}},"bytes_read":0,"status":200}"#;
    let record = request(caddy);
    assert_eq!((record.time, text(&record.address), text(&record.target)), (TIME, "192.0.2.7", "/exempel/"));
    assert_eq!((text(&record.agent), text(&record.referrer)), ("Mozilla/5.0", "https://a.example/"));
    assert!(record.is_prefetch);
    let Ok(Line::Request(forwarded)) = Lines::new(Some("X-Forwarded-For"), None).read(caddy.as_bytes()) else {
        panic!()
    };
    assert_eq!(text(&forwarded.address), "198.51.100.9");
    let nginx = r#"{"time_iso8601":"2026-11-22T13:55:36+01:00","remote_addr":"192.0.2.7","request":"GET / HTTP/1.1","status":"304","http_referer":"","http_user_agent":"M"}"#;
    let record = request(nginx);
    assert_eq!((record.time, record.status, text(&record.method), text(&record.agent)), (TIME, 304, "GET", "M"));
}

#[test]
fn w3c_of_iis_in_utc_with_columns_that_change() {
    let mut lines = Lines::default();
    let mut read = |line: &str| match lines.read(line.as_bytes()).unwrap() {
        Line::Request(record) => Some((record.time, text(&record.target).to_owned(), text(&record.agent).to_owned())),
        Line::Nothing => None,
    };
    assert_eq!(read("#Software: Microsoft Internet Information Services 10.0\r"), None);
    assert_eq!(
        read(
            "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus\r"
        ),
        None
    );
    let line = "2026-11-22 12:55:36 10.0.0.1 GET /sok/ q=avtal 443 - 192.0.2.7 Mozilla/5.0+(Windows) - 200 0\r";
    assert_eq!(read(line), Some((TIME, "/sok/?q=avtal".to_owned(), "Mozilla/5.0 (Windows)".to_owned())));
    assert_eq!(read("#Fields: time date cs-uri-stem cs-uri-query cs-method sc-status c-ip"), None);
    assert_eq!(read("12:55:36 2026-11-22 / - GET 200 192.0.2.7"), Some((TIME, "/".to_owned(), String::new())));
}

#[test]
fn the_forwarded_address_of_iis_is_a_column_of_its_own() {
    let mut lines = Lines::new(Some("X-Forwarded-For"), None);
    let fields = "#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) sc-status X-Forwarded-For";
    assert_eq!(lines.read(fields.as_bytes()), Ok(Line::Nothing));
    let mut address = |forwarded: &str| {
        let line = format!("2026-11-22 12:55:36 GET /sok/ - 10.0.0.1 Mozilla/5.0 200 {forwarded}");
        match lines.read(line.as_bytes()) {
            Ok(Line::Request(record)) => text(&record.address).to_owned(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(address("192.0.2.7:51234"), "192.0.2.7:51234");
    // Who came without the proxy.
    assert_eq!(address("-"), "10.0.0.1");
}

#[test]
fn malformed_lines_are_told() {
    for line in [
        "hello",
        r#"192.0.2.7 - - [22/Nov/2026:13:55:36 +0100] "GET / HTTP/1.1" 200"#,
        r#"192.0.2.7 - - [31/Nov/2026:13:55:36 +0100] "GET / HTTP/1.1" 200 5"#,
        r#"192.0.2.7 - - [22/Nov/2026:24:55:36 +0100] "GET / HTTP/1.1" 200 5"#,
        r#"192.0.2.7 - - [22/Nov/2026:13:55:36 +0100] "GET /" 200 5"#,
        r#"192.0.2.7 - - [22/Nov/2026:13:55:36 +0100] "\x16\x03\x01" 400 5 "-" "-""#,
        r#"192.0.2.7 - - [22/Nov/2026:13:55:36 +0100] "GET / HTTP/1.1" 2000 5"#,
        r#"192.0.2.7 - - [22/Nov/2026:13:55:36 +0100] "GET / HTTP/1.1" 200 5 "-" "no end"#,
        r#"192.0.2.7 - - [22/Nov/2026:13:55:36 +0100] "GET / HTTP/1.1" 200 5 "-" "end\"#,
        "{",
        r#"{"ts":1e300,"request":{"method":"GET","uri":"/","client_ip":"a"},"status":200}"#,
        r#"{"ts":1,"request":{"method":"GET","uri":"/","client_ip":"a"},"status":99999}"#,
        "\u{0}",
    ] {
        if !line.is_empty() {
            assert_eq!(Lines::default().read(line.as_bytes()), Err(Malformed), "{line}");
        }
    }
    assert_eq!(Lines::default().read(b""), Ok(Line::Nothing));
}

proptest! {
    #[test]
    fn any_bytes_end_in_a_record_or_a_fault(line in prop::collection::vec(any::<u8>(), 0..300), forwarded: bool) {
        let _ = Lines::new(forwarded.then_some("x"), None).read(&line);
        let _ = Lines::new(None, Fields::of(b"#Fields: date time c-ip cs-method cs-uri-stem sc-status")).read(&line);
    }

    #[test]
    fn broken_lines_end_in_a_record_or_a_fault(cut in 0usize..130, sign: u8) {
        let line = br#"192.0.2.7 - - [22/Nov/2026:13:55:36 +0100] "GET /exempel/?a=b HTTP/1.1" 200 5120 "https://www.google.com/" "Mozilla/5.0 (X)""#;
        let mut line = line.to_vec();
        let cut = cut.min(line.len() - 1);
        line[cut] = sign;
        let _ = Lines::new(Some("x"), None).read(&line);
        line.truncate(cut);
        let _ = Lines::default().read(&line);
    }
}

/// What `tests/servers/record` asked each server for: method, target, status, referrer and user agent.
const ASKED: [(&str, &str, u16, &str, &str); 5] = [
    ("GET", "/exempel/?fran=brev", 200, "https://www.socialstyrelsen.se/a?b=c", "Mozilla/5.0 (X11; Linux x86_64)"),
    ("GET", "/exempel/%C3%A5/", 200, "", "Mozilla/5.0 \"quoted\" \\back"),
    ("HEAD", "/", 200, "", ""),
    ("GET", "/borta/", 404, "", "Mozilla/5.0 (åäö)"),
    ("GET", "/", 200, "", "a"),
];

#[test]
fn lines_that_real_servers_wrote() {
    macro_rules! written {
        ($name:literal) => {
            include_str!(concat!("../../../tests/servers/", $name, ".log"))
        };
    }
    let logs = [
        ("nginx-combined", written!("nginx-combined"), None),
        ("nginx-forwarded", written!("nginx-forwarded"), Some("x-forwarded-for")),
        ("nginx-json", written!("nginx-json"), Some("http_x_forwarded_for")),
        ("apache-common", written!("apache-common"), None),
        ("apache-combined", written!("apache-combined"), None),
        ("apache-forwarded", written!("apache-forwarded"), Some("x-forwarded-for")),
        ("caddy", written!("caddy"), Some("X-Forwarded-For")),
    ];
    for (name, log, address_field) in logs {
        let mut lines = Lines::new(address_field, None);
        let read: Vec<_> = log.lines().map(|line| lines.read(line.as_bytes())).collect();
        assert!(read.len() >= ASKED.len(), "{name}");
        for (line, (method, target, status, referrer, agent)) in read.iter().zip(ASKED) {
            let Ok(Line::Request(record)) = line else { panic!("{name}: {line:?}") };
            assert_eq!((text(&record.method), text(&record.target), record.status), (method, target, status), "{name}");
            let is_common = name == "apache-common";
            let expected = if is_common { ("", "") } else { (referrer, agent) };
            assert_eq!((text(&record.referrer), text(&record.agent)), expected, "{name}");
            let is_forwarded = status == 404 && address_field.is_some();
            let address = if is_forwarded { "192.0.2.7, 198.51.100.9" } else { "127.0.0.1" };
            assert_eq!(text(&record.address), address, "{name}");
            assert_eq!(record.is_prefetch, name == "caddy" && agent == "a", "{name}");
            // Somewhere in November 2026.
            assert!((1_793_000_000..1_797_000_000).contains(&record.time), "{name}: {}", record.time);
        }
        // What a scanner sent is no request; Caddy does not log it at all.
        let rest = &read[ASKED.len()..];
        assert_eq!(rest.len(), usize::from(name != "caddy"), "{name}");
        assert!(rest.iter().all(|line| *line == Err(Malformed)), "{name}: {rest:?}");
    }
}
