//! A struct lies in the frame as a whole, field by field.
struct Reading {
    station: [u8; 16],
    unit: char,
    valid: bool,
    value: i32,
}

fn main() {
    let reading = Reading {
        station: *b"Royal Greenwich\n",
        unit: 'F',
        valid: true,
        value: 54,
    };
    let start = (&raw const reading).addr();
    let frame = start..start + size_of::<Reading>();
    let inside = |place: usize| frame.contains(&place);
    println!("station {}", inside((&raw const reading.station).addr())); //~ prints station true
    println!("unit {}", inside((&raw const reading.unit).addr())); //~ prints unit true
    println!("valid {}", inside((&raw const reading.valid).addr())); //~ prints valid true
    println!("value {}", inside((&raw const reading.value).addr())); //~ prints value true
}
