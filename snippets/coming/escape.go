//! Which of two locals the compiler moves to the heap.
//@ flags: -gcflags=-m
package main

type Corner struct{ X, Y int }

//go:noinline
func far() *Corner {
	c := Corner{1, 2} //~ WARN escape moved to heap: c
	return &c
}

//go:noinline
func near() int {
	c := Corner{1, 2}
	p := &c
	return p.X + p.Y
}

//go:noinline
func main() {
	println(far().X, near())
}
