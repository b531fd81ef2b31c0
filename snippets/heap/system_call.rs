//! One large box, with system calls forbidden.
//@ run-fail: SIGKILL
unsafe extern "C" {
    fn prctl(option: i32, ...) -> i32;
}

const FORBID: (i32, u64) = (22, 1); // PR_SET_SECCOMP, SECCOMP_MODE_STRICT

fn main() {
    println!("ready"); //~ prints ready
    let refused = unsafe { prctl(FORBID.0, FORBID.1) };
    println!("forbidden, {refused} refusals"); //~ prints forbidden, 0 refusals
    let large = vec![1_u8; 1 << 20];
    println!("never printed: {}", large.len());
}
