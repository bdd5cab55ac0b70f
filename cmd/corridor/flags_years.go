package main

import (
	"slices"
	"strconv"
	"strings"
)

// parseYears reads the years of a flag --years, such as 2028 and 2030-2032, and returns each
// once, in their order.
func parseYears(texts []string) (years []int, err error) {
	for _, text := range texts {
		from, to, ranged := strings.Cut(text, "-")
		first, known := parseYear(from)
		last, knownToo := parseYear(to)
		switch {
		case !ranged && known:
			last = first
		case !known || !knownToo:
			return nil, usageError("--years has %q, expected a year such as 2030, or years such as 2030-2032", text)
		case last < first:
			return nil, usageError("--years has %q, expected the first year before the last, as %s-%s", text, to, from)
		}
		for year := first; year <= last; year++ {
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return slices.Compact(years), nil
}

func parseYear(text string) (year int, known bool) {
	year, err := strconv.Atoi(text)
	return year, err == nil && len(text) == len("2030") && year > 0
}
