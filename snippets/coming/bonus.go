//! The bonus of an employee.
package main

import "fmt"

type Employee struct {
	Name          string
	Wage, Percent int
}

func bonusFor(employee *Employee) int {
	return employee.Wage * employee.Percent / 100
}

func main() {
	ada := Employee{"Ada", 5000, 40}
	fmt.Println(ada.Name, bonusFor(&ada)) //~ prints Ada 2000
}
