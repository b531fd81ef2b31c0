//! The content of a variant lies inside the enum; what it owns lies elsewhere.
//~v size 24, align 8
enum Data {
    Number(i32),     //~ offset 8, niche 0x8000_0000_0000_0000 means Number
    Array(Vec<i32>), //~ offset 0
}

fn inside<T, U: ?Sized>(whole: &T, part: &U) -> bool {
    let start = std::ptr::from_ref(whole).addr();
    let place = std::ptr::from_ref(part).addr();
    (start..start + size_of::<T>()).contains(&place)
}

fn main() {
    for data in [Data::Number(7), Data::Array(vec![1, 2, 3])] {
        match &data {
            Data::Number(number) => println!("the number: {}", inside(&data, number)),
            Data::Array(array) => {
                println!("the vector: {}", inside(&data, array));
                println!("its elements: {}", inside(&data, array.as_slice()));
            }
        }
    }
    //~v prints the number: true
    //~v prints the vector: true
    //~v prints its elements: false
}
