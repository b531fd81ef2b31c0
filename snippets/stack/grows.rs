//! The main stack is mapped as far as it was used, and stays so.
fn mapped_kib() -> u32 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmStk"));
    let mut words = line.unwrap().split_whitespace();
    words.nth(1).unwrap().parse().unwrap()
}

fn go_deep(levels: u32) -> u32 {
    let page = [1_u8; 4096];
    if levels == 0 {
        return mapped_kib();
    }
    go_deep(levels - 1).max(u32::from(page[0]))
}

fn main() {
    let before = mapped_kib();
    println!("at the start, less than 1 MiB: {}", before < 1024); //~ prints at the start, less than 1 MiB: true
    let below = go_deep(1000);
    println!("deep down, 3000 KiB more: {}", below > before + 3000); //~ prints deep down, 3000 KiB more: true
    println!("back again, the same: {}", mapped_kib() == below); //~ prints back again, the same: true
}
