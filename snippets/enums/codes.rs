//! Two variants with numbers of their own.
#[derive(Clone, Copy)]
//~v size 2, align 2, tag u16
enum HttpStatus {
    Ok = 200,
    NotFound = 404,
}

fn report(status: HttpStatus) {
    println!("{} in {} bytes", status as u16, size_of_val(&status));
}

fn main() {
    report(HttpStatus::Ok); //~ prints 200 in 2 bytes
    report(HttpStatus::NotFound); //~ prints 404 in 2 bytes
}
