//! How fixtures write what a text file cannot show, and personal numbers that must not stand in the repository.

/// The bytes that a `bytes` block stands for: `\r`, `\t`, `\0`, `\xFF`, `\u{30A}`, `\\`, a backslash before a line end
/// (no line end), and `\(1000×abc)` (abc a thousand times).
pub fn bytes(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.extend_from_slice(&rest.as_bytes()[..at]);
        rest = escape(&rest[at + 1..], &mut out);
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

/// Writes the escape that `text` begins with, after its backslash, and gives what follows it.
fn escape<'a>(text: &'a str, out: &mut Vec<u8>) -> &'a str {
    let sign = text.chars().next().expect("a backslash has something after it");
    let rest = &text[sign.len_utf8()..];
    match sign {
        'r' => out.push(b'\r'),
        't' => out.push(b'\t'),
        '0' => out.push(0),
        '\\' => out.push(b'\\'),
        '\n' => {}
        'x' => {
            out.push(u8::from_str_radix(&rest[..2], 16).expect("two hexadecimal digits"));
            return &rest[2..];
        }
        'u' => {
            let (digits, rest) = rest[1..].split_once('}').expect("\\u{…}");
            let letter = char::from_u32(u32::from_str_radix(digits, 16).expect("a code point"));
            out.extend_from_slice(letter.expect("a character").to_string().as_bytes());
            return rest;
        }
        '(' => {
            let (inside, rest) = rest.split_once(')').expect("\\(…)");
            let (count, text) = inside.split_once('×').expect("a count and a text");
            out.extend_from_slice(text.repeat(count.parse().expect("a count")).as_bytes());
            return rest;
        }
        other => panic!("unknown escape \\{other}"),
    }
    rest
}

/// The text with each `{PNR:…}` replaced by a personal number, and those numbers as they were written.
pub fn with_numbers(text: &str) -> (String, Vec<String>) {
    let mut out = String::with_capacity(text.len());
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{PNR:") {
        let (first, after) = after.split_once('}').expect("{PNR:…}");
        let number = format!("{first}{}", check_digit(first));
        out.push_str(before);
        out.push_str(&number);
        numbers.push(number);
        rest = after;
    }
    out.push_str(rest);
    (out, numbers)
}

/// The digits of a written number, without what stands between them.
pub fn digits(written: &str) -> Vec<u32> {
    let mut digits = Vec::new();
    let mut letters = written.chars();
    while let Some(letter) = letters.next() {
        match letter.to_digit(10) {
            Some(digit) => digits.push(digit),
            // The two hexadecimal digits of `%2D` are no part of the number.
            None if letter == '%' => drop(letters.nth(1)),
            // Nor is the code in `&#45;`.
            None if letter == '&' => drop(letters.find(|letter| *letter == ';')),
            None => {}
        }
    }
    digits
}

/// The last digit of a personal number: the sum of the products of its nine digits with 2, 1, 2 … is brought to a whole ten.
fn check_digit(first: &str) -> u32 {
    let digits = digits(first);
    assert!(matches!(digits.len(), 9 | 11), "{first}: nine digits, or eleven with the century");
    let nine = &digits[digits.len() - 9..];
    let products = nine.iter().enumerate().map(|(place, digit)| digit * if place % 2 == 0 { 2 } else { 1 });
    let sum: u32 = products.map(|product| product / 10 + product % 10).sum();
    (10 - sum % 10) % 10
}
