//! How many bytes the processor adds at once.
use std::arch::asm;
use std::arch::x86_64::{__m128i, _mm_add_epi8};

fn main() {
    let mut sum = 0xfffe_u64;
    // SAFETY: the instruction changes a register and nothing else.
    unsafe { asm!("add {}, 1", inout(reg) sum) };
    println!("{} bytes in one instruction: {sum:#x}", size_of_val(&sum)); //~ prints 8 bytes in one instruction: 0xffff

    // SAFETY: both types are equally large, and each pattern is valid.
    let row: __m128i = unsafe { std::mem::transmute([7_u8; 16]) };
    // SAFETY: every processor of this kind has the instruction.
    let sums: [u8; 16] = unsafe { std::mem::transmute(_mm_add_epi8(row, row)) };
    println!("{} bytes in one instruction: {sums:?}", size_of_val(&sums));
    //~^ prints 16 bytes in one instruction: [14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14]
}
