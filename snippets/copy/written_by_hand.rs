//! An impl written by hand asks nothing of the type parameter.

use std::marker::PhantomData;

struct Id<T>(u32, PhantomData<T>);

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

#[derive(Clone, Copy)]
struct Derived<T>(u32, PhantomData<T>);

fn main() {
    let c: Id<String> = Id(2, PhantomData);
    let d = c;
    println!("{} {}", c.0, d.0); //~ prints 2 2
    let e: Derived<String> = Derived(3, PhantomData);
    println!("{}", e.0); //~ prints 3
}
