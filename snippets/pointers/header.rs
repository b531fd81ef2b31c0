//! Two ways to lend a string: its header, or its text.
fn main() {
    let name = String::from("Ada");
    let header: &String = &name;
    let text: &str = &name;

    println!(
        "&String {} bytes, &str {}",
        size_of_val(&header),
        size_of_val(&text)
    ); //~ prints &String 8 bytes, &str 16
    println!(
        "&String leads to the variable: {}",
        std::ptr::eq(header, &raw const name)
    ); //~ prints &String leads to the variable: true
    println!(
        "&str leads to the text: {}",
        std::ptr::eq(text.as_ptr(), name.as_ptr())
    ); //~ prints &str leads to the text: true
}
