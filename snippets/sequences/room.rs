//! Three numbers, written down at once and pushed one by one.
fn main() {
    let listed = vec![65, 54, 57];
    println!("listed: room for {}", listed.capacity()); //~ prints listed: room for 3

    let mut pushed = Vec::new();
    pushed.push(65);
    pushed.push(54);
    pushed.push(57);
    println!("pushed: room for {}", pushed.capacity()); //~ prints pushed: room for 4
    println!("equal: {}", listed == pushed); //~ prints equal: true
}
