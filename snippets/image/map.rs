//! Everything that is mapped into a small program: rights and name.
//@ flags: -C opt-level=0
fn main() {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let own = maps.split_whitespace().nth(5).unwrap(); // the program comes first
    for line in maps.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let name = match words.get(5) {
            Some(&name) if name == own => "the program",
            Some(name) => name.rsplit('/').next().unwrap(),
            None => "(no name)",
        };
        println!("{} {name}", words[1]);
    }
    let both = maps.lines().filter(|line| line.contains("wx")).count();
    println!("to be written and run: {both}"); //~ prints to be written and run: 0
}
