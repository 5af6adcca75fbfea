//! A picture within the address of a drawing: `data:image/png;base64,…` (RFC 2397, RFC 4648). It has metadata of its own, and
//! is published as any other picture is.

use super::{Format, publish};

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The address of what is published of the picture in an address. Nothing for what is no picture or has a fault.
pub(super) fn published(address: &str) -> Option<String> {
    let (kind, data) = address.trim().strip_prefix("data:image/")?.split_once(',')?;
    kind.ends_with(";base64").then_some(())?;
    let bytes = decoded(data)?;
    // By its bytes, which are never taken for a drawing: none stands in another.
    let format = Format::of_bytes(&bytes)?;
    let published = publish(format, &bytes).ok()?;
    let kind = format.name().to_ascii_lowercase();
    Some(format!("data:image/{kind};base64,{}", encoded(&published.bytes)))
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    let letters = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    for byte in letters.take_while(|byte| *byte != b'=') {
        let value = LETTERS.iter().position(|letter| *letter == byte)?;
        bits = bits << 6 | u32::try_from(value).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count & 0xff) as u8);
        }
    }
    Some(out)
}

fn encoded(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3) {
        let bits = part.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - part.len()));
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(if place <= part.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of RFC 4648, chapter 10.
    #[test]
    fn bytes_become_letters_and_back() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            assert_eq!(encoded(bytes.as_bytes()), text);
            assert_eq!(decoded(text).unwrap(), bytes.as_bytes());
        }
        assert_eq!(decoded("a%20"), None);
    }
}
