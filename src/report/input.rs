//! A log file, packed or not → blocks of whole lines.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use super::overlap::whole_groups;
use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// About how many bytes a block has: some lie ready for each thread, and they stay in the processor's own memory.
pub const BLOCK: usize = 1 << 18;
/// A longer line is no request.
pub const LONGEST_LINE: usize = 1 << 16;

/// Opens a log; `-` is standard input. How it is packed is told by its first bytes, not by its name.
///
/// # Errors
/// It cannot be opened, or is a folder.
pub fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    let file: Box<dyn Read> = if path.as_os_str() == "-" {
        Box::new(io::stdin())
    } else {
        let file = File::open(path)?;
        if file.metadata()?.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        Box::new(file)
    };
    unpacked(BufReader::with_capacity(1 << 16, file))
}

/// What is in a file, unpacked if it is packed (gzip, zstd; one after the other too).
///
/// # Errors
/// It cannot be read.
pub fn unpacked(mut file: impl BufRead + 'static) -> io::Result<Box<dyn Read>> {
    let begin = file.fill_buf()?;
    Ok(match begin {
        [0x1f, 0x8b, ..] => Box::new(MultiGzDecoder::new(file)),
        // A frame, or one that is to be skipped.
        [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => {
            Box::new(Zstd { file, decoder: FrameDecoder::new(), is_open: false })
        }
        _ => Box::new(file),
    })
}

/// Frames of zstd one after the other.
struct Zstd<R: BufRead> {
    file: R,
    decoder: FrameDecoder,
    is_open: bool,
}

impl<R: BufRead> Read for Zstd<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let broken = |error: FrameDecoderError| io::Error::new(io::ErrorKind::InvalidData, error);
        loop {
            if self.is_open && self.decoder.can_collect() > 0 {
                return self.decoder.read(into);
            }
            if self.is_open && !self.decoder.is_finished() {
                self.decoder.decode_blocks(&mut self.file, BlockDecodingStrategy::UptoBlocks(1)).map_err(broken)?;
                continue;
            }
            self.is_open = false;
            if self.file.fill_buf()?.is_empty() {
                return Ok(0);
            }
            match self.decoder.reset(&mut self.file) {
                Ok(()) => self.is_open = true,
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    io::copy(&mut (&mut self.file).take(u64::from(length)), &mut io::sink())?;
                }
                Err(error) => return Err(broken(error)),
            }
        }
    }
}

/// Blocks of whole lines, one after the other. They end where the [groups](super::overlap) of lines do.
pub struct Blocks<R> {
    from: R,
    /// The lines behind the last whole group, and the beginning of a line whose end is not read yet.
    rest: Vec<u8>,
    /// A line that is too long is being left out.
    is_skipping: bool,
    is_over: bool,
    /// Of all bytes.
    pub hasher: blake3::Hasher,
    /// Lines that were left out because they are too long.
    pub too_long: u64,
}

impl<R: Read> Blocks<R> {
    pub fn new(from: R) -> Blocks<R> {
        let hasher = blake3::Hasher::new();
        Blocks { from, rest: Vec::new(), is_skipping: false, is_over: false, hasher, too_long: 0 }
    }

    /// The next block, in the memory of one that has been used; none at the end.
    ///
    /// # Errors
    /// The file cannot be read, or what is packed is damaged.
    pub fn next(&mut self, mut block: Vec<u8>) -> io::Result<Option<Vec<u8>>> {
        while !self.is_over {
            block.clear();
            block.append(&mut self.rest);
            let old = block.len();
            block.reserve(BLOCK);
            let read = (&mut self.from).take(BLOCK as u64).read_to_end(&mut block)?;
            self.is_over = read == 0;
            self.hasher.update(&block[old..]);
            if self.is_skipping {
                // Nothing is left over while a line is skipped, so that the block is what was just read.
                let Some(end) = memchr::memchr(b'\n', &block) else { continue };
                self.is_skipping = false;
                block.drain(..=end);
            }
            if !self.is_over {
                let whole = memchr::memrchr(b'\n', &block).map_or(0, |end| end + 1);
                if block.len() - whole > LONGEST_LINE {
                    block.truncate(whole);
                    self.is_skipping = true;
                    self.too_long += 1;
                } else {
                    let end = whole_groups(&block[..whole]);
                    self.rest.extend_from_slice(&block[end..]);
                    block.truncate(end);
                }
            }
            if !block.is_empty() {
                return Ok(Some(block));
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn all(bytes: &[u8]) -> (Vec<u8>, u64) {
        let mut blocks = Blocks::new(bytes);
        let mut all = Vec::new();
        while let Some(block) = blocks.next(Vec::new()).unwrap() {
            all.extend(block);
        }
        (all, blocks.too_long)
    }

    #[test]
    fn lines_are_whole_and_those_too_long_are_left_out() {
        let text = "a line\n".repeat(400_000);
        assert_eq!(all(text.as_bytes()), (text.clone().into_bytes(), 0));
        let last = format!("{text}without an end");
        assert_eq!(all(last.as_bytes()), (last.clone().into_bytes(), 0));
        let long = format!("a\n{}\nb\n", "x".repeat(10 << 20));
        assert_eq!(all(long.as_bytes()), (b"a\nb\n".to_vec(), 1));
        assert_eq!(all("x".repeat(3 << 20).as_bytes()), (Vec::new(), 1));
        assert_eq!(all(b""), (Vec::new(), 0));
    }

    #[test]
    fn packed_files_are_unpacked_also_several_in_one() {
        let gzip = |text: &str| {
            let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            encoder.write_all(text.as_bytes()).unwrap();
            encoder.finish().unwrap()
        };
        let zstd = |text: &str| {
            ruzstd::encoding::compress_to_vec(text.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest)
        };
        let skipped = [b"\x50\x2a\x4d\x18\x03\x00\x00\x00abc".to_vec(), zstd("a\n")].concat();
        for packed in [
            [gzip("a\n"), gzip("b\n")].concat(),
            [zstd("a\n"), zstd("b\n")].concat(),
            [skipped, zstd("b\n")].concat(),
            b"a\nb\n".to_vec(),
        ] {
            let mut text = String::new();
            unpacked(io::Cursor::new(packed)).unwrap().read_to_string(&mut text).unwrap();
            assert_eq!(text, "a\nb\n");
        }
        let mut broken = zstd(&"a\n".repeat(1000));
        broken.truncate(broken.len() - 3);
        assert!(unpacked(io::Cursor::new(broken)).unwrap().read_to_end(&mut Vec::new()).is_err());
    }
}
