//! Two variants without content.
#[derive(Clone, Copy)]
enum HttpStatus {
    Ok,
    NotFound,
}

fn main() {
    for status in [HttpStatus::Ok, HttpStatus::NotFound] {
        println!("{} in {} byte", status as u8, size_of_val(&status));
    }
    //~v prints 0 in 1 byte
    //~v prints 1 in 1 byte
}
