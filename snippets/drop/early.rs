//! Every way out of a function releases what is there so far.

struct Guest(&'static str);

impl Drop for Guest {
    fn drop(&mut self) {
        print!("{} leaves, ", self.0);
    }
}

fn read(text: &str) -> Result<u32, std::num::ParseIntError> {
    let _first = Guest("Ada");
    if text.is_empty() {
        return Ok(0);
    }
    let _second = Guest("Barbara");
    let number = text.parse()?;
    let _third = Guest("Grace");
    Ok(number)
}

fn main() {
    let early = read("");
    println!("return: {early:?}"); //~ prints Ada leaves, return: Ok(0)
    let failed = read("x").is_err();
    println!("?: {failed}"); //~ prints Barbara leaves, Ada leaves, ?: true
    let whole = read("7");
    println!("end: {whole:?}"); //~ prints Grace leaves, Barbara leaves, Ada leaves, end: Ok(7)
}
