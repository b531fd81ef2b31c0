//! A large box that an optimised build never makes.
//@ flags: -C opt-level=3
unsafe extern "C" {
    fn prctl(option: i32, ...) -> i32;
    fn syscall(number: i64, ...) -> i64;
}

const FORBID: (i32, u64) = (22, 1); // PR_SET_SECCOMP, SECCOMP_MODE_STRICT
const EXIT: i64 = 60;

fn main() {
    println!("ready"); //~ prints ready
    let refused = unsafe { prctl(FORBID.0, FORBID.1) };
    println!("forbidden, {refused} refusals"); //~ prints forbidden, 0 refusals
    let large = vec![1_u8; 1 << 20];
    println!("room for {} without asking", large.len()); //~ prints room for 1048576 without asking
    unsafe { syscall(EXIT, 0) };
}
