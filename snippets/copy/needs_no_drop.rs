//! A function that refuses types with something to release.
//@ build-fail

fn forget_all<T>(items: &mut Vec<T>) {
    const { assert!(!std::mem::needs_drop::<T>(), "T has to be released") } //~ ERROR E0080 T has to be released
    unsafe { items.set_len(0) }
}

fn main() {
    forget_all(&mut vec![1, 2, 3]);
    forget_all(&mut vec![String::from("Ada")]);
}
