//! A type and a function, with a short lifetime and with a long one.
use std::any::type_name_of_val;

struct Excerpt<'a>(&'a str);

fn longest<'a>(left: &'a str, right: &'a str) -> &'a str {
    if left.len() >= right.len() {
        left
    } else {
        right
    }
}

fn main() {
    let text = String::from("hello");
    let short = Excerpt(&text);
    let long: Excerpt<'static> = Excerpt("hello");
    println!("{}", longest(short.0, long.0)); //~ prints hello

    let one_name = type_name_of_val(&short) == type_name_of_val(&long);
    println!("one name: {one_name}"); //~ prints one name: true

    let for_any: for<'a> fn(&'a str, &'a str) -> &'a str = longest;
    let for_ever: fn(&'static str, &'static str) -> &'static str = longest;
    let one_function = for_any as usize == for_ever as usize;
    println!("one function: {one_function}"); //~ prints one function: true
}
