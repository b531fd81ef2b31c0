//! A weather station: some numbers inside, some elsewhere.
pub struct Station {
    pub code: [u8; 4],
    pub extremes: [f32; 2],
    pub samples: Vec<f32>,
}

fn main() {
    let samples = vec![1.5, 2.0];
    let mut station = Station {
        code: *b"ZRH1",
        extremes: [-3.5, 31.0],
        samples,
    };
    println!("{} bytes", size_of_val(&station)); //~ prints 40 bytes
    station.samples.extend([0.0; 1000]);
    println!("{} bytes", size_of_val(&station)); //~ prints 40 bytes
    println!("{} {}", station.code[0], station.extremes[1]); //~ prints 90 31
}
