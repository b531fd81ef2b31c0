//! A vector that has moved away, and one that was cloned.
//@ check-fail

fn main() {
    let v = vec![String::from("Ada"), String::from("Grace")];
    let copy = v.clone();
    println!("{} {}", v.len(), copy.len());

    let owner = v;
    println!("{}", owner.len());
    println!("{}", v.len()); //~ ERROR E0382 borrow of moved value: `v`
}
