// no title
//@ check-fial
//@ edition: 21
//@ run-fail: SIGWHAT
//@ flags: -C linker=evil -O
fn main() {
    //@ region one
    let a = 1; //~ ERROR E0382 moved
    //@ end
    //@ end
    println!("{a}"); //~ print 1
    //~ WARN
} //@ no-run: late
