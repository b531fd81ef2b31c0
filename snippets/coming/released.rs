//! Every release has its line.

struct File(&'static str);

impl Drop for File {
    fn drop(&mut self) {
        println!("close {}", self.0);
    }
}

fn main() {
    let log = File("log");
    {
        let _data = File("data");
        println!("work"); //~ prints work
    }
    //~^ prints close data
    drop(log); //~ prints close log
    println!("end"); //~ prints end
}
