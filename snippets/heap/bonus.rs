//! A company pays bonuses: a tenth of the sales, and fifty for everyone.
struct Employee {
    name: String,
    bonus: u32,
}

fn tenth(amount: u32) -> u32 {
    let part = amount / 10;
    //@ snapshot: four frames deep, show: ada, name, sales, amount, part
    part
}

fn bonus(sales: u32) -> u32 {
    50 + tenth(sales)
}

fn paid(who: &str, sales: u32) -> Employee {
    let name = who.to_string();
    let bonus = bonus(sales);
    //@ snapshot: the bonus is known, show: ada, sales, name, bonus
    Employee { name, bonus }
}

fn main() {
    let ada = paid("Ada", 70);
    //@ snapshot: one employee, show: ada
    let grace = paid("Grace", 90);
    let company = vec![ada, grace];
    //@ snapshot: the company, show: ada, grace, company
    let total: u32 = company.iter().map(|employee| employee.bonus).sum();
    println!("{} and {} get {total}", company[0].name, company[1].name); //~ prints Ada and Grace get 116
}
