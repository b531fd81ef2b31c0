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
    let (kind, payload) = (1, *b"hey");
    let short = Packet { kind, payload };
    println!("thin pointer {} bytes", size_of_val(&&short)); //~ prints thin pointer 8 bytes
    show(&short); //~ prints packet 6 bytes

    let (kind, payload) = (2, [0; 100]);
    show(&Packet { kind, payload }); //~ prints packet 102 bytes
}
