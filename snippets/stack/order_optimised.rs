//! The same five locals in an optimised build.
//@ flags: -C opt-level=3
fn main() {
    let byte = 1_u8;
    let wide = 2_u64;
    let flag = true;
    let pair = (3_u16, 4_u8);
    let half = 5_u32;
    let written = [
        (&raw const byte as usize, "byte"),
        (&raw const wide as usize, "wide"),
        (&raw const flag as usize, "flag"),
        (&raw const pair as usize, "pair"),
        (&raw const half as usize, "half"),
    ];
    let mut found = written;
    found.sort();
    println!("{:?}", found.map(|(_, name)| name));
    println!("as written: {}", found == written); //~ prints as written: false
}
