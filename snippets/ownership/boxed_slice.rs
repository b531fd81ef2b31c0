//! `into_iter` on a boxed slice.
//@ editions: 2021 run, 2024 check-fail
fn main() {
    let names: Box<[String]> = Box::new([String::from("Ada")]);
    for name in names.into_iter() {
        //~^ 2021 WARN boxed_slice_into_iter
        println!("hello {name}"); //~ 2021 prints hello Ada
    }
    //~v 2021 prints still here: 1
    println!("still here: {}", names.len()); //~ 2024 ERROR E0382 borrow of moved value: `names`
}
