//! A reference does not outlive the variable that it leads to.
//@ check-fail
fn main() {
    let shelf;
    {
        let title = String::from("Momo");
        shelf = &title; //~ ERROR E0597 `title` does not live long enough
    }
    println!("{shelf}");
}
