//! Where the reader's memory comes from: one place after the other, with nothing given back on its own.
//!
//! All that a search makes is let go at once, when the next call begins ([`forget`]); what files hold stays ([`keep`]), with
//! what reading them took, until the page is left: some hundred kilobytes for a word. In exchange, every line of code that
//! would give a thing back is empty, a tenth of what a browser fetches.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::ptr::null_mut;

/// A page of WebAssembly, in bytes.
const PAGE: usize = 1 << 16;
/// How many pages are asked for at once.
const STEP: usize = 16;
/// How every piece is aligned, which is more than any type of this crate needs.
const ALIGN: usize = 16;

struct Memory {
    /// Where what stays ends.
    kept: usize,
    /// What has not been given out.
    next: usize,
    end: usize,
}

struct Kept(UnsafeCell<Memory>);

// SAFETY: A WebAssembly module without shared memory has one thread.
unsafe impl Sync for Kept {}

#[global_allocator]
static MEMORY: Kept = Kept(UnsafeCell::new(Memory { kept: 0, next: 0, end: 0 }));

/// What has been given out stays.
pub fn keep() {
    // SAFETY: One thread, and nothing here allocates.
    let memory = unsafe { &mut *MEMORY.0.get() };
    memory.kept = memory.next;
}

/// Takes back everything since [`keep`].
///
/// # Safety
/// Nothing that was allocated since then may be used any more.
pub unsafe fn forget() {
    // SAFETY: As in `keep`.
    let memory = unsafe { &mut *MEMORY.0.get() };
    memory.next = memory.kept;
}

impl Memory {
    /// A piece, or null where there is no more memory.
    fn take(&mut self, length: usize) -> *mut u8 {
        let place = self.next.next_multiple_of(ALIGN);
        match place.checked_add(length) {
            Some(end) if end <= self.end => {
                self.next = end;
                place as *mut u8
            }
            Some(_) if self.grow(length) => self.take(length),
            _ => null_mut(),
        }
    }

    /// Has the host lengthen memory.
    fn grow(&mut self, length: usize) -> bool {
        let pages = (length / PAGE + 1).next_multiple_of(STEP);
        let before = core::arch::wasm32::memory_grow(0, pages);
        if before == usize::MAX {
            return false;
        }
        // New pages follow those before, but for the first: what lies before them is the module's own.
        if self.end == 0 {
            self.next = before * PAGE;
            self.kept = self.next;
        }
        self.end = (before + pages) * PAGE;
        true
    }
}

// SAFETY: `take` gives pieces that do not overlap, as long as asked for and aligned for every type of this crate.
unsafe impl GlobalAlloc for Kept {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: One thread, and `take` calls nothing that allocates.
        unsafe { &mut *self.0.get() }.take(layout.size())
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}

    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, length: usize) -> *mut u8 {
        // SAFETY: As in `alloc`.
        let memory = unsafe { &mut *self.0.get() };
        // The last piece grows where it is.
        if piece as usize + layout.size() == memory.next {
            memory.next = piece as usize;
        }
        let longer = memory.take(length);
        if !longer.is_null() {
            // SAFETY: Both pieces hold what is copied; they may be the same.
            unsafe { longer.copy_from(piece, layout.size().min(length)) };
        }
        longer
    }
}
