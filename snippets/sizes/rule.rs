//! The rounding rule, tried on every tuple of three from four integer types.
fn follows<A, B, C>() -> bool {
    let sum = size_of::<A>() + size_of::<B>() + size_of::<C>();
    let align = align_of::<A>().max(align_of::<B>()).max(align_of::<C>());
    size_of::<(A, B, C)>() == sum.next_multiple_of(align)
}

fn third<A, B>() -> usize {
    let last = [follows::<A, B, u8>(), follows::<A, B, u16>()];
    let more = [follows::<A, B, u32>(), follows::<A, B, u64>()];
    last.into_iter().chain(more).filter(|&yes| yes).count()
}

fn second<A>() -> usize {
    third::<A, u8>() + third::<A, u16>() + third::<A, u32>() + third::<A, u64>()
}

fn main() {
    let count = second::<u8>() + second::<u16>() + second::<u32>() + second::<u64>();
    println!("{count} of {} tuples follow the rule", 4 * 4 * 4); //~ prints 64 of 64 tuples follow the rule
}
