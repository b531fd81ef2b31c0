//! Three locals in one frame.
struct Corner {
    x: i32,
    y: i32,
}

fn main() {
    let year = 1815;
    //@ snapshot: one local, show: year
    let open = true;
    let corner = Corner { x: 3, y: 4 };
    //@ snapshot: three locals, show: year, open, corner
    println!("{year} {open} {}", corner.x + corner.y); //~ prints 1815 true 7
}
