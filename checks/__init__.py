"""What is true of the book today: one promise a file, one test a claim, listing or record."""
