//! The words of claims: what a constant expression may use, and how its value is stored.

#[allow(unused_imports)]
pub use core::mem::{align_of, align_of_val, needs_drop, offset_of, size_of, size_of_val};

/// The value of one expression, as it stands in the object file: its kind, then 128 bits.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Slot([u64; 3]);

/// What stands before the slots in the object file, so that they are found.
pub const fn mark(first: u64, second: u64, count: u64) -> Slot {
    Slot([first, second, count])
}

/// What a measured expression may be: a whole number or a `bool`.
#[diagnostic::on_unimplemented(
    message = "a measured value is a whole number or a `bool`, not `{Self}`",
    label = "this is `{Self}`",
    note = "convert it, for example with `as u64`"
)]
pub trait Measured: Copy {
    const KIND: u64;
}

/// What a number on a page can be compared with.
#[diagnostic::on_unimplemented(
    message = "a number on the page needs a whole number, not `{Self}`",
    label = "this is `{Self}`",
    note = "convert it, for example with `as u64`; words without a number need a `bool`"
)]
pub trait Number: Measured {}

#[diagnostic::do_not_recommend]
impl Measured for bool {
    const KIND: u64 = 1;
}

macro_rules! numbers {
    ($kind:literal: $($number:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Measured for $number {
            const KIND: u64 = $kind;
        }
        #[diagnostic::do_not_recommend]
        impl Number for $number {}
    )*};
}

numbers!(2: u8 u16 u32 u64 u128 usize);
numbers!(3: i8 i16 i32 i64 i128 isize);

/// Stores the value as it is; who reads the slot extends the sign.
pub const fn measured<T: Measured>(value: T) -> Slot {
    let start = &raw const value;
    // SAFETY: a whole number or a `bool` has `size_of::<T>()` initialised bytes at `start`, and is
    // aligned as the unsigned number of its size.
    let bits = unsafe {
        match size_of::<T>() {
            1 => start.cast::<u8>().read() as u128,
            2 => start.cast::<u16>().read() as u128,
            4 => start.cast::<u32>().read() as u128,
            8 => start.cast::<u64>().read() as u128,
            _ => start.cast::<u128>().read(),
        }
    };
    Slot([
        T::KIND << 8 | size_of::<T>() as u64,
        bits as u64,
        (bits >> 64) as u64,
    ])
}

pub const fn number<T: Number>(value: T) -> Slot {
    measured(value)
}

/// Whether a type implements a trait: `implements!(Vec<u8>: Clone)`.
#[allow(unused_macros)]
macro_rules! implements {
    ($type:ty: $($bound:tt)+) => {{
        struct Implements__<T__: ?Sized>(core::marker::PhantomData<T__>);
        trait Otherwise__ {
            const HOLDS: bool = false;
        }
        impl<T__: ?Sized> Otherwise__ for Implements__<T__> {}
        impl<T__: ?Sized + $($bound)+> Implements__<T__> {
            const HOLDS: bool = true;
        }
        <Implements__<$type>>::HOLDS
    }};
}
#[allow(unused_imports)]
pub(crate) use implements;

/// How many bit patterns of a type are free: the unit variants that fit beside it in an enum
/// without making it larger. `bool` has 254, `&u8` has 1, `u8` has none.
#[track_caller]
pub const fn niches<T>() -> usize {
    assert!(
        has_values::<T>(),
        "a type without values has no free ones to count"
    );
    let found = count_niches::<T>(NICHES_COUNTED);
    assert!(
        found <= NICHES_COUNTED,
        "more than 4096 free values: only fewer are counted"
    );
    found
}

const NICHES_COUNTED: usize = 4096;

pub const fn has_values<T>() -> bool {
    size_of::<Result<T, u64>>() > 8
}

/// The free bit patterns of a type with values, or some number above `most` where they are more.
pub const fn count_niches<T>(most: usize) -> usize {
    count_by_256::<T>(0, most)
}

const fn count_by_256<T>(found: usize, most: usize) -> usize {
    if found > most {
        found
    } else if size_of::<Beside256<T>>() == size_of::<T>() {
        count_by_256::<Beside256<T>>(found + 256, most)
    } else {
        count_by_16::<T>(found)
    }
}

const fn count_by_16<T>(found: usize) -> usize {
    if size_of::<Beside16<T>>() == size_of::<T>() {
        count_by_16::<Beside16<T>>(found + 16)
    } else {
        count_by_1::<T>(found)
    }
}

const fn count_by_1<T>(found: usize) -> usize {
    if size_of::<Option<T>>() == size_of::<T>() {
        count_by_1::<Option<T>>(found + 1)
    } else {
        found
    }
}

macro_rules! beside {
    ($name:ident $($variant:ident)*) => {
        #[allow(dead_code)]
        enum $name<T> {
            Value(T),
            $($variant),*
        }
    };
}

beside! { Beside16
    V00 V01 V02 V03 V04 V05 V06 V07 V08 V09 V0a V0b V0c V0d V0e V0f
}

beside! { Beside256
    V00 V01 V02 V03 V04 V05 V06 V07 V08 V09 V0a V0b V0c V0d V0e V0f
    V10 V11 V12 V13 V14 V15 V16 V17 V18 V19 V1a V1b V1c V1d V1e V1f
    V20 V21 V22 V23 V24 V25 V26 V27 V28 V29 V2a V2b V2c V2d V2e V2f
    V30 V31 V32 V33 V34 V35 V36 V37 V38 V39 V3a V3b V3c V3d V3e V3f
    V40 V41 V42 V43 V44 V45 V46 V47 V48 V49 V4a V4b V4c V4d V4e V4f
    V50 V51 V52 V53 V54 V55 V56 V57 V58 V59 V5a V5b V5c V5d V5e V5f
    V60 V61 V62 V63 V64 V65 V66 V67 V68 V69 V6a V6b V6c V6d V6e V6f
    V70 V71 V72 V73 V74 V75 V76 V77 V78 V79 V7a V7b V7c V7d V7e V7f
    V80 V81 V82 V83 V84 V85 V86 V87 V88 V89 V8a V8b V8c V8d V8e V8f
    V90 V91 V92 V93 V94 V95 V96 V97 V98 V99 V9a V9b V9c V9d V9e V9f
    Va0 Va1 Va2 Va3 Va4 Va5 Va6 Va7 Va8 Va9 Vaa Vab Vac Vad Vae Vaf
    Vb0 Vb1 Vb2 Vb3 Vb4 Vb5 Vb6 Vb7 Vb8 Vb9 Vba Vbb Vbc Vbd Vbe Vbf
    Vc0 Vc1 Vc2 Vc3 Vc4 Vc5 Vc6 Vc7 Vc8 Vc9 Vca Vcb Vcc Vcd Vce Vcf
    Vd0 Vd1 Vd2 Vd3 Vd4 Vd5 Vd6 Vd7 Vd8 Vd9 Vda Vdb Vdc Vdd Vde Vdf
    Ve0 Ve1 Ve2 Ve3 Ve4 Ve5 Ve6 Ve7 Ve8 Ve9 Vea Veb Vec Ved Vee Vef
    Vf0 Vf1 Vf2 Vf3 Vf4 Vf5 Vf6 Vf7 Vf8 Vf9 Vfa Vfb Vfc Vfd Vfe Vff
}
