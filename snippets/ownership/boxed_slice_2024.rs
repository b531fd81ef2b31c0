//! Since edition 2024, `into_iter` on a boxed slice moves it.
//@ check-fail

fn main() {
    let names: Box<[String]> = Box::new([String::from("Ada")]);
    for name in names.into_iter() {
        println!("hello {name}");
    }
    println!("still here: {}", names.len()); //~ ERROR E0382 borrow of moved value: `names`
}
