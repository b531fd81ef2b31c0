//! How far the stack of the main thread may grow.
fn main() {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
    let mut lines = limits.lines();
    let line = lines.find(|line| line.starts_with("Max stack size"));
    let bytes = line.unwrap().split_whitespace().nth(3).unwrap();
    let mib = bytes.parse::<f64>().unwrap() / 1024.0 / 1024.0;
    println!("{bytes} bytes, {mib} MiB"); //~ prints 8388608 bytes, 8 MiB
}
