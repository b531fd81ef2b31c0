//! Behind a mutable reference the lifetime stays exactly as it is.
//@ check-fail
fn put<'a>(names: &mut Vec<&'a str>, name: &'a str) {
    names.push(name);
}

fn main() {
    let mut names: Vec<&'static str> = vec!["hello"];
    {
        let local = String::from("Ada");
        put(&mut names, &local); //~ ERROR E0597 `local` does not live long enough
    }
    println!("{names:?}");
}
