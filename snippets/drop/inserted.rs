//! A function that owns its text, and one that borrows it.

pub fn owned(name: String) -> usize {
    name.len()
}

pub fn borrowed(name: &str) -> usize {
    name.len()
}
