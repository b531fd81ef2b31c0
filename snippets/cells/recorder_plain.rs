//! The same doorbell with a plain vector.
//@ check-fail
trait Bell {
    fn ring(&self, visitor: &str);
}

#[derive(Default)]
struct Notes {
    visitors: Vec<String>,
}

impl Bell for Notes {
    fn ring(&self, visitor: &str) {
        self.visitors.push(visitor.to_owned()); //~ ERROR E0596 cannot borrow `self.visitors` as mutable
    }
}

fn main() {
    Notes::default().ring("Ada");
}
