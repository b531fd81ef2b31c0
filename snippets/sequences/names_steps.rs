//! A vector of strings runs out of room.
fn main() {
    let mut names = vec![String::from("Ada"), String::from("Grace")];
    //@ snapshot: two names, no room
    names.push(String::from("Edsger"));
    //@ snapshot: a third name
    let last = names.pop();
    //@ snapshot: it leaves again
    println!("{names:?} {last:?}"); //~ prints ["Ada", "Grace"] Some("Edsger")
}
