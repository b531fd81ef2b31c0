//! A point is copied, and a string is moved.

#[derive(Clone, Copy)]
struct Point {
    x: i32,
    y: i32,
}

fn main() {
    let here = Point { x: 3, y: 4 };
    let name = String::from("Ada");
    //@ snapshot: a point and a string
    let mut there = here;
    let label = name;
    //@ snapshot: one copied, one moved
    there.x = 9;
    //@ snapshot: the copy has changed
    println!("{} {}, {} {}", here.x, here.y, there.x, there.y); //~ prints 3 4, 9 4
    println!("{label}"); //~ prints Ada
}
