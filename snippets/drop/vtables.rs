//! Two types behind one trait: only one of them has something to release.

use std::mem::needs_drop;

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

fn main() {
    let both: [Box<dyn Named>; 2] = [Box::new(Label("seat".into())), Box::new(Number(7))];
    println!("{} {}", both[0].name(), both[1].name()); //~ prints seat 7
    println!("{} {}", needs_drop::<Label>(), needs_drop::<Number>()); //~ prints true false
}
