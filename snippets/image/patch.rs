//! A program that asks for the right to change its own code.
const READ_WRITE_EXECUTE: i32 = 7;

unsafe extern "C" {
    fn mprotect(start: *mut u8, length: usize, rights: i32) -> i32;
}

#[inline(never)]
fn answer() -> u32 {
    42
}

fn main() {
    println!("{}", answer()); //~ prints 42
    let code = answer as *mut u8;
    let page = code.map_addr(|address| address & !4095);
    // SAFETY: only rights are added. On this processor the function begins with `mov eax, 42`;
    // the number stands behind the name of the instruction.
    unsafe {
        assert_eq!(mprotect(page, 8192, READ_WRITE_EXECUTE), 0);
        assert_eq!(code.cast::<[u8; 2]>().read(), [0xb8, 42]);
        code.add(1).write_volatile(43);
    }
    println!("{}", std::hint::black_box(answer as fn() -> u32)()); //~ prints 43
}
