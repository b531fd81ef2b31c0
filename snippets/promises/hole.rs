//! A lifetime made longer than it is, without `unsafe`.
#![forbid(unsafe_code)]

use std::thread;

fn shorten<'a, 'b, T: ?Sized>(_: &'a &'b (), value: &'b T) -> &'a T {
    value
}

fn lengthen<'a, T: ?Sized>(value: &'a T) -> &'static T {
    let hidden: for<'x> fn(_, &'x T) -> &'static T = shorten;
    hidden(&&(), value)
}

fn main() {
    let name = String::from("Ada");
    let forever: &'static str = lengthen(name.as_str());
    let worker = thread::spawn(move || println!("{forever}")); //~ prints Ada
    worker.join().unwrap();
    println!("{name} is still here"); //~ prints Ada is still here
}
