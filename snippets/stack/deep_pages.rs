//! Five hundred calls deep, each with a page of its own.
fn pages_below(levels: u32) -> u32 {
    let page = [1_u8; 4096];
    if levels == 0 {
        return 0;
    }
    u32::from(page[0]) + pages_below(levels - 1)
}

fn main() {
    assert_eq!(pages_below(500), 500);
}
