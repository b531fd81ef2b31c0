//! Two instruments of different sizes behind boxes of one size.
trait Instrument {
    fn play(&self) -> String;
}

struct Drum(u8);
struct Flute([u32; 4]);

impl Instrument for Drum {
    fn play(&self) -> String {
        "boom ".repeat(self.0.into())
    }
}

impl Instrument for Flute {
    fn play(&self) -> String {
        format!("{:?}", self.0)
    }
}

fn main() {
    let drum: Box<dyn Instrument> = Box::new(Drum(2));
    //@ snapshot: a drum
    let flute: Box<dyn Instrument> = Box::new(Flute([440, 494, 523, 587]));
    //@ snapshot: and a flute
    for member in [&drum, &flute] {
        let block = size_of_val(&**member);
        println!("{}, {block} bytes", member.play()); //~ prints boom boom , 1 bytes
    } //~ prints [440, 494, 523, 587], 16 bytes
    let band = [drum, flute];
    //@ snapshot: the band, show: drum, flute, band
    println!("the row: {} bytes", size_of_val(&band)); //~ prints the row: 32 bytes
}
