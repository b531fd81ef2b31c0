//! A closure that moves a field.
//@ editions: 2018 check-fail, 2021 run
fn main() {
    let pair = (String::from("Ada"), String::from("Grace"));
    let release = || drop(pair.0);
    release();
    //~v 2021 prints Grace
    println!("{}", pair.1); //~ 2018 ERROR E0382 borrow of moved value: `pair`
}
