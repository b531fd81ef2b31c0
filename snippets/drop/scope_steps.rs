//! Two guests leave at the brace, the last one first.

struct Guest(String);

impl Drop for Guest {
    fn drop(&mut self) {
        //@ snapshot: in the destructor
        println!("{} leaves", self.0); //~ prints Grace leaves
    } //~ prints Ada leaves
}

fn main() {
    {
        let _first = Guest(String::from("Ada"));
        let _second = Guest(String::from("Grace"));
        //@ snapshot: before the brace
    }
    //@ snapshot: behind the brace
    println!("closed"); //~ prints closed
}
