//! An async block keeps what it needs behind a pause.
use std::future::{Future, ready};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

fn poll_once() -> Poll<usize> {
    let count = async {
        let kept = [1_u8; 12];
        ready(()).await;
        kept.len()
    };
    println!("{} bytes", size_of_val(&count)); //~ prints 14 bytes
    pin!(count).poll(&mut Context::from_waker(Waker::noop()))
}

fn main() {
    println!("{:?}", poll_once()); //~ prints Ready(12)
}
