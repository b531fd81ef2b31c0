//! In a repr(u8) enum the tag is the first byte, and may be read.
#[repr(u8)]
//~v size 8, align 4, tag u8
enum Opcode {
    Halt = 1,
    Load(u32) = 7,            //~ padding 3, offset 4
    Jump { target: u16 } = 9, //~ padding 1, offset 2
}

fn tag(opcode: &Opcode) -> u8 {
    unsafe { std::ptr::from_ref(opcode).cast::<u8>().read() }
}

fn main() {
    for opcode in [Opcode::Halt, Opcode::Load(5), Opcode::Jump { target: 64 }] {
        match &opcode {
            Opcode::Halt => println!("halt is {}", tag(&opcode)), //~ prints halt is 1
            Opcode::Load(value) => println!("load {value} is {}", tag(&opcode)), //~ prints load 5 is 7
            Opcode::Jump { target } => println!("jump to {target} is {}", tag(&opcode)), //~ prints jump to 64 is 9
        }
    }
}
