//! Four variants, no room for a tag, and no tag.
//~v size 24, align 8
enum Message {
    Joined,                         //~ niche 0x8000_0000_0000_0000 means Joined
    Seat { row: u16, number: u16 }, //~ niche 0x8000_0000_0000_0001 means Seat
    Said(String),                   //~ offset 0
    Rated(u8),                      //~ offset 8, niche 0x8000_0000_0000_0003 means Rated
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
