//! The thin surface between a browser's script and [`Session`](crate::query::Session). Only in WebAssembly.
//!
//! The script puts bytes into a buffer of [`alloc`], hands it over with [`call`], and reads the answer at [`answer`]: as many
//! bytes of UTF-8 as `call` said, which stay until the next call. Whatever the bytes are, the answer is JSON.
//!
//! | op | bytes | answer |
//! | --- | --- | --- |
//! | 0 open | the root | `{"ok":true,"pages":123}` |
//! | 1 supply | name, line feed, the file | `{"ok":true}` |
//! | 2 search | a request ([`crate::protocol`]) | `{"need":[…]}` or what was found |

use std::cell::RefCell;

use crate::protocol;
use crate::query::Session;

struct State {
    session: Option<Session>,
    buffer: Vec<u8>,
    answer: String,
}

thread_local! {
    static STATE: RefCell<State> = const { RefCell::new(State { session: None, buffer: Vec::new(), answer: String::new() }) };
}

/// A place for `length` bytes, which holds until the next [`call`].
#[unsafe(no_mangle)]
pub extern "C" fn alloc(length: usize) -> *mut u8 {
    STATE.with_borrow_mut(|state| {
        state.buffer = vec![0; length];
        state.buffer.as_mut_ptr()
    })
}

/// Does `op` with the first `length` bytes of the buffer, which is at `place`, and returns how long the answer is.
#[unsafe(no_mangle)]
pub extern "C" fn call(op: u32, place: *const u8, length: usize) -> usize {
    STATE.with_borrow_mut(|state| {
        let buffer = std::mem::take(&mut state.buffer);
        // Only what `alloc` gave is read: a script that is wrong about its place has handed nothing over.
        let bytes = if std::ptr::eq(buffer.as_ptr(), place) { buffer.get(..length).unwrap_or(&buffer) } else { &[] };
        state.answer = answer_to(op, bytes, &mut state.session);
        state.answer.len()
    })
}

/// Where the answer is.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    STATE.with_borrow(|state| state.answer.as_ptr())
}

fn answer_to(op: u32, bytes: &[u8], session: &mut Option<Session>) -> String {
    match (op, session) {
        (0, session) => match Session::open(bytes) {
            Ok(opened) => {
                let pages = opened.pages();
                *session = Some(opened);
                ["{\"ok\":true,\"pages\":", &pages.to_string(), "}"].concat()
            }
            Err(error) => protocol::error(error),
        },
        (1, Some(session)) => {
            let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
            let name = std::str::from_utf8(&bytes[..end]).unwrap_or_default();
            match session.supply(name, bytes.get(end + 1..).unwrap_or_default()) {
                Ok(()) => "{\"ok\":true}".to_owned(),
                Err(error) => protocol::error(error),
            }
        }
        (2, Some(session)) => match std::str::from_utf8(bytes) {
            Ok(request) => protocol::step(&session.search(&protocol::request(request))),
            Err(_) => protocol::fault("request", "the request is not UTF-8"),
        },
        _ => protocol::fault("request", "nothing is open, or the operation is unknown"),
    }
}
