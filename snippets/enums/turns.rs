//! One variable, one variant after the other.
enum News {
    Joined,
    Seat(u32),
    Said(String),
}

fn show(news: &News) {
    match news {
        News::Joined => println!("joined"),
        News::Seat(number) => println!("seat {number}"),
        News::Said(text) => println!("said {text}"),
    }
}

fn main() {
    let mut news = News::Joined;
    //@ snapshot: joined
    show(&news); //~ prints joined
    news = News::Said(String::from("hello"));
    //@ snapshot: said
    show(&news); //~ prints said hello
    news = News::Seat(7);
    //@ snapshot: seat
    show(&news); //~ prints seat 7
}
