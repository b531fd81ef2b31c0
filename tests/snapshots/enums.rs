//! Enums by their active variants.
enum Direction {
    North,
    South = 7,
}
enum Message {
    Quit,
    Move { x: i16, y: i16 },
    Write(String),
    Colour(u8, u8, u8),
}
#[repr(u8)]
enum Fixed {
    A(u32) = 3,
    B = 9,
}
enum Single {
    Only(u16),
}

fn main() {
    let some = Some(3_u8);
    let none: Option<u8> = None;
    let here = Some(&some);
    let gone: Option<&u8> = None;
    let boxed = Some(Box::new(4_i16));
    let empty: Option<String> = None;
    //@ snapshot: options, show: some, none, here, gone, boxed, empty
    let fine: Result<u8, String> = Ok(1);
    let failed: Result<u8, String> = Err(String::from("no"));
    let north = Direction::North;
    let south = Direction::South;
    let order = std::cmp::Ordering::Less;
    let deep: Option<Option<bool>> = Some(None);
    //@ snapshot: results, show: fine, failed, north, south, order, deep
    let quit = Message::Quit;
    let step = Message::Move { x: -1, y: 2 };
    let write = Message::Write(String::from("hi"));
    let colour = Message::Colour(1, 2, 3);
    let fixed = (Fixed::A(70000), Fixed::B);
    let single = Single::Only(5);
    //@ snapshot: messages, show: quit, step, write, colour, fixed, single
    drop((write, failed, fine, empty, boxed));
    let _ = (
        here, gone, none, north, south, order, deep, quit, step, colour, fixed, single,
    );
}
