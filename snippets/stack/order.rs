//! Five locals, from the lowest address to the highest.
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
    println!("as written: {}", found == written); //~ prints as written: true
    let unused = found[2].0 - found[1].0 - size_of_val(&wide);
    println!("unused behind wide: {unused} bytes"); //~ prints unused behind wide: 7 bytes
}
