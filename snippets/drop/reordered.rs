//! Fields, declared in one order and laid out in the other.

struct Tone<T: Copy + Into<u64>>(T);

impl<T: Copy + Into<u64>> Drop for Tone<T> {
    fn drop(&mut self) {
        print!("tone {}, ", self.0.into());
    }
}

struct Tower {
    bell: Tone<u8>,
    horn: Tone<u64>,
}

fn main() {
    let (bell, horn) = (Tone(1), Tone(2));
    let tower = Tower { bell, horn };
    let behind = (&raw const tower.bell).addr() > (&raw const tower.horn).addr();
    println!("the bell lies behind the horn: {behind}"); //~ prints the bell lies behind the horn: true
    drop(tower);
    println!("silence"); //~ prints tone 1, tone 2, silence
}
