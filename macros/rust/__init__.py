"""The compiler's side: the toolchain is found, crates are compiled, answers are read."""
