//! Counts allocations: a global allocator for tests, which the library itself, without `unsafe`, can't have.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// How often a piece of work allocated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New pieces of memory.
    pub allocations: usize,
    /// Pieces that grew or shrank.
    pub reallocations: usize,
}

thread_local! {
    static COUNTS: Cell<Counts> = const { Cell::new(Counts { allocations: 0, reallocations: 0 }) };
}

/// The counts of this thread while the work is done, and what it made, of which the end is not looked at.
pub fn count<T>(work: impl FnOnce() -> T) -> (Counts, T) {
    COUNTS.set(Counts::default());
    let made = work();
    (COUNTS.get(), made)
}

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: every call is handed on to the system's allocator as it came; a `Cell` without a destructor allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let counts = COUNTS.get();
        COUNTS.set(Counts { allocations: counts.allocations + 1, ..counts });
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        let counts = COUNTS.get();
        COUNTS.set(Counts { allocations: counts.allocations + 1, ..counts });
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let counts = COUNTS.get();
        COUNTS.set(Counts { reallocations: counts.reallocations + 1, ..counts });
        unsafe { System.realloc(place, layout, size) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        unsafe { System.dealloc(place, layout) }
    }
}
