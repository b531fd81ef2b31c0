//! Free memory in many holes, and a request that fits into none of them.
type Block = Box<[u8; 2000]>;

fn main() {
    let mut blocks: Vec<Option<Block>> = (0..2000).map(|_| Some(Box::new([0; 2000]))).collect();
    let place = |block: &Option<Block>| block.as_ref().unwrap().as_ptr().addr();
    let among = place(&blocks[0])..place(&blocks[1999]);
    for block in blocks.iter_mut().step_by(2) {
        *block = None;
    }
    let free = (2000 - blocks.iter().flatten().count()) * size_of::<[u8; 2000]>();
    println!("{free} bytes are free"); //~ prints 2000000 bytes are free

    let same = Box::new([1_u8; 2000]);
    let fits = among.contains(&same.as_ptr().addr());
    println!("2000 bytes fit in: {fits}"); //~ prints 2000 bytes fit in: true
    let wider = Box::new([1_u8; 3000]);
    let fits = among.contains(&wider.as_ptr().addr());
    println!("3000 bytes fit in: {fits}"); //~ prints 3000 bytes fit in: false
}
