//! Where the reader's memory comes from: a few hundred bytes of code, where the standard allocator has seven thousand.
//!
//! Every piece is as long as a power of two; what is given back is kept in a list of its length and given out again. A reader
//! lives as long as its page and holds a few files, so that half of a piece may well lie unused.

use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::ptr::null_mut;

/// The shortest piece, as a power of two; also how every piece is aligned at least.
const SHORTEST: u32 = 4;
/// A page of WebAssembly, in bytes.
const PAGE: usize = 1 << 16;
/// How many pages are asked for at once.
const STEP: usize = 16;

struct Memory {
    /// By power of two, the first piece that was given back; each begins with the place of the next.
    free: [*mut u8; 32],
    /// What has never been given out.
    next: usize,
    end: usize,
}

struct Kept(UnsafeCell<Memory>);

// SAFETY: A WebAssembly module without shared memory has one thread.
unsafe impl Sync for Kept {}

#[global_allocator]
static MEMORY: Kept = Kept(UnsafeCell::new(Memory { free: [null_mut(); 32], next: 0, end: 0 }));

/// The power of two that a piece is long. Pieces lie at multiples of their length only by chance, but of 16 always: nothing
/// here needs more.
fn class(length: usize) -> u32 {
    (usize::BITS - length.saturating_sub(1).leading_zeros()).max(SHORTEST)
}

impl Memory {
    /// A piece, or null where there is no more memory.
    fn take(&mut self, class: u32) -> *mut u8 {
        let Some(first) = self.free.get_mut(class as usize).filter(|_| class < 31) else { return null_mut() };
        if !first.is_null() {
            let piece = *first;
            // SAFETY: What is in the list was given out by `take` and given back, and `give` wrote the next one's place there.
            *first = unsafe { *piece.cast() };
            return piece;
        }
        let length = 1 << class;
        if self.end - self.next < length && !self.grow(length) {
            return null_mut();
        }
        self.next += length;
        (self.next - length) as *mut u8
    }

    /// Has the host lengthen memory.
    fn grow(&mut self, length: usize) -> bool {
        let pages = length.div_ceil(PAGE).next_multiple_of(STEP);
        let before = core::arch::wasm32::memory_grow(0, pages);
        if before == usize::MAX {
            return false;
        }
        // New pages follow those before, but for the first: what lies before it is the module's own.
        if self.end != before * PAGE {
            self.next = before * PAGE;
        }
        self.end = (before + pages) * PAGE;
        true
    }
}

// SAFETY: `take` gives pieces that do not overlap, of at least the length asked for, and aligned to 16 bytes, which no type of
// this crate exceeds; they are given out again only after they were given back.
unsafe impl GlobalAlloc for Kept {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: One thread, and `take` calls nothing that allocates.
        unsafe { &mut *self.0.get() }.take(class(layout.size()))
    }

    unsafe fn dealloc(&self, piece: *mut u8, layout: Layout) {
        // SAFETY: As in `alloc`.
        let memory = unsafe { &mut *self.0.get() };
        let first = &mut memory.free[class(layout.size()) as usize];
        // SAFETY: The piece is ours and nobody's now, and is long enough and aligned for a place.
        unsafe { *piece.cast() = *first };
        *first = piece;
    }

    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, length: usize) -> *mut u8 {
        if class(length) == class(layout.size()) {
            return piece;
        }
        // SAFETY: The caller promises a length that makes a layout, and a piece of `layout`; both pieces hold what is copied.
        unsafe {
            let longer = self.alloc(Layout::from_size_align_unchecked(length, layout.align()));
            if !longer.is_null() {
                longer.copy_from_nonoverlapping(piece, layout.size().min(length));
                self.dealloc(piece, layout);
            }
            longer
        }
    }
}
