//! A number goes to the heap, and leaves its maker's frame.
fn make() -> Box<i32> {
    let number = 23;
    let boxed = Box::new(number);
    //@ snapshot: in the frame of make
    boxed
}

fn main() {
    let kept = make();
    //@ snapshot: make has returned
    println!("{kept}"); //~ prints 23
    drop(kept);
    //@ snapshot: the box was dropped
    println!("done"); //~ prints done
}
