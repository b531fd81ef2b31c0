//! An asynchronous call does nothing until somebody asks it to.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

async fn greet(name: &str) -> usize {
    println!("Hello {name}");
    name.len()
}

fn main() {
    let greeting = greet("Ada");
    println!("called, {} bytes", size_of_val(&greeting)); //~ prints called, 24 bytes
    let mut greeting = pin!(greeting);
    let mut context = Context::from_waker(Waker::noop());
    let answer = greeting.as_mut().poll(&mut context); //~ prints Hello Ada
    println!("ready: {}", answer == Poll::Ready(3)); //~ prints ready: true
}
