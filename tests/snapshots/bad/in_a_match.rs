//! A mark.
fn main() {
    match 1 {
        //@ snapshot: a
        1 => {}
        _ => {}
    }
}
