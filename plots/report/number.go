package report

import (
	"math"
	"strconv"
	"strings"

	"corridor/sim/tables"
)

// cell is a number of the page: what is read, and the value of the table it shows.
type cell struct {
	Text string
	Raw  string // empty where there is no value
}

func raw(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return tables.FormatNumber(v)
}

const (
	none        = "–"
	percentSign = "\u00a0%" // kept on the line of its number
)

// number writes a number with so many decimals, thousands apart by commas, and a
// dash where there is none.
func number(v float64, decimals int) string {
	if math.IsNaN(v) {
		return none
	}
	text := tables.Thousands(strconv.FormatFloat(math.Abs(v), 'f', decimals, 64), ",")
	if v < 0 && strings.ContainsAny(text, "123456789") {
		return "−" + text
	}
	return text
}

func integer(n int) string { return number(float64(n), 0) }

// plain writes a number of a scenario as its author would, with thousands apart.
func plain(v float64) string {
	if math.IsNaN(v) {
		return none
	}
	text := tables.FormatNumber(v)
	if strings.ContainsAny(text, "e") {
		return text
	}
	_, fraction, _ := strings.Cut(text, ".")
	return number(v, len(fraction))
}

// readable writes a number with at most two decimals.
func readable(v float64) string {
	text := number(v, 2)
	if strings.Contains(text, ".") {
		text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// signed puts a plus before a difference that is written as more than nothing.
func signed(v float64, text string) string {
	if v > 0 && strings.ContainsAny(text, "123456789") {
		return "+" + text
	}
	return text
}

// percent writes a probability with one decimal.
func percent(p float64) string {
	if math.IsNaN(p) {
		return none
	}
	return number(100*p, 1) + percentSign
}

// spoken writes 2028 as it is and 2028-12 as December 2028.
func spoken(period string) string {
	if p, err := tables.ParsePeriod(period); err == nil {
		return p.Name()
	}
	return period
}
