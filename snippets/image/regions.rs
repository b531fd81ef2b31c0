//! In which mapping a function, literals, statics, a box and a local lie.
use std::sync::atomic::AtomicU32;

static ANSWER: u32 = 42;
static GREETING: &str = "hello";
static STARTED: AtomicU32 = AtomicU32::new(7);
static VISITS: AtomicU32 = AtomicU32::new(0);

//@ region mapping
/// Rights and name of the mapping in which this address lies.
fn mapping_of<T: ?Sized>(place: *const T) -> String {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let own = maps.split_whitespace().nth(5).unwrap(); // the first mapping is the program's
    let number = |text| usize::from_str_radix(text, 16).unwrap();
    for line in maps.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (start, end) = words[0].split_once('-').unwrap();
        if (number(start)..number(end)).contains(&place.addr()) {
            let name = words.get(5).copied().unwrap_or("no name");
            let name = if name == own { "the program" } else { name };
            return format!("{} {name}", words[1]);
        }
    }
    "nowhere".to_owned()
}
//@ end

//@ region main
fn main() {
    let boxed = Box::new(1);
    println!("main: {}", mapping_of(main as *const u8)); //~ prints main: r-xp the program
    println!("literal: {}", mapping_of(GREETING)); //~ prints literal: r--p the program
    println!("ANSWER: {}", mapping_of(&ANSWER)); //~ prints ANSWER: r--p the program
    println!("GREETING: {}", mapping_of(&GREETING)); //~ prints GREETING: r--p the program
    println!("STARTED: {}", mapping_of(&STARTED)); //~ prints STARTED: rw-p the program
    println!("VISITS: {}", mapping_of(&VISITS)); //~ prints VISITS: rw-p the program
    println!("the number in the box: {}", mapping_of(&*boxed)); //~ prints the number in the box: rw-p [heap]
    println!("the box itself: {}", mapping_of(&boxed)); //~ prints the box itself: rw-p [stack]
}
//@ end
