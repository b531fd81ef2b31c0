//! A container that lends its items, to look at or to change.
pub struct Shelf<T> {
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
    println!("{item:?}"); //~ prints Some(5)
    if let Some(change) = shelf.get_mut(1) {
        *change *= 10;
    }
    println!("{:?} {:?}", shelf.get(1), shelf.get(9)); //~ prints Some(50) None
}
