//! Where the local of a called function lies.
fn inner(outer_local: &u32) -> usize {
    let inner_local = 2_u32;
    let (ours, theirs) = (&raw const inner_local, &raw const *outer_local);
    println!("the callee lies lower: {}", ours < theirs); //~ prints the callee lies lower: true
    ours.addr()
}

fn main() {
    let outer_local = 1_u32;
    let first = inner(&outer_local);
    let second = inner(&outer_local);
    println!("second call, same place: {}", first == second); //~ prints second call, same place: true
}
