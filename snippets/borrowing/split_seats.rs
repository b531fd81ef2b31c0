//! A slice is split into two that do not overlap.
fn main() {
    let mut seats = vec![String::from("Ada"), String::from("Grace")];
    let (left, right) = seats.split_at_mut(1);
    std::mem::swap(&mut left[0], &mut right[0]);
    println!("{seats:?}"); //~ prints ["Grace", "Ada"]

    if let [first, second] = &mut seats[..] {
        std::mem::swap(first, second);
    }
    println!("{seats:?}"); //~ prints ["Ada", "Grace"]
}
