//! What was arranged before the first line of `main`.
//@ flags: -C opt-level=0
fn main() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let signals = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name)).unwrap();
        u64::from_str_radix(line[name.len()..].trim(), 16).unwrap()
    };
    let has = |set: u64, signal: u32| set >> (signal - 1) & 1 == 1;
    println!("a handler for SIGSEGV: {}", has(signals("SigCgt:"), 11)); //~ prints a handler for SIGSEGV: true
    println!("SIGPIPE is ignored: {}", has(signals("SigIgn:"), 13)); //~ prints SIGPIPE is ignored: true
}
