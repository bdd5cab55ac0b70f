package main

import (
	"slices"
	"strconv"
)

// parseYears reads the years of a flag --years, and returns each once, in their order.
func parseYears(texts []string) (years []int, err error) {
	for _, text := range texts {
		year, err := strconv.Atoi(text)
		if err != nil || len(text) != len("2030") {
			return nil, usageError("--years has %q, expected a year such as 2030", text)
		}
		years = append(years, year)
	}
	slices.Sort(years)
	return slices.Compact(years), nil
}
