//! A field has left, and the others are released where the whole would have been.

struct Part(&'static str);

impl Drop for Part {
    fn drop(&mut self) {
        print!("{} released, ", self.0);
    }
}

struct Lamp {
    bulb: Part,
    shade: Part,
    foot: Part,
}

fn main() {
    {
        let lamp = Lamp {
            bulb: Part("bulb"),
            shade: Part("shade"),
            foot: Part("foot"),
        };
        let shade = lamp.shade;
        print!("{} kept, ", shade.0);
        print!("{} and {} left, ", lamp.bulb.0, lamp.foot.0);
    }
    println!("dark"); //~ prints shade kept, bulb and foot left, shade released, bulb released, foot released, dark
}
