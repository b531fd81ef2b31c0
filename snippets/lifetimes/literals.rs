//! References that are good for the whole run of the program.
static NAMES: [&str; 2] = ["Ada", "Grace"];

fn a_text() -> &'static str {
    "hello world"
}

fn a_number() -> &'static u32 {
    &(6 * 7)
}

fn a_static() -> &'static [&'static str] {
    &NAMES
}

fn main() {
    println!("{} {} {:?}", a_text(), a_number(), a_static()); //~ prints hello world 42 ["Ada", "Grace"]
}
