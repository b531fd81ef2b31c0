//! From a boxed vector in an enum to its elements: two pointers.
//~v size 16, align 8, tag u32
enum Data {
    Number(i32),          //~ offset 4
    Array(Box<Vec<i32>>), //~ padding 4, offset 8
}

fn inside<T, U: ?Sized>(whole: &T, part: &U) -> bool {
    let start = std::ptr::from_ref(whole).addr();
    let place = std::ptr::from_ref(part).addr();
    (start..start + size_of::<T>()).contains(&place)
}

fn main() {
    for data in [Data::Number(7), Data::Array(Box::new(vec![1, 2, 3]))] {
        match &data {
            Data::Number(number) => println!("number {}", inside(&data, number)), //~ prints number true
            Data::Array(array) => {
                println!("box {}", inside(&data, array)); //~ prints box true
                println!("vector {}", inside(&data, array.as_ref())); //~ prints vector false
                println!("elements {}", inside(array.as_ref(), array.as_slice())); //~ prints elements false
            }
        }
    }
}
