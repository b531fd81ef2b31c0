//! Two variables that change where they are.

fn main() {
    let mut round = 1;
    let mut players = vec!["Ada", "Grace"];
    //@ snapshot: round one
    round += 1;
    players[0] = "Alan";
    //@ snapshot: round two
    println!("{round}: {players:?}"); //~ prints 2: ["Alan", "Grace"]
}
