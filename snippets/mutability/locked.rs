//! What an immutable variable owns is locked with it.
//@ check-fail

struct Player {
    name: String,
    points: u32,
}

fn main() {
    let player = Player {
        name: String::from("Ada"),
        points: 3,
    };
    player.points = 4; //~ ERROR E0594 cannot assign to `player.points`

    let boxed = Box::new(7);
    *boxed = 8; //~ ERROR E0594 cannot assign to `*boxed`

    println!("{}: {} {boxed}", player.name, player.points);
}
