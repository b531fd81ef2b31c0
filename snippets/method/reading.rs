//! A sensor's reading; the margin of the file says how it lies in memory.
pub struct Reading {
    //~v offset 8
    pub sensor: u8,
    pub value: f64,
    //~ padding 7
} //~^^^^^ size 16, align 8

fn main() {
    let reading = Reading {
        sensor: 7,
        value: 21.5,
    };
    println!("sensor {}: {}", reading.sensor, reading.value); //~ prints sensor 7: 21.5
}
