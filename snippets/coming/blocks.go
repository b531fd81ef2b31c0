//! How many blocks of the heap each of two functions asks for.
package main

import (
	"fmt"
	"testing"
)

type Corner struct{ X, Y int }

//go:noinline
func far() *Corner {
	c := Corner{1, 2}
	return &c
}

//go:noinline
func near() int {
	c := Corner{1, 2}
	p := &c
	return p.X + p.Y
}

func main() {
	near := testing.AllocsPerRun(100, func() { near() })
	far := testing.AllocsPerRun(100, func() { far() })
	fmt.Println("stays:", near, "blocks") //~ prints stays: 0 blocks
	fmt.Println("escapes:", far, "block") //~ prints escapes: 1 block
}
