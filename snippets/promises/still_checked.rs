//! An unsafe block switches no check off.
//@ check-fail

fn main() {
    let seven = 7;
    let place: *const i32 = &seven;
    let name = String::from("Ada");
    unsafe {
        drop(name);
        println!("{} {name}", *place); //~ ERROR E0382 borrow of moved value: `name`
    }
}
