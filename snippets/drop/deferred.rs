//! A guard of ten lines that does at the brace what it was told.

struct Defer<F: FnMut()>(F);

impl<F: FnMut()> Drop for Defer<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

fn cook(dish: &str) -> Result<(), String> {
    let _off = Defer(|| print!("stove off, "));
    if dish.is_empty() {
        return Err(String::from("no dish"));
    }
    print!("cooking {dish}, ");
    Ok(())
}

fn main() {
    let soup = cook("soup");
    println!("{soup:?}"); //~ prints cooking soup, stove off, Ok(())
    let nothing = cook("");
    println!("{nothing:?}"); //~ prints stove off, Err("no dish")
}
