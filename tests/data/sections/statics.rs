//! Statics for several targets, without a library. Each object file beside this one was written by
//!
//! RUSTC_BOOTSTRAP=1 rustc -Awarnings --edition=2021 --crate-type=lib --crate-name=listing
//! -Copt-level=0 -Clink-dead-code=yes --target=TARGET --emit=obj=TARGET.o statics.rs
//!
//! with rustc 1.95.0.
#![feature(no_core, lang_items)]
#![no_core]

#[lang = "pointee_sized"]
pub trait PointeeSized {}
#[lang = "meta_sized"]
pub trait MetaSized: PointeeSized {}
#[lang = "sized"]
pub trait Sized: MetaSized {}
#[lang = "sync"]
pub trait Sync {}
impl Sync for u32 {}
impl Sync for &str {}
#[lang = "copy"]
pub trait Copy {}
#[lang = "drop_in_place"]
unsafe fn drop_in_place<T: PointeeSized>(_: *mut T) {}

pub static NUMBER: u32 = 7;
pub static mut ZEROED: u32 = 0;
pub static mut COUNT: u32 = 3;
pub static GREETING: &str = "hello";

pub mod inner {
    pub static NUMBER: u32 = 8;
}

pub fn f() {}
