"""Programs under strace: which system calls their `main` makes."""
