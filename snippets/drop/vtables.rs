//! Two types behind one trait: only one of them has something to release.

trait Named {
    fn name(&self) -> String;
}

struct Label(String);
struct Number(u32);

impl Named for Label {
    fn name(&self) -> String {
        self.0.clone()
    }
}

impl Named for Number {
    fn name(&self) -> String {
        self.0.to_string()
    }
}

fn first_word(named: &dyn Named) -> usize {
    let [_, vtable]: [*const usize; 2] = unsafe { std::mem::transmute(named) };
    unsafe { *vtable }
}

fn main() {
    for named in [&Label("seat".into()) as &dyn Named, &Number(7)] {
        let glue = first_word(named) != 0;
        println!("{}: drop glue {glue}", named.name()); //~ prints seat: drop glue true
    } //~ prints 7: drop glue false
}
