//! Two ways to lend a string: its header, or its text.
fn main() {
    let name = String::from("Ada");
    let header: &String = &name;
    let text: &str = &name;
    println!("&String: {} bytes", size_of_val(&header)); //~ prints &String: 8 bytes
    println!("&str: {} bytes", size_of_val(&text)); //~ prints &str: 16 bytes

    let leads = std::ptr::eq(header, &raw const name);
    println!("&String leads to the variable: {leads}"); //~ prints &String leads to the variable: true
    let leads = text.as_ptr() == name.as_ptr();
    println!("&str leads to the text: {leads}"); //~ prints &str leads to the text: true
}
