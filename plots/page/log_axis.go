package page

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"corridor/model/portable"
)

// logSteps are the ticks of a decade, from few to many.
var logSteps = [][]string{{"1"}, {"1", "3"}, {"1", "2", "5"}, {"1", "2", "3", "5", "7"}, {"1", "1.5", "2", "3", "4", "5", "7"}}

// LogAxis runs from one value above 0 to a higher one. The same length is the same ratio
// everywhere on it. It has at most n ticks.
func (on *Page) LogAxis(low, high float64, n int) Axis {
	a := Axis{Min: low, Max: high, Log: true, Lines: true}
	_, exponent, _ := strings.Cut(strconv.FormatFloat(low, 'e', -1, 64), "e")
	first, _ := strconv.Atoi(exponent)
	for _, steps := range logSteps {
		var ticks []Tick
		for e, below := first, true; below; e++ {
			for _, step := range steps {
				// Decimal text is exact where a power would differ by processor.
				v, err := strconv.ParseFloat(step+"e"+strconv.Itoa(e), 64)
				below = err == nil && v <= high
				if v >= low && below {
					ticks = append(ticks, Tick{At: v, LabelAt: v, Label: on.Amount(v, digitsAfterPoint(v))})
				}
			}
		}
		if len(ticks) > n && a.Ticks != nil {
			break
		}
		a.Ticks = ticks
	}
	if every := (len(a.Ticks) + n - 1) / n; every > 1 {
		kept := 0
		a.Ticks = slices.DeleteFunc(a.Ticks, func(Tick) bool { kept++; return kept%every != 1 })
	}
	return a
}

// digitsAfterPoint is how many a number has when it is written out.
func digitsAfterPoint(v float64) int {
	_, fraction, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	return len(fraction)
}

// logShare returns how far along a logarithmic axis v is. What is not above 0 lies at its
// start.
func (a Axis) logShare(v float64) float64 {
	if !(v > a.Min) {
		return 0
	}
	return math.Min(1, portable.Log(v/a.Min)/portable.Log(a.Max/a.Min))
}
