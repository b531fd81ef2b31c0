//! A slice that is appended to, and the one it was cut from.
package main

import "fmt"

type Corner struct{ X, Y int }

func main() {
	ages := []int{65, 54, 57}
	part := append(ages[1:2], 31)
	fmt.Println(ages, part) //~ prints [65 54 31] [54 31]

	corner := Corner{1, 2}
	other := corner
	other.X = 10
	fmt.Println(corner.X, other.X) //~ prints 1 10
}
