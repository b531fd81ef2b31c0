//! An employee is hired, gets a bonus, and leaves.

struct Employee {
    name: String,
    wage: u32,
    bonus: u32,
}

fn hire(name: &str, wage: u32) -> Box<Employee> {
    let employee = Employee {
        name: String::from(name),
        wage,
        bonus: 0,
    };
    //@ snapshot: in the frame of hire, show: employee, wage
    Box::new(employee)
}

fn bonus_for(wage: u32, sales: u32) -> u32 {
    let per_sale = wage / 10;
    //@ snapshot: in the frame of bonus_for, show: wage, sales, per_sale, ada
    per_sale * sales
}

fn main() {
    let mut ada = hire("Ada", 5000);
    //@ snapshot: hired, show: ada
    ada.bonus = bonus_for(ada.wage, 4);
    //@ snapshot: the bonus is written, show: ada
    println!("{} gets {}", ada.name, ada.bonus); //~ prints Ada gets 2000
    drop(ada);
    //@ snapshot: Ada has left, show: ada
    println!("nobody is left"); //~ prints nobody is left
}
