//! A name that begins with an underscore, and an underscore alone.

struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        print!("{} leaves, ", self.0);
    }
}

fn main() {
    {
        let _kept = Guest("Ada");
        print!("next line, ");
    }
    println!("closed"); //~ prints next line, Ada leaves, closed
    {
        let _ = Guest("Barbara");
        print!("next line, ");
    }
    println!("closed"); //~ prints Barbara leaves, next line, closed
    {
        let owner = Guest("Grace");
        let _ = owner;
        print!("next line, ");
    }
    println!("closed"); //~ prints next line, Grace leaves, closed
}
