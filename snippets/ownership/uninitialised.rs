//! A variable that is filled on one path only.
//@ check-fail

fn main() {
    let name: String;
    if std::env::args().len() > 1 {
        name = String::from("Ada");
    }
    println!("{name}"); //~ ERROR E0381 used binding `name` is possibly-uninitialized
}
