//! A text that is borrowed until somebody has to change it.
use std::borrow::Cow;

fn tidy(name: &str) -> Cow<'_, str> {
    if name.contains(' ') {
        Cow::Owned(name.replace(' ', "-"))
    } else {
        Cow::Borrowed(name)
    }
}

fn main() {
    for name in ["momo", "jim button"] {
        let tidied = tidy(name);
        let kept = tidied.as_ptr() == name.as_ptr();
        println!("{tidied}: same letters {kept}"); //~ prints momo: same letters true
    } //~ prints jim-button: same letters false
    println!("{} bytes", size_of::<Cow<str>>()); //~ prints 24 bytes
}
