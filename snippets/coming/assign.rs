//! Three assignments: two copies and a move.

#[derive(Clone, Copy)]
struct Corner {
    x: i32,
    y: i32,
}

fn main() {
    let age = 36;
    let mut next = age;
    next += 1;
    println!("age {age}, next {next}"); //~ prints age 36, next 37

    let corner = Corner { x: 1, y: 2 };
    let mut moved = corner;
    moved.x = 10;
    println!("x {} and {}, y {}", corner.x, moved.x, moved.y); //~ prints x 1 and 10, y 2

    let names = vec!["Ada"];
    let mut guests = names;
    guests.push("Grace");
    println!("guests: {}", guests.len()); //~ prints guests: 2
}
