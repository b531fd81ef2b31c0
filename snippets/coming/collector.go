//! The collector is a part of the standard library.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Println("collections:", after.NumGC-before.NumGC) //~ prints collections: 1
}
