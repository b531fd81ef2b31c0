//! A shadow ends with its block, and the old name is back.

fn main() {
    let level = 1;
    {
        let level = "deep";
        println!("inside: {level}"); //~ prints inside: deep
    }
    println!("outside: {level}"); //~ prints outside: 1

    if let Some(level) = Some(7) {
        println!("in the arm: {level}"); //~ prints in the arm: 7
    }
    println!("behind it: {level}"); //~ prints behind it: 1
}
