//! Two variants without content.
#[derive(Clone, Copy)]
//~v size 1, align 1, tag u8
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
