//! A large block gets pages of its own, and gives them back.
fn mapped_kib() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmSize"));
    let mut words = line.unwrap().split_whitespace();
    words.nth(1).unwrap().parse().unwrap()
}

fn main() {
    let before = mapped_kib();
    let large = vec![1_u8; 64 << 20];
    let during = mapped_kib();
    println!("{} MiB more", (during - before) >> 10); //~ prints 64 MiB more
    drop(large);
    println!("{} KiB kept", mapped_kib() - before); //~ prints 0 KiB kept
}
