//! Up to edition 2021, `into_iter` on a boxed slice only borrowed it.
//@ edition: 2021

fn main() {
    let names: Box<[String]> = Box::new([String::from("Ada")]);
    for name in names.into_iter() {
        //~^ WARN boxed_slice_into_iter
        println!("hello {name}"); //~ prints hello Ada
    }
    println!("still here: {}", names.len()); //~ prints still here: 1
}
