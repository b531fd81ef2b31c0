//! A mark.
mod m {
    pub fn f() {}
    //@ snapshot: a
    pub fn g() {}
}
fn main() {
    m::f();
    m::g();
}
