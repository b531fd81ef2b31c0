//! A type may contain itself behind any pointer to the heap.
//~v size 48, align 8
struct Folder {
    name: String,
    inside: Vec<Folder>,
}

impl Folder {
    fn count(&self) -> usize {
        1 + self.inside.iter().map(Folder::count).sum::<usize>()
    }
}

fn folder<const N: usize>(name: &str, inside: [Folder; N]) -> Folder {
    let (name, inside) = (name.into(), inside.into());
    Folder { name, inside }
}

fn main() {
    let home = folder("home", [folder("music", []), folder("photos", [])]);
    println!("{} with {} folders", home.name, home.count()); //~ prints home with 3 folders
    println!("each: {} bytes", size_of::<Folder>()); //~ prints each: 48 bytes
}
