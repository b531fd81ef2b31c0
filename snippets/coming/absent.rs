//! A name that may be absent.

fn initial(name: Option<&str>) -> char {
    match name {
        Some(name) => name.chars().next().unwrap_or('?'),
        None => '-',
    }
}

fn main() {
    println!("{} {}", initial(Some("Ada")), initial(None)); //~ prints A -
    println!("{:?}", Some("Ada").map(str::len)); //~ prints Some(3)
    println!("{}", None.unwrap_or("nobody")); //~ prints nobody
    println!("{:?}", Some(None::<u8>) == None); //~ prints false
}
