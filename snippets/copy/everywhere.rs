//! Every place where a copy is made without a word.

#[derive(Clone, Copy, Debug)]
struct Point {
    x: i32,
    y: i32,
}

fn mirrored(mut p: Point) -> Point {
    p.x = -p.x;
    p
}

fn main() {
    let p = Point { x: 3, y: 4 };
    let assigned = p;
    let in_a_tuple = (p, p);
    let in_an_array = [p; 3];
    let passed = mirrored(p);
    let Point { x, y } = p;
    println!("{p:?} is still here"); //~ prints Point { x: 3, y: 4 } is still here
    println!("{passed:?}"); //~ prints Point { x: -3, y: 4 }
    println!("{} {}", assigned.x, in_a_tuple.1.x); //~ prints 3 3
    println!("{} {}", in_an_array[2].y, x + y); //~ prints 4 7
}
