//! A program that is ended on the spot.

struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        println!("{} leaves", self.0);
    }
}

fn main() {
    let _ada = Guest("Ada");
    {
        let _grace = Guest("Grace");
    } //~ prints Grace leaves
    println!("exit"); //~ prints exit
    std::process::exit(0);
}
