//! A digest has one length, and its type says so.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Digest([u8; 32]);

fn read_digest(bytes: &[u8]) -> Option<Digest> {
    bytes.try_into().ok().map(Digest)
}

fn main() {
    let bytes: Vec<u8> = (0..32).collect();
    let whole = read_digest(&bytes);
    let cut = read_digest(&bytes[..31]);
    println!("whole: {}", whole.is_some()); //~ prints whole: true
    println!("cut: {}", cut.is_some()); //~ prints cut: false

    let copy = whole;
    println!("equal: {}", whole == copy); //~ prints equal: true
    println!("first: {:?}", copy.map(|digest| digest.0[0])); //~ prints first: Some(0)
}
