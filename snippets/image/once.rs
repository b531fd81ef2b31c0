//! A static that is filled when it is first needed, and never dropped.
use std::sync::LazyLock;

struct Settings(usize);

impl Drop for Settings {
    fn drop(&mut self) {
        println!("never printed");
    }
}

static SETTINGS: LazyLock<Settings> = LazyLock::new(|| {
    println!("reading the settings"); //~ prints reading the settings
    Settings(std::env::args().count())
});

fn main() {
    println!("main begins"); //~ prints main begins
    println!("{} {}", SETTINGS.0, SETTINGS.0); //~ prints 1 1
}
