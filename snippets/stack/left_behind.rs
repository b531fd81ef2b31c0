//! The bytes of a frame that is gone. Undefined behaviour, for the sake of looking.
const MARK: u64 = 0x5EC2E7;

fn leave() -> *const u64 {
    let secrets = [MARK; 16];
    &raw const secrets[8]
}

fn overwrite() -> u64 {
    let zeros = [0_u64; 64];
    zeros[7]
}

fn main() {
    let place = leave();
    let after_return = unsafe { *place };
    overwrite();
    let after_next_call = unsafe { *place };
    println!("after the return: {after_return:#x}"); //~ prints after the return: 0x5ec2e7
    println!("after the next call: {after_next_call:#x}"); //~ prints after the next call: 0x0
}
