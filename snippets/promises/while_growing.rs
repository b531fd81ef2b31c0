//! A list that grows while somebody walks along it.
//@ check-fail

fn main() {
    let mut queue = vec![1, 2, 3];
    for number in &queue {
        queue.push(number * 10); //~ ERROR E0502 cannot borrow `queue` as mutable
    }
}
