//! A derived `Copy` asks the same of every type parameter.
//@ check-fail

use std::marker::PhantomData;

#[derive(Clone, Copy)]
struct Id<T>(u32, PhantomData<T>);

fn main() {
    let a: Id<u8> = Id(1, PhantomData);
    let b = a;
    println!("{} {}", a.0, b.0);

    let c: Id<String> = Id(2, PhantomData);
    let d = c;
    println!("{} {}", c.0, d.0); //~ ERROR E0382 borrow of moved value: `c`
}
