//! Asks for the network.

use std::net::TcpStream;

fn main() {
    let error = TcpStream::connect("192.0.2.1:9").unwrap_err();
    println!("{:?}", error.kind());
}
