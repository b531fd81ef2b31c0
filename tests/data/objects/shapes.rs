//! Types of every kind, a probe for each, and what the compiler itself says of them.
//!
//! The statics hold what no decoder touched: sizes, aligns, offsets of fields, and for each variant
//! of an enum the bytes that a value of it has where the tag is.
#![allow(dead_code, incomplete_features, unreachable_patterns)]
#![feature(repr128)]

use std::mem::{align_of, offset_of, size_of};
use std::rc::Rc;

/// All statics are equally long; what is left over is this.
const NOTHING: u64 = u64::MAX - 7;

const fn pad(values: &[u64]) -> [u64; 16] {
    let mut padded = [NOTHING; 16];
    let mut at = 0;
    while at < values.len() {
        padded[at] = values[at];
        at += 1;
    }
    padded
}

/// The size and the align of a type, then the offsets of its fields.
macro_rules! fields {
    ($probe:ident $facts:ident $type:ty: $($field:tt)*) => {
        #[no_mangle]
        pub fn $probe(_: &$type) {}
        #[no_mangle]
        pub static $facts: [u64; 16] = pad(&[
            size_of::<$type>() as u64,
            align_of::<$type>() as u64,
            $(offset_of!($type, $field) as u64,)*
        ]);
    };
}

/// The size and the align of a type, what each value has in the bytes of the tag, and where the
/// parts of values stand.
macro_rules! variants {
    (
        $probe:ident $facts:ident $type:ty: $offset:expr, $tag:ty: $($value:expr),*;
        $($whole:expr, $pattern:pat => $part:ident),*
    ) => {
        #[no_mangle]
        pub fn $probe(_: &$type) {}
        #[no_mangle]
        pub static $facts: [u64; 16] = pad(&[
            size_of::<$type>() as u64,
            align_of::<$type>() as u64,
            $({
                let value: $type = $value;
                let bytes = &raw const value as *const u8;
                unsafe { bytes.add($offset).cast::<$tag>().read_unaligned() as u64 }
            },)*
            $({
                let value: $type = $whole;
                match &value {
                    $pattern => unsafe {
                        let start = &raw const value as *const u8;
                        ($part as *const _ as *const u8).offset_from(start) as u64
                    },
                    _ => unreachable!(),
                }
            },)*
        ]);
    };
}

pub struct Mixed {
    small: u8,
    large: u64,
    middle: u16,
    none: (),
}
#[repr(C)]
pub struct InOrder {
    letter: char,
    small: u8,
    number: i32,
}
#[repr(C, packed)]
pub struct Packed(u8, u32);
#[repr(align(16))]
pub struct Aligned(u8);
pub struct Generic<T> {
    inner: T,
    next: Option<Box<Generic<T>>>,
}
pub union Either {
    number: u32,
    bytes: [u8; 4],
}
pub enum Shape {
    Empty,
    Round(u8),
    Square { side: u32, name: u8 },
}
pub enum Status {
    Lost = 404,
    Fine = 200,
    Odd = -1,
}
#[repr(i8)]
pub enum Signed {
    Low(u8) = -3,
    High(u32),
}
#[repr(i128)]
pub enum Huge {
    Minus = -1,
    Far = 1 << 100,
}
pub enum Never {}
pub enum Only {
    One(u16),
}

fields!(probe_mixed FACTS_MIXED Mixed: small large middle none);
fields!(probe_in_order FACTS_IN_ORDER InOrder: letter small number);
fields!(probe_tuple FACTS_TUPLE (char, u8, i32): 0 1 2);
fields!(probe_packed FACTS_PACKED Packed: 0 1);
fields!(probe_aligned FACTS_ALIGNED Aligned: 0);
fields!(probe_generic FACTS_GENERIC Generic<u8>: inner next);
fields!(probe_either FACTS_EITHER Either: number bytes);
fields!(probe_array FACTS_ARRAY [[u16; 3]; 2]:);
fields!(probe_zero FACTS_ZERO [u64; 0]:);
fields!(probe_unit FACTS_UNIT ():);
fields!(probe_wide FACTS_WIDE (u128, u64):  0 1);
fields!(probe_slice FACTS_SLICE &'static [u16]:);
fields!(probe_dyn FACTS_DYN Box<dyn Fn(u8) -> u16 + Send>:);
fields!(probe_function FACTS_FUNCTION fn(i32) -> u8:);
fields!(probe_string FACTS_STRING String:);
fields!(probe_rc FACTS_RC Rc<u8>:);
fields!(probe_never FACTS_NEVER Never:);

variants!(probe_shape FACTS_SHAPE Shape: 0, u8:
    Shape::Empty, Shape::Round(7), Shape::Square { side: 7, name: 7 };
    Shape::Round(7), Shape::Round(part) => part,
    Shape::Square { side: 7, name: 7 }, Shape::Square { side, .. } => side,
    Shape::Square { side: 7, name: 7 }, Shape::Square { name, .. } => name);
variants!(probe_status FACTS_STATUS Status: 0, u16: Status::Lost, Status::Fine, Status::Odd;);
variants!(probe_signed FACTS_SIGNED Signed: 0, u8: Signed::Low(7), Signed::High(7);
    Signed::Low(7), Signed::Low(part) => part, Signed::High(7), Signed::High(part) => part);
variants!(probe_huge FACTS_HUGE_LOW Huge: LOW, u64: Huge::Minus, Huge::Far;);
variants!(probe_again FACTS_HUGE_HIGH Huge: 8 - LOW, u64: Huge::Minus, Huge::Far;);
variants!(probe_only FACTS_ONLY Only: 0, u16: ; Only::One(7), Only::One(part) => part);
variants!(probe_pointer FACTS_POINTER Option<&'static u8>: 0, usize: None;
    Some(&7), Some(part) => part);
variants!(probe_twice FACTS_TWICE Option<Option<bool>>: 0, u8: None, Some(None);
    Some(None), Some(part) => part, Some(Some(true)), Some(Some(part)) => part);
variants!(probe_letter FACTS_LETTER Option<char>: 0, u32: None; Some('a'), Some(part) => part);
variants!(probe_inner FACTS_INNER Option<(u8, Option<u32>)>: 4, u32:
    None, Some((7, None)), Some((7, Some(7)));
    Some((7, None)), Some(part) => part, Some((7, None)), Some((part, _)) => part,
    Some((7, None)), Some((_, part)) => part, Some((7, Some(7))), Some((_, Some(part))) => part);

/// The aligns of the primitive types, which debug information does not have.
#[no_mangle]
pub static FACTS_ALIGNS: [u64; 16] = pad(&[
    align_of::<bool>() as u64,
    align_of::<char>() as u64,
    align_of::<u8>() as u64,
    align_of::<i8>() as u64,
    align_of::<u16>() as u64,
    align_of::<i16>() as u64,
    align_of::<u32>() as u64,
    align_of::<i32>() as u64,
    align_of::<u64>() as u64,
    align_of::<u128>() as u64,
    align_of::<i128>() as u64,
    align_of::<usize>() as u64,
]);

/// Where the low half of a number of 16 bytes begins.
const LOW: usize = if cfg!(target_endian = "little") { 0 } else { 8 };

thread_local! {
    static COUNT: std::cell::Cell<u8> = const { std::cell::Cell::new(3) };
}

#[no_mangle]
pub fn make(seed: u32) -> u64 {
    let text = String::from("text");
    let by_value = move |more: u64| more + u64::from(seed) + text.len() as u64;
    let waiting = async {
        let kept = u64::from(seed);
        std::future::ready(()).await;
        kept
    };
    drop(waiting);
    by_value(COUNT.with(|count| u64::from(count.get())))
}
