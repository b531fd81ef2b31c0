//! A promise to the compiler needs the word as well.
//@ check-fail

struct Handle(*mut u8);

impl Send for Handle {} //~ ERROR E0200 the trait `Send` requires an `unsafe impl` declaration
