//! A struct whose last field may have any length.
struct Packet<T: ?Sized> {
    kind: u16,
    payload: T,
}

fn show(packet: &Packet<[u8]>) {
    println!("kind {}, payload {}", packet.kind, packet.payload.len());
    println!("packet {} bytes", size_of_val(packet));
    println!("wide pointer {} bytes", size_of_val(&packet)); //~ prints wide pointer 16 bytes
}

fn main() {
    let short = Packet {
        kind: 1,
        payload: *b"hey",
    };
    let long = Packet {
        kind: 2,
        payload: [0; 100],
    };
    show(&short); //~ prints packet 6 bytes
    show(&long); //~ prints packet 102 bytes
    println!("thin pointer {} bytes", size_of_val(&&short)); //~ prints thin pointer 8 bytes
}
