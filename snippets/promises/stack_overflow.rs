//! Calls without an end use up the stack.
//@ run-fail: SIGABRT

fn depth(below: u64) -> u64 {
    let local = [below; 64];
    if below == u64::MAX {
        local[0]
    } else {
        depth(below + 1) + local[1]
    }
}

fn main() {
    println!("down we go"); //~ prints down we go
    println!("{}", depth(0));
}
