//! Where a vector keeps its strings, and where they keep their text.

fn main() {
    let v = vec![String::from("Ada"), String::from("Grace")];
    let first = (&raw const v[0]).addr();
    let second = (&raw const v[1]).addr();
    println!("headers are {} bytes apart", second - first); //~ prints headers are 24 bytes apart
    let at_start = v.as_ptr().addr() == first;
    println!("buffer starts with a header: {at_start}"); //~ prints buffer starts with a header: true

    let headers = first..first + size_of_val(&v[..]);
    let inside = v.iter().any(|s| headers.contains(&s.as_ptr().addr()));
    println!("text among the headers: {inside}"); //~ prints text among the headers: false

    let moved = v;
    println!("headers stayed: {}", moved.as_ptr().addr() == first); //~ prints headers stayed: true
    println!("{moved:?}"); //~ prints ["Ada", "Grace"]
}
