//! An item that is looked at again after the change.
//@ check-fail
struct Shelf<T> {
    items: Vec<T>,
}

impl<T> Shelf<T> {
    fn get(&self, at: usize) -> Option<&T> {
        self.items.get(at)
    }

    fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        self.items.get_mut(at)
    }
}

fn main() {
    let mut shelf = Shelf {
        items: vec![3, 5, 8],
    };
    let item = shelf.get(1);
    *shelf.get_mut(1).unwrap() *= 10; //~ ERROR E0502 cannot borrow `shelf` as mutable because it is also borrowed as immutable
    println!("{item:?}");
}
