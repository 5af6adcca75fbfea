//! What all files have around their content: a kind, a version, a checksum.

use core::fmt;

use crate::prelude::*;

/// Raised with every change that an older reader would misread.
pub const FORMAT_VERSION: u8 = 1;

/// Why a file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// Not a file of an index, or another one than was asked for.
    Foreign,
    /// Made by a later program.
    Newer {
        /// The version that the file says it has, above [`FORMAT_VERSION`].
        version: u8,
    },
    /// Made by an earlier program.
    Older {
        /// The version that the file says it has, below [`FORMAT_VERSION`].
        version: u8,
    },
    /// Cut short or changed on its way.
    Damaged,
}

impl FormatError {
    /// One word for programs.
    pub fn kind(self) -> &'static str {
        match self {
            FormatError::Foreign => "foreign",
            FormatError::Newer { .. } => "newer",
            FormatError::Older { .. } => "older",
            FormatError::Damaged => "damaged",
        }
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FormatError::Foreign => write!(f, "not a file of a search index"),
            FormatError::Newer { version } => {
                write!(f, "the index has format {version}, this reader knows {FORMAT_VERSION}: use a newer samverka")
            }
            FormatError::Older { version } => {
                write!(f, "the index has format {version}, this reader needs {FORMAT_VERSION}: build the site again")
            }
            FormatError::Damaged => write!(f, "the file is damaged or cut short: build or copy the site again"),
        }
    }
}

impl core::error::Error for FormatError {}

/// CRC-32 as in ISO 3309 and gzip.
pub fn checksum(bytes: &[u8]) -> u32 {
    #[cfg(not(target_arch = "wasm32"))]
    return crc32fast::hash(bytes);
    #[cfg(target_arch = "wasm32")]
    in_few_bytes(bytes)
}

/// The checksum, for a reader that is sent to browsers.
#[cfg(any(target_arch = "wasm32", test))]
fn in_few_bytes(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, &byte| {
        [0, 4].iter().fold(sum ^ u32::from(byte), |sum, _| sum >> 4 ^ NIBBLES[(sum & 15) as usize])
    })
}

/// The remainders of four bits.
#[cfg(any(target_arch = "wasm32", test))]
const NIBBLES: [u32; 16] = {
    let mut table = [0; 16];
    let mut at = 0;
    while at < 16 {
        let mut sum = at as u32;
        let mut bit = 0;
        while bit < 4 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
            bit += 1;
        }
        table[at] = sum;
        at += 1;
    }
    table
};

/// Begins a file.
pub fn begin(kind: u8) -> Vec<u8> {
    vec![kind, FORMAT_VERSION]
}

/// Ends a file that [`begin`] began.
pub fn seal(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.extend_from_slice(&checksum(&bytes).to_le_bytes());
    bytes
}

/// Whether a version is ours.
///
/// # Errors
/// It is newer or older.
pub fn check_version(version: u8) -> Result<(), FormatError> {
    match version {
        _ if version > FORMAT_VERSION => Err(FormatError::Newer { version }),
        _ if version < FORMAT_VERSION => Err(FormatError::Older { version }),
        _ => Ok(()),
    }
}

/// The content of a file.
///
/// # Errors
/// The file is of another kind or version, or damaged.
pub fn unseal(kind: u8, bytes: &[u8]) -> Result<&[u8], FormatError> {
    let (&found, rest) = bytes.split_first().ok_or(FormatError::Damaged)?;
    let (&version, _) = rest.split_first().ok_or(FormatError::Damaged)?;
    if found != kind {
        return Err(FormatError::Foreign);
    }
    check_version(version)?;
    let (content, sum) = bytes.split_last_chunk::<4>().ok_or(FormatError::Damaged)?;
    if content.len() < 2 || checksum(content) != u32::from_le_bytes(*sum) {
        return Err(FormatError::Damaged);
    }
    Ok(&content[2..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_gzip() {
        for checksum in [checksum, in_few_bytes] {
            assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        }
    }

    #[test]
    fn every_way_to_be_wrong_has_its_name() {
        let file = seal([begin(b't'), b"content".to_vec()].concat());
        assert_eq!(unseal(b't', &file), Ok(&b"content"[..]));
        assert_eq!(unseal(b'r', &file), Err(FormatError::Foreign));
        assert_eq!(unseal(b't', &file[..file.len() - 1]), Err(FormatError::Damaged));
        assert_eq!(unseal(b't', &[]), Err(FormatError::Damaged));
        let other = |version: u8| [&[b't', version], &file[2..]].concat();
        assert_eq!(unseal(b't', &other(FORMAT_VERSION + 1)), Err(FormatError::Newer { version: FORMAT_VERSION + 1 }));
        assert_eq!(unseal(b't', &other(FORMAT_VERSION - 1)), Err(FormatError::Older { version: FORMAT_VERSION - 1 }));
        for at in 2..file.len() {
            let mut damaged = file.clone();
            damaged[at] ^= 16;
            assert_eq!(unseal(b't', &damaged), Err(FormatError::Damaged), "byte {at}");
        }
    }
}
