//! Clones of different depth, each dropped again.
//@ timed: clone_array, clone_box, clone_string, clone_names, clone_names_rc
use std::hint::black_box;
use std::rc::Rc;

pub struct Library {
    array: [u8; 64],
    block: Box<[u8; 64]>,
    text: String,
    names: Rc<Vec<String>>,
}

pub fn before() -> Library {
    let text = "x".repeat(64);
    let names = Rc::new(vec![text.clone(); 1_000]);
    Library {
        array: [7; 64],
        block: Box::new([7; 64]),
        text,
        names,
    }
}

//@ region clones
pub fn clone_array(library: &mut Library) {
    black_box(library.array.clone());
}

pub fn clone_box(library: &mut Library) {
    black_box(library.block.clone());
}

pub fn clone_string(library: &mut Library) {
    black_box(library.text.clone());
}

pub fn clone_names(library: &mut Library) {
    black_box(Vec::clone(&library.names));
}

pub fn clone_names_rc(library: &mut Library) {
    black_box(Rc::clone(&library.names));
}
//@ end
