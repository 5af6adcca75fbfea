//! What `build --compress` writes beside a file: `index.html.br` and `index.html.gz`, which web servers send in its place.
//!
//! The same bytes give the same bytes on every machine: no name and no time in gzip's header (RFC 1952), and Brotli
//! (RFC 7932) without the machine's own floating-point logarithm.

use std::io::{Read, Write};

use brotli::enc::backward_references::BrotliEncoderMode;
use brotli::enc::{BrotliEncoderParams, StandardAlloc};
use brotli::{BrotliDecompressStream, BrotliResult, BrotliState};
use flate2::{Compression, GzBuilder};

use crate::render::hosting::types::is_packable;

/// Brotli's level for pages and data. On the 456 files of the real content, 2.93 MB, one core of a release build:
///
/// ```text
/// level   9     919 kB   2.0 s
///        10     858 kB   1.5 s
///        11     848 kB   6 s
/// gzip    9     989 kB   0.1 s
/// ```
const PAGE: i32 = 10;
/// For assets with their hash in the name: few files, which every visitor fetches.
const ASSET: i32 = 11;
/// Brotli's largest window that every reader takes, as a power of two.
const LARGEST_WINDOW: i32 = 22;

/// The packed forms of a file that are smaller than it, with their paths; none for a file that is packed already.
pub fn variants(path: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    if !is_packable(path) {
        return Vec::new();
    }
    let quality = if path.starts_with("_a/") { ASSET } else { PAGE };
    let forms = [("br", brotli(bytes, quality)), ("gz", gzip(bytes))];
    let smaller =
        forms.into_iter().filter(|(_, packed)| packed.as_ref().is_ok_and(|packed| packed.len() < bytes.len()));
    smaller.filter_map(|(ending, packed)| Some((format!("{path}.{ending}"), packed.ok()?))).collect()
}

fn brotli(bytes: &[u8], quality: i32) -> std::io::Result<Vec<u8>> {
    // A window that holds the file, and no more: memory is cleared for all of it.
    let window = (bytes.len().max(1) * 2 - 1).ilog2() as i32 + 1;
    let params = BrotliEncoderParams {
        quality,
        lgwin: window.clamp(16, LARGEST_WINDOW),
        mode: BrotliEncoderMode::BROTLI_MODE_TEXT,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packer = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}

/// Whether `packed`, which lies at `path`, is a packed form of these bytes and nothing more.
pub fn unpacks_to(path: &str, packed: &[u8], bytes: &[u8]) -> bool {
    if path.ends_with(".br") { brotli_unpacks_to(packed, bytes) } else { gzip_unpacks_to(packed, bytes) }
}

fn brotli_unpacks_to(packed: &[u8], bytes: &[u8]) -> bool {
    let alloc = StandardAlloc::default;
    let mut state = BrotliState::new(alloc(), alloc(), alloc());
    let mut found = vec![0; bytes.len()];
    let (mut left, mut read, mut room, mut written, mut total) = (packed.len(), 0, found.len(), 0, 0);
    let result = BrotliDecompressStream(
        &mut left,
        &mut read,
        packed,
        &mut room,
        &mut written,
        &mut found,
        &mut total,
        &mut state,
    );
    matches!(result, BrotliResult::ResultSuccess) && left == 0 && room == 0 && found == bytes
}

fn gzip_unpacks_to(packed: &[u8], bytes: &[u8]) -> bool {
    let mut unpacker = flate2::bufread::GzDecoder::new(packed);
    let mut found = Vec::with_capacity(bytes.len() + 1);
    // One more than there may be: the end of the stream, with its checksum, is read too.
    let read = unpacker.by_ref().take(bytes.len() as u64 + 1).read_to_end(&mut found);
    read.is_ok() && found == bytes && unpacker.into_inner().is_empty()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use proptest::prelude::*;

    use super::*;

    fn unpacked(path: &str, packed: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        if path.ends_with(".br") {
            brotli::Decompressor::new(packed, 4096).read_to_end(&mut bytes).unwrap();
        } else {
            flate2::read::GzDecoder::new(packed).read_to_end(&mut bytes).unwrap();
        }
        bytes
    }

    #[test]
    fn text_gets_two_smaller_files_and_the_same_each_time() {
        let page = "<p>Samverkan mellan socialtjänsten och Arbetsförmedlingen.</p>\n".repeat(50);
        let found = variants("a/index.html", page.as_bytes());
        let names: Vec<_> = found.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(names, ["a/index.html.br", "a/index.html.gz"]);
        assert!(found[0].1.len() < found[1].1.len());
        assert_eq!(found, variants("a/index.html", page.as_bytes()));
        for (path, packed) in &found {
            assert_eq!(unpacked(path, packed), page.as_bytes(), "{path}");
        }
        // ID1 ID2 CM FLG, no time, best, no operating system.
        assert_eq!(found[1].1[..10], [31, 139, 8, 0, 0, 0, 0, 0, 2, 255]);
    }

    #[test]
    fn a_packed_form_is_told_from_every_other_file() {
        let page = "<p>Samverkan mellan socialtjänsten och Arbetsförmedlingen.</p>\n".repeat(50);
        for (path, packed) in variants("index.html", page.as_bytes()) {
            assert!(unpacks_to(&path, &packed, page.as_bytes()), "{path}");
            assert!(!unpacks_to(&path, &packed, &page.as_bytes()[1..]), "{path}: other bytes");
            assert!(!unpacks_to(&path, &packed, &page.as_bytes()[..page.len() - 1]), "{path}: fewer bytes");
            assert!(!unpacks_to(&path, &packed, format!("{page}x").as_bytes()), "{path}: more bytes");
            assert!(!unpacks_to(&path, &[&packed[..], b"x"].concat(), page.as_bytes()), "{path}: something behind it");
            for end in [0, 1, packed.len() - 1] {
                assert!(!unpacks_to(&path, &packed[..end], page.as_bytes()), "{path}: cut at {end}");
            }
        }
    }

    #[test]
    fn what_does_not_shrink_is_left_alone() {
        assert!(variants("a.txt", b"").is_empty());
        assert!(variants("a.txt", b"kort").is_empty());
        assert!(variants("a.png", &[0; 4096]).is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn what_is_packed_can_be_unpacked(bytes in prop::collection::vec(0u8..4, 0..70_000)) {
            for (path, packed) in variants("x.json", &bytes) {
                prop_assert_eq!(&unpacked(&path, &packed), &bytes);
            }
        }
    }
}
