//! A vector of strings moves.

fn main() {
    let names = vec![String::from("Ada"), String::from("Grace")];
    //@ snapshot: three levels
    let guests = names;
    //@ snapshot: moved
    println!("{guests:?}"); //~ prints ["Ada", "Grace"]
}
