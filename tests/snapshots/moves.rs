//! Move, clone, drop.
struct Name {
    text: String,
    length: usize,
}

fn pass(given: String) -> String {
    //@ snapshot: inside, show: given
    given
}

fn main() {
    let s = String::from("ferris");
    let start = s.as_ptr();
    //@ snapshot: start, show: s
    let t = s;
    println!("start: s.ptr is moved: t.ptr = {}", start == t.as_ptr());
    let copy = t.clone();
    //@ snapshot: moved, show: s, t, copy
    println!("moved: t.ptr is copy.ptr = {}", t.as_ptr() == copy.as_ptr());
    let back = pass(t);
    println!(
        "moved: t.ptr is back: back.ptr = {}",
        start == back.as_ptr()
    );
    let name = Name {
        length: back.len(),
        text: back,
    };
    //@ snapshot: back, show: back, name
    println!("back: name.length = {}", name.length);
    println!("back: name.text.len = {}", name.text.len());
    println!(
        "start: s.ptr is back: name.text.ptr = {}",
        start == name.text.as_ptr()
    );
    let Name { text, .. } = name;
    {
        let short = Box::new(3_u8);
        //@ snapshot: scope, show: text, short
        let _ = short;
    }
    let view: *const u8 = {
        let gone = Box::new(9_u8);
        &raw const *gone
    };
    //@ snapshot: after, show: text, view, copy
    drop(copy);
    drop(text);
    let _ = view;
    //@ snapshot: end, show: view
}
