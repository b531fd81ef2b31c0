//! A struct with a slice inside: the slice's pointer and length are part of it.
//~v size 24, align 8
struct Selection<'a> {
    //~v offset 0
    words: &'a [String],
    //~v offset 16
    cursor: u32,
    //~ padding 4
}

fn main() {
    let text = ["thin", "wide", "gone"].map(String::from);
    let (words, cursor) = (&text[..2], 1);
    let selection = Selection { words, cursor };
    println!("{}", selection.words[selection.cursor as usize]); //~ prints wide
    println!("the struct: {} bytes", size_of_val(&selection)); //~ prints the struct: 24 bytes
    println!("what it selects: {} bytes", size_of_val(selection.words)); //~ prints what it selects: 48 bytes
}
