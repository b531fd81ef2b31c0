//! Text in all its homes.
static GREETING: &str = "good day";
const SHORT: &str = "hello";

fn main() {
    let empty = String::new();
    let text = String::from("grüße");
    let mut roomy = String::with_capacity(16);
    roomy.push_str("ab");
    //@ snapshot: owned, show: empty, text, roomy
    println!("owned: empty.len = {}", empty.len());
    println!("owned: empty.cap = {}", empty.capacity());
    println!("owned: text.len = {}", text.len());
    println!("owned: text.cap = {}", text.capacity());
    println!("owned: roomy.len = {}", roomy.len());
    println!("owned: roomy.cap = {}", roomy.capacity());
    let literal = "hello";
    let again = SHORT;
    let tail = &literal[1..3];
    let inside = &text[2..4];
    let greeting = GREETING;
    //@ snapshot: borrowed, show: literal, again, tail, inside, greeting, text
    println!(
        "borrowed: literal.ptr is again.ptr = {}",
        literal.as_ptr() == again.as_ptr()
    );
    println!("borrowed: tail.len = {}", tail.len());
    println!(
        "borrowed: tail.offset = {}",
        tail.as_ptr() as usize - literal.as_ptr() as usize
    );
    println!(
        "borrowed: inside.offset = {}",
        inside.as_ptr() as usize - text.as_ptr() as usize
    );
    println!("borrowed: inside.len = {}", inside.len());
    let boxed: Box<str> = "boxed".into();
    let boxed_string = Box::new(String::from("twice"));
    let c = std::ffi::CString::new("c").unwrap();
    let nothing = "";
    //@ snapshot: boxes, show: boxed, boxed_string, c, nothing
    println!("boxes: boxed.len = {}", boxed.len());
    println!("boxes: boxed.size = {}", boxed.len());
}
