//! A doorbell for tests: it does not ring, it takes notes.
use std::cell::RefCell;

trait Bell {
    fn ring(&self, visitor: &str);
}

#[derive(Default)]
struct Notes {
    visitors: RefCell<Vec<String>>,
}

impl Bell for Notes {
    fn ring(&self, visitor: &str) {
        self.visitors.borrow_mut().push(visitor.to_owned());
    }
}

fn main() {
    let bell = Notes::default();
    let bells: [&dyn Bell; 2] = [&bell, &bell];
    bells[0].ring("Ada");
    bells[1].ring("Grace");
    println!("{:?}", bell.visitors.borrow()); //~ prints ["Ada", "Grace"]
}
