//! The address of a value in a map.
//@ check-fail
package main

func main() {
	ages := map[string]int{"Ada": 36}
	ada := &ages["Ada"] //~ ERROR cannot take address of
	*ada += 1
}
