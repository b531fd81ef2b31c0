//! Methods that change a value need a `mut` variable, too.
//@ check-fail

fn main() {
    let name = String::from("Ada");
    name.push('!'); //~ ERROR E0596 cannot borrow `name` as mutable

    let team = vec![name];
    team[0].push('?'); //~ ERROR E0596 cannot borrow `team` as mutable

    println!("{team:?}");
}
