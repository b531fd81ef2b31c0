//! The capacities that a vector goes through.
fn main() {
    let mut numbers = Vec::new();
    let mut steps = vec![numbers.capacity()];
    for number in 0..1000 {
        numbers.push(number);
        if numbers.capacity() > steps[steps.len() - 1] {
            steps.push(numbers.capacity());
        }
    }
    println!("{steps:?}"); //~ prints [0, 4, 8, 16, 32, 64, 128, 256, 512, 1024]
    println!("1000 pushes grew it {} times", steps.len() - 1); //~ prints 1000 pushes grew it 9 times

    let doubled = steps[1..].windows(2).all(|two| two[1] == 2 * two[0]);
    println!("doubled each time: {doubled}"); //~ prints doubled each time: true
}
