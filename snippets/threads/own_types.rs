//! Send and Sync of our own types follow from their fields.
use std::cell::Cell;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

pub struct Song {
    pub title: String,
    pub seconds: u32,
}

pub struct Counted {
    pub song: Song,
    pub plays: Cell<u32>,
}

pub struct Shelf {
    pub songs: Vec<Rc<Song>>,
}

pub struct Library {
    pub songs: Vec<Arc<Song>>,
}

pub struct StaysHere(pub u32, pub PhantomData<*const ()>);
