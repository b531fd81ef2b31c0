//! The same number, once in the struct itself and once in a box, optimised.
//@ flags: -O

pub struct Inside {
    pub score: u64,
}

pub struct Boxed {
    pub score: Box<u64>,
}

pub fn inside(game: &Inside) -> u64 {
    game.score
}

pub fn boxed(game: &Boxed) -> u64 {
    *game.score
}
