//! Locals leave in reverse, and a block is finished before what is around it.

struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        print!("{}, ", self.0);
    }
}

fn evening() {
    let _a = Guest("Ada");
    let _b = Guest("Barbara");
    {
        let _inner = Guest("Inga");
        print!("block: ");
    }
    println!("closed"); //~ prints block: Inga, closed
    print!("evening: ");
}

fn main() {
    evening();
    println!("closed"); //~ prints evening: Barbara, Ada, closed
}
