//! A future that is dropped before anybody polls it.

async fn greet(name: String) {
    println!("Hello {name}");
}

fn main() {
    let greeting = greet(String::from("Ada")); //~ allocates 1 block, 3 bytes
    drop(greeting); //~ frees 1 block, 3 bytes
    println!("end"); //~ prints end
}
