//! A pointer that leads nowhere.
//@ run-fail: 2
package main

import "fmt"

func main() {
	var name *string
	fmt.Println(len(*name))
}
