//! Names itself from the root.
fn answer() -> u8 {
    42
}

fn main() {
    println!(
        "{} {}",
        crate::answer(),
        std::any::type_name_of_val(&answer)
    );
}
