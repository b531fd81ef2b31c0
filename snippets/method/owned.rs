//! A function that owns a text, and one that owns nothing.
//@ flags: -O

pub fn answer() -> u64 {
    (1..=6).map(|number| 2 * number).sum()
}

pub fn name_of(text: String) -> usize {
    text.len()
}
