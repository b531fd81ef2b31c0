//! A handle that a thread names and never uses.
//@ editions: 2018 check-fail, 2021 run
use std::rc::Rc;
use std::thread;

fn main() {
    let here = Rc::new(5);
    let there = Rc::clone(&here);
    let worker = thread::spawn(move || {
        //~^ 2018 ERROR E0277 `Rc<i32>` cannot be sent between threads safely
        let _ = there;
    });
    worker.join().unwrap();
    println!("owners: {}", Rc::strong_count(&here)); //~ 2021 prints owners: 2
}
