//! The lender writes while what it lent on is in use.
//@ check-fail
fn main() {
    let mut age = 36;
    let change = &mut age;
    let part = &mut *change;
    *change += 1; //~ ERROR E0503 cannot use `*change` because it was mutably borrowed
    *part += 1;
}
