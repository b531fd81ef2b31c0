//! A string, a reference to it, and a reference to the reference.
fn main() {
    let name = String::from("Ada");
    //@ snapshot: the owner alone
    let look = &name;
    //@ snapshot: one reference
    let again = look;
    let far = &look;
    //@ snapshot: three references
    println!("{look} {again} {far}"); //~ prints Ada Ada Ada
}
