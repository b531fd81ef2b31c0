//! A struct whose text grows: what moves, and what does not.
struct Note {
    text: String,
    number: u32,
}

fn main() {
    let mut note = Note {
        text: String::new(),
        number: 7,
    };
    let before = (&raw const note).addr();
    note.text.push_str(&"long ".repeat(10_000));
    let after = (&raw const note).addr();

    println!("note {} stays: {}", note.number, before == after); //~ prints note 7 stays: true
    println!("it takes {} bytes", size_of_val(&note)); //~ prints it takes 32 bytes

    let inside = after..after + size_of_val(&note);
    println!(
        "text inside: {}",
        inside.contains(&note.text.as_ptr().addr())
    ); //~ prints text inside: false
}
