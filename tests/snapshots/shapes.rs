//! Arrays, tuples, structs, unions and closures.
use std::collections::{BTreeMap, HashMap};
#[derive(Clone, Copy)]
struct Point {
    x: i32,
    y: i32,
}
union Both {
    number: u32,
    bytes: [u8; 4],
}
struct Generic<T> {
    inner: T,
}
impl<T> Generic<T> {
    fn look(&self) -> &T {
        //@ snapshot: method, show: self
        &self.inner
    }
}
fn by_value(big: [u64; 4], small: Point) -> u64 {
    //@ snapshot: by value, show: big, small
    big[0] + small.x as u64
}
fn any(thing: impl Fn(i32) -> i32) -> i32 {
    //@ snapshot: argument, show: thing
    thing(1)
}
fn same<T: Copy>(value: T) -> T {
    let local = value;
    //@ snapshot: generic, show: value, local
    local
}

fn main() {
    let point = Point { x: 1, y: -2 };
    let grid = [[1_u8, 2], [3, 4]];
    let tuple = (1_u8, "two", 3.0_f32);
    let both = Both {
        number: 0x0403_0201,
    };
    let text = String::from("kept");
    let borrows = || text.len();
    //@ snapshot: values, show: point, grid, tuple, both, text, borrows
    let _ = borrows();
    let owns = move || text.len() + point.y as usize;
    let map = HashMap::from([(1_u8, 2_u8)]);
    let tree = BTreeMap::from([(1_u8, 2_u8)]);
    let range = 3..9;
    let iter = grid.iter();
    let none: [String; 0] = [];
    //@ snapshot: more, show: owns, map, tree, range, iter, none
    let _ = (&owns, map, tree, range, iter, none, tuple, unsafe {
        both.bytes
    });
    by_value([1, 2, 3, 4], point);
    let step = 5;
    any(|x| {
        let sum = x + step;
        //@ snapshot: closure, show: x, sum, step
        sum
    });
    same(7_u8);
    same(point);
    Generic { inner: 'g' }.look();
}
