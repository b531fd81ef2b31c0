//! Tells what it finds.

use std::env;

fn main() {
    let variables: Vec<_> = env::vars().collect();
    println!("{:?}", env::args().collect::<Vec<_>>());
    println!("{variables:?}");
    println!("{:?}", std::thread::current().name());
    println!("{}", env::current_dir().unwrap().display());
}
