use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::future::Future;
use std::marker::PhantomData;
use std::mem::MaybeUninit;
use std::num::NonZeroU16;
use std::pin::pin;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

struct Loose {
    flag: u8,
    count: u32,
    level: u8,
    wide: u64,
}

#[repr(C)]
struct Fixed {
    flag: u8,
    count: u32,
    level: u8,
    wide: u64,
}

#[repr(C, packed)]
struct Packed {
    flag: u8,
    count: u32,
}

#[repr(align(32))]
struct Aligned {
    flag: u8,
}

#[repr(transparent)]
struct Wrapper {
    inner: NonZeroU16,
}

struct Unit;

struct Nested {
    first: Loose,
    second: (u8, Fixed),
    third: [Packed; 3],
}

struct Generic<T, const N: usize> {
    items: [T; N],
    mark: PhantomData<T>,
    last: u8,
}

struct Tail<'a> {
    text: &'a str,
    rest: &'a [u32],
    shown: &'a dyn std::fmt::Debug,
}

union Bits {
    float: f32,
    bytes: [u8; 4],
    half: u16,
}

#[repr(C)]
union Odd {
    small: u8,
    large: (u16, u8),
}

#[derive(Clone, Copy)]
enum Status {
    Ok = 200,
    NotFound = 404,
}

#[repr(u8)]
#[derive(Clone, Copy)]
enum Small {
    One = 1,
    Seven = 7,
}

#[repr(i8)]
#[derive(Clone, Copy)]
enum Signed {
    Minus = -1,
    Zero,
}

#[derive(Clone, Copy)]
enum Single {
    Only,
}

enum Empty {}

enum Shape {
    Circle { radius: f32 },
    Square(u8, u64),
    Nothing,
}

enum Payload {
    Numbers(Vec<u8>),
    Byte(u8),
    Nothing,
}

enum Boxed {
    Numbers(Box<Vec<u8>>),
    Nothing,
}

enum OneWithData {
    Data(u32, u8),
}

enum TwoNiches {
    Flagged(bool, u32),
    First,
    Second(u16),
    Third,
}

#[repr(C)]
enum InC {
    First(u8),
    Second { wide: u64 },
}

#[repr(u16)]
enum WithTag {
    First(u8) = 3,
    Second(u32) = 9,
}

enum Deep {
    Inner(Option<Option<bool>>),
    Other,
    More,
}

mod private {
    pub(super) struct Hidden {
        secret: (u8, u16),
        pub(super) open: u8,
    }
    pub(super) fn make() -> Hidden {
        let made = Hidden {
            secret: (1, 2),
            open: 3,
        };
        let _ = made.secret;
        made
    }
}

trait Area {
    fn area(&self) -> f32;
    fn name(&self) -> String;
}

impl Area for Loose {
    fn area(&self) -> f32 {
        f32::from(self.flag) + f32::from(self.level) + self.count as f32 + self.wide as f32
    }
    fn name(&self) -> String {
        String::new()
    }
}

fn closures(text: String, number: u8) -> usize {
    let counter = Cell::new(0_u32);
    let nothing = || 7_usize;
    let borrowing = || counter.get() as usize + text.len();
    let taking = move |more: u8| text.len() + usize::from(number) + usize::from(more);
    nothing() + borrowing_twice(&nothing) + taking(1)
}

fn borrowing_twice(call: &dyn Fn() -> usize) -> usize {
    let number = 3_u64;
    let both = (call(), number);
    let borrowing = || both.0 + number as usize;
    borrowing()
}

async fn step(number: u32) -> u32 {
    number
}

fn futures(wide: u64) -> usize {
    let block = async move {
        let kept = wide as u32;
        let first = step(kept).await;
        first + kept
    };
    let pinned = pin!(block);
    size_of_val(&*pinned.as_ref())
}

fn locals() -> usize {
    struct Inside {
        flag: bool,
        value: u64,
    }
    let inside = Inside {
        flag: true,
        value: 1,
    };
    let tuple = (1_u8, 'x', 2_u16);
    usize::from(inside.flag) + inside.value as usize + tuple.1.len_utf8()
}
