//! Four variants, no room for a tag, and no tag.
enum Message {
    Joined,
    Seat { row: u16, number: u16 },
    Said(String),
    Rated(u8),
}

fn main() {
    let seat = Message::Seat { row: 3, number: 14 };
    let said = Message::Said(String::from("hello"));
    for message in [Message::Joined, seat, said, Message::Rated(5)] {
        match &message {
            Message::Joined => println!("joined"),
            Message::Seat { row, number } => println!("row {row}, seat {number}"),
            Message::Said(text) => println!("said {text}"),
            Message::Rated(stars) => println!("{stars} stars"),
        }
    }
    println!("{} bytes", size_of::<Message>()); //~ prints 24 bytes
}
