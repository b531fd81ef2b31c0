//! Types inside types, as programs have them.
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

enum List {
    Cons(i32, Box<List>),
    Nil,
}
#[derive(Clone)]
struct Employee {
    name: String,
    salary: u32,
    sales: Vec<u16>,
}
trait Speak {
    fn speak(&self) -> String;
}
impl Speak for Employee {
    fn speak(&self) -> String {
        format!("{} {}", self.name, self.salary)
    }
}
fn raise(person: &mut Employee, by: u32) -> u32 {
    person.salary += by;
    //@ snapshot: raise, show: person, by
    person.salary
}
fn sum(all: &[Employee]) -> u32 {
    //@ snapshot: sum, show: all
    all.iter().map(|one| one.salary).sum()
}

fn main() {
    let list = List::Cons(1, Box::new(List::Cons(2, Box::new(List::Nil))));
    let shared = Rc::new(RefCell::new(vec![1_u8, 2]));
    let second = Rc::clone(&shared);
    let holding = second.borrow_mut();
    let counter = Arc::new(Mutex::new(5_i32));
    let maybe: Option<Box<dyn Speak>> = None;
    //@ snapshot: nested, show: list, shared, second, counter, maybe
    drop(holding);
    let names = [String::from("a"), String::from("b")];
    let slice: &[String] = &names[1..];
    let word: &String = &names[0];
    let text: &str = &names[0];
    let double: &&str = &text;
    let cow: Cow<str> = Cow::Borrowed(text);
    //@ snapshot: borrows, show: names, slice, word, text, double, cow
    let mut staff = vec![Employee {
        name: "Ann".into(),
        salary: 100,
        sales: vec![3, 4],
    }];
    staff.push(staff[0].clone());
    raise(&mut staff[1], 20);
    let total = sum(&staff);
    let speaker: Option<Box<dyn Speak>> = Some(Box::new(staff.remove(0)));
    let queue = VecDeque::from([1_u8]);
    let options = vec![Some(Box::new(1_u8)), None];
    let pair = (Some("x"), None::<&str>);
    //@ snapshot: staff, show: staff, total, speaker, queue, options, pair
    println!("staff: staff.len = {}", staff.len());
    println!("staff: staff.cap = {}", staff.capacity());
    println!("staff: staff.0.salary = {}", staff[0].salary);
    println!("staff: staff.0.sales.len = {}", staff[0].sales.len());
    let _ = (
        speaker.map(|one| one.speak()),
        queue,
        options,
        pair,
        maybe.is_some(),
    );
    if let List::Cons(number, _) = list {
        let _ = (number, cow, double, word, slice, counter);
    }
    let place = &staff[0].salary;
    let handle = std::thread::scope(|scope| {
        let worker = scope.spawn(|| {
            let seen = *place;
            //@ snapshot: scoped, show: seen, place
            seen
        });
        worker.join().unwrap()
    });
    let _ = handle;
}
