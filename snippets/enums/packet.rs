//! One large variant sets the size of all, until it goes into a box.
enum Packet<B> {
    Ping(u8),
    Block(B),
}

fn report<B>(packets: Vec<Packet<B>>) {
    for packet in &packets {
        match packet {
            Packet::Ping(number) => println!("ping {number}: {} bytes", size_of_val(packet)),
            Packet::Block(block) => println!("block: {} bytes inside", size_of_val(block)),
        }
    }
}

fn main() {
    report(vec![Packet::Ping(1), Packet::Block([0_u8; 256])]);
    //~v prints ping 1: 257 bytes
    //~v prints block: 256 bytes inside
    report(vec![Packet::Ping(2), Packet::Block(Box::new([0_u8; 256]))]);
    //~v prints ping 2: 16 bytes
    //~v prints block: 8 bytes inside
}
