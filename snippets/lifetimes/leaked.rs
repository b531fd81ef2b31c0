//! A block of the heap that nobody releases is lent for ever.
fn read_once(year: u32) -> &'static str {
    let text = format!("the year {year}");
    Box::leak(text.into_boxed_str())
}

fn main() {
    let kept;
    {
        kept = read_once(1815);
    }
    println!("{kept}"); //~ prints the year 1815
}
