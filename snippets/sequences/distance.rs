//! What `isize` is for: distances, and the largest size there is.
fn main() {
    let ages = [65, 54, 57];
    let (first, last) = (&raw const ages[0], &raw const ages[2]);
    let back = unsafe { first.offset_from(last) };
    println!("from last to first: {back}"); //~ prints from last to first: -2
    println!("that is {}", unsafe { *last.offset(back) }); //~ prints that is 65

    let too_much = isize::MAX.unsigned_abs() + 1;
    let answer = Vec::<u8>::new().try_reserve(too_much);
    println!("more than isize::MAX: {}", answer.is_ok()); //~ prints more than isize::MAX: false
}
