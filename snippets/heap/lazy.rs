//! Memory that was promised, and memory that is there.
fn resident_kib() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    let mut words = line.unwrap().split_whitespace();
    words.nth(1).unwrap().parse().unwrap()
}

fn main() {
    let before = resident_kib();
    let mut zeros = vec![0_u8; 256 << 20];
    let untouched = resident_kib() - before;
    println!("{} MiB asked for", zeros.len() >> 20); //~ prints 256 MiB asked for
    println!("less than 8 MiB are there: {}", untouched < 8 << 10); //~ prints less than 8 MiB are there: true

    zeros[..64 << 20].fill(1);
    let touched = resident_kib() - before;
    let as_written = (64..72).contains(&(touched >> 10));
    println!("64 MiB or a little more: {as_written}"); //~ prints 64 MiB or a little more: true
}
