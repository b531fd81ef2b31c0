//! Signed numbers as an index.
//@ check-fail
fn main() {
    let ages = vec![65, 54, 57];
    let (first, second, third) = (0_i32, 1_isize, 2_usize);
    println!("{}", ages[first]); //~ ERROR E0277 cannot be indexed by `i32`
    println!("{}", ages[second]); //~ ERROR E0277 cannot be indexed by `isize`
    println!("{}", ages[third]);
}
