//! A reference to a local variable does not meet the bound.
//@ check-fail
fn use_up<T: 'static>(_value: T) {}

fn main() {
    let age = 36;
    use_up(&age); //~ ERROR E0597 `age` does not live long enough
}
