//! Two markers keep two kinds of door apart.
//@ check-fail
use std::marker::PhantomData;

struct Open;
struct Locked;
struct Door<State>(u32, PhantomData<State>);

impl Door<Open> {
    fn enter(&self) {
        println!("room {}", self.0);
    }
}

fn main() {
    let open = Door::<Open>(7, PhantomData);
    let locked = Door::<Locked>(8, PhantomData);
    open.enter();
    locked.enter(); //~ ERROR E0599 no method named `enter` found
}
