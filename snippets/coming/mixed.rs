//! Elements of several kinds: an enum says which.

pub enum Item {
    Empty,
    Number(f64),
    Text(String),
}

pub fn row() -> Vec<Item> {
    vec![
        Item::Number(1.5),
        Item::Empty,
        Item::Text(String::from("Ada")),
    ]
}
