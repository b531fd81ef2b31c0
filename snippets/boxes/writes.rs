//! Whoever owns a box may write to what is in it.
fn main() {
    let mut score = Box::new(40);
    *score += 2;
    println!("{score}"); //~ prints 42

    let mut names = Box::new(vec!["Ada"]);
    names.push("Grace");
    println!("{names:?}"); //~ prints ["Ada", "Grace"]

    let fixed = Box::new(1);
    let mut open = fixed;
    *open += 1;
    println!("{open}"); //~ prints 2
}
