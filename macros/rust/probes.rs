//! The words of layouts: what makes the compiler describe a type, and what it says of its size.

use crate::__prelude::{Slot, count_niches, has_values, measured};

/// Size and align in bytes, then how many values are free: 256 where they are 256 or more, 0xFFFF
/// where the type has no values at all.
pub const fn facts<T>() -> [Slot; 3] {
    let free = if has_values::<T>() {
        count_niches::<T>(255)
    } else {
        0xFFFF
    };
    [
        measured(size_of::<T>()),
        measured(align_of::<T>()),
        measured(free),
    ]
}

pub const fn nowhere<T>() -> *const T {
    core::ptr::null()
}

/// Functions that have a type in their debug information, or a range in their code.
macro_rules! probe {
    (type $probe:ident $facts:ident $type:ty) => {
        pub fn $probe(_: &$type) {}
        pub const $facts: [crate::__prelude::Slot; 3] = {
            // For a type that is too big, this is where rustc tells whose line it is.
            let _ = crate::__probes::nowhere::<$type>().wrapping_add(0);
            crate::__probes::facts::<$type>()
        };
    };
    (vtable $probe:ident { $concrete:ty } { $object:ty }) => {
        pub fn $probe<'__probe>(value: &'__probe $concrete) -> &'__probe $object {
            value
        }
    };
    (local $probe:ident $($function:tt)+) => {
        pub fn $probe() -> *const () {
            $($function)+ as *const ()
        }
    };
    (range $probe:ident $type:ty) => {
        #[inline(never)]
        pub fn $probe(value: &::core::option::Option<$type>) -> bool {
            match value {
                ::core::option::Option::None => true,
                ::core::option::Option::Some(_) => false,
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use probe;
