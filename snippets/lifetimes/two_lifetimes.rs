//! Two texts, and a lifetime for each.
pub struct Quotation<'a, 'b> {
    pub text: &'a str,
    pub title: &'b str,
}
