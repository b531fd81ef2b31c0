//! Frames: recursion, shadowing, loops.
fn factorial(n: u64) -> u64 {
    if n == 0 {
        //@ snapshot: deepest, show: n
        return 1;
    }
    let rest = factorial(n - 1);
    n * rest
}
fn list(n: u8, above: Option<&u8>) -> u8 {
    //@ snapshot: linked, show: n, above
    if n == 2 {
        above.copied().unwrap_or(0)
    } else {
        list(n + 1, Some(&n))
    }
}
mod inner {
    pub struct Tool;
    impl Tool {
        pub fn turn(&self, by: i32) -> i32 {
            let twice = by * 2;
            //@ snapshot: inner, show: self, by, twice
            twice
        }
    }
}
fn early(stop: bool) -> Option<u8> {
    let value = 3;
    if stop {
        //@ snapshot: early, show: value
        return None;
    }
    Some(value)
}

fn main() {
    factorial(3);
    let x = 1;
    let x = x + 1;
    {
        let x = "inner";
        //@ snapshot: shadowed, show: x
        let _ = x;
    }
    let _ = x;
    for i in 0..3 {
        let squared = i * i;
        //@ snapshot: round, show: i, squared
        let _ = squared;
    }
    list(0, None);
    inner::Tool.turn(4);
    early(true);
    //@ snapshot: last, show: x
}
