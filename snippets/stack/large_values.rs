//! Where a large argument lies, and where a large result is made.
type Page = [u8; 4096];

fn fill(place: &mut usize) -> Page {
    let page = [7; 4096];
    *place = page.as_ptr().addr();
    page
}

fn take(page: Page, original: usize) {
    let local = 0_u8;
    let copy = page.as_ptr().addr();
    println!("the argument is a copy: {}", copy != original); //~ prints the argument is a copy: true
    let frame = (&raw const local).addr();
    let outside = copy > frame + size_of::<Page>();
    println!("outside the frame of `take`: {outside}"); //~ prints outside the frame of `take`: true
}

fn main() {
    let mut made_at = 0;
    let page = fill(&mut made_at);
    let kept_at = page.as_ptr().addr();
    println!("the result was made in place: {}", made_at == kept_at); //~ prints the result was made in place: true
    take(page, kept_at);
}
