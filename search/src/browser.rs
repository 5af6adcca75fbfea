//! The thin surface between a browser's script and [`Session`](crate::query::Session). Only in WebAssembly.
//!
//! The script puts bytes into a buffer of [`alloc`], hands it over with [`call`], and reads the answer at [`answer`]: as many
//! bytes of UTF-8 as `call` said, which stay until the next call.
//!
//! | op | bytes | answer |
//! | --- | --- | --- |
//! | 0 open | the root's text | nothing, or an error ([`crate::protocol`]) |
//! | 1 supply | name, line feed, the file | the same |
//! | 2 search | a request | what is needed or what was found |

mod memory;

use core::cell::UnsafeCell;

use crate::format::Root;
use crate::prelude::*;
use crate::protocol;
use crate::query::Session;
use crate::text::text_of;

const OPEN: u32 = 0;
const SUPPLY: u32 = 1;
const SEARCH: u32 = 2;

struct State {
    session: Option<Session>,
    buffer: Vec<u8>,
    answer: String,
}

/// What lasts between two calls.
struct Kept(UnsafeCell<State>);

// SAFETY: A WebAssembly module without shared memory has one thread, and nothing here calls the script.
unsafe impl Sync for Kept {}

static KEPT: Kept = Kept(UnsafeCell::new(State { session: None, buffer: Vec::new(), answer: String::new() }));

/// The state, for as long as one of the exported functions runs.
fn state() -> &'static mut State {
    // SAFETY: Each exported function takes it once, and none calls another or is called while one runs: see `Kept`.
    unsafe { &mut *KEPT.0.get() }
}

/// Stops the module. The script takes that for a damaged reader; a message would bring the standard library's formatting.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}

/// A place for `length` bytes, which holds until the next [`call`].
#[unsafe(no_mangle)]
pub extern "C" fn alloc(length: usize) -> *mut u8 {
    let state = state();
    state.buffer = Vec::new();
    state.answer = String::new();
    // SAFETY: What was allocated since the last `keep` is what a search made, whose answer is gone now and of which a session
    // keeps nothing (`Session::search`), or what `alloc` gave and `call` never took, which is gone too.
    unsafe { memory::forget() };
    state.buffer = vec![0; length];
    state.buffer.as_mut_ptr()
}

/// Does `op` with the first `length` bytes of the buffer, which is at `place`, and returns how long the answer is.
#[unsafe(no_mangle)]
pub extern "C" fn call(op: u32, place: *const u8, length: usize) -> usize {
    let state = state();
    let buffer = core::mem::take(&mut state.buffer);
    // Only what `alloc` gave is read: a script that is wrong about its place has handed nothing over.
    let bytes = if core::ptr::eq(buffer.as_ptr(), place) { buffer.get(..length).unwrap_or(&buffer) } else { &[] };
    state.answer = answer_to(op, bytes, &mut state.session);
    if op != SEARCH {
        // Sessions and their files.
        memory::keep();
    }
    state.answer.len()
}

/// Where the answer is.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    state().answer.as_ptr()
}

fn answer_to(op: u32, bytes: &[u8], session: &mut Option<Session>) -> String {
    let done = match (op, session) {
        (OPEN, session) => {
            let root = Root::read(&text_of(bytes).unwrap_or_default());
            root.map(|root| *session = Some(Session::new(root)))
        }
        (SUPPLY, Some(session)) => {
            let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
            let name = text_of(&bytes[..end]).unwrap_or_default();
            session.supply(&name, bytes.get(end + 1..).unwrap_or_default())
        }
        (SEARCH, Some(session)) => {
            let request = protocol::request(&text_of(bytes).unwrap_or_default());
            return protocol::step(&session.search(&request));
        }
        // Nothing is open, or the operation is unknown.
        _ => return protocol::fault("request"),
    };
    match done {
        Ok(()) => String::new(),
        Err(error) => protocol::error(error),
    }
}
