//! Globals that are made on the first look.
use std::sync::{LazyLock, OnceLock};

static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    println!("splitting"); //~ prints splitting
    "some words of a text".split(' ').collect()
});
static NAME: OnceLock<String> = OnceLock::new();

fn main() {
    println!("start"); //~ prints start
    println!("{} words", WORDS.len()); //~ prints 5 words
    println!("last: {:?}", WORDS.last()); //~ prints last: Some("text")
    println!("{:?}", NAME.set(String::from("Ada"))); //~ prints Ok(())
    println!("{:?}", NAME.set(String::from("Grace"))); //~ prints Err("Grace")
    println!("{:?}", NAME.get()); //~ prints Some("Ada")
}
