package scenarios

import "corridor/scenarios/language"

// ReadUnits converts the numbers with units of a condition on draws, such as throughput_mt_2030 <
// 5500 kt, to numbers in the unit of what they are compared with. Find finds the name that a text
// begins with, and its unit. An error is told at so many letters.
func ReadUnits(condition string, find func(text string) (name, unit string)) (language.InUnits, int, error) {
	return language.ReadUnits(condition, find)
}
