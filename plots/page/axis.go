package page

import (
	"math"
	"strconv"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/words"
	"gonum.org/v1/plot/vg"
)

// Axis maps values to one side of a panel.
type Axis struct {
	Min, Max float64
	Ticks    []Tick
	Log      bool // the logarithm of a value says where it lies
	Lines    bool // grid lines across the panel at its ticks
	Decimals int  // of a value written beside its point: one more than a tick has
}

// Tick is a mark on an axis. A label may stand elsewhere than its mark, as that
// of a year does, which is centred under its twelve months.
type Tick struct {
	At      float64
	Label   string
	LabelAt float64
	Unmark  bool // label only
	Minor   bool
}

// share returns how far along the axis v is, from 0 to 1.
func (a Axis) share(v float64) float64 {
	if a.Log {
		return a.logShare(v)
	}
	return (v - a.Min) / (a.Max - a.Min)
}

// LabelOf returns the label of the tick at a value.
func (a Axis) LabelOf(v float64) string {
	for _, t := range a.Ticks {
		if t.At == v {
			return t.Label
		}
	}
	return ""
}

// Step returns the smallest of 1, 2 and 5 times a power of ten that covers the
// range in at most n steps.
func Step(span float64, n int) float64 {
	if !(span > 0) {
		return 1
	}
	// Decimal text is exact where a logarithm would differ by processor.
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(span/float64(n), 'e', -1, 64), "e")
	m, _ := strconv.ParseFloat(mantissa, 64)
	e, _ := strconv.Atoi(exponent)
	digit := "1"
	switch {
	case m <= 1:
	case m <= 2:
		digit = "2"
	case m <= 5:
		digit = "5"
	default:
		e++
	}
	s, _ := strconv.ParseFloat(digit+"e"+strconv.Itoa(e), 64)
	return s
}

// DecimalsOf returns how many decimals a multiple of the step needs.
func DecimalsOf(step float64) int {
	_, exponent, _ := strings.Cut(strconv.FormatFloat(step, 'e', -1, 64), "e")
	e, _ := strconv.Atoi(exponent)
	return max(0, -e)
}

// ValueAxis runs from zero to the first step at or above the largest value, in
// about n steps. Data that are zero throughout get an axis up to one.
func (on *Page) ValueAxis(largest float64, n int) Axis {
	s := Step(largest, n)
	if !(largest > 0) {
		largest = s
	}
	count := int(math.Ceil(largest/s - 1e-9))
	a := Axis{Max: float64(float64(count) * s), Lines: true}
	for i := range count + 1 {
		v := float64(float64(i) * s)
		a.Ticks = append(a.Ticks, Tick{At: v, LabelAt: v, Label: on.Amount(v, DecimalsOf(s))})
	}
	if s < 100 {
		a.Decimals = DecimalsOf(s) + 1
	}
	return a
}

// YearAxis gives every year a slot of width one, centred on the year.
func YearAxis(first, last int, width vg.Length) Axis {
	a := Axis{Min: float64(first) - 0.5, Max: float64(last) + 0.5}
	every := yearStep(last-first+1, width)
	for y := first; y <= last; y++ {
		t := Tick{At: float64(y), LabelAt: float64(y)}
		if y%every == 0 || last == first {
			t.Label = strconv.Itoa(y)
		}
		t.Minor = t.Label == ""
		a.Ticks = append(a.Ticks, t)
	}
	return a
}

// yearStep returns how many years apart labels stand so that they do not crowd.
func yearStep(years int, width vg.Length) int {
	room := max(1, int(width/(1.3*AxisText.Width("2000"))))
	return max(1, int(Step(float64(years), room)))
}

// MonthAxis gives every month a slot of width one from its own number on. Januaries are
// marked, quarters lightly, and years are named under their months. Where there are few
// months and room, each has its name.
func (on *Page) MonthAxis(first, last words.Month, width vg.Length) Axis {
	a := Axis{Min: float64(first), Max: float64(last) + 1}
	if last-first < fewMonths && (last-first < fewestMonths || on.monthsFit(first, last, width)) {
		for m := first; m <= last; m++ {
			t := Tick{At: float64(m), Minor: m%12 != 0, LabelAt: float64(m) + 0.5, Label: on.Short[m.Index()]}
			if m == first || m%12 == 0 {
				t.Label = on.ShortMonth(m)
			}
			a.Ticks = append(a.Ticks, t)
		}
		return a
	}
	every := yearStep(int(last-first)/12+1, width)
	slot := width / vg.Length(last-first+1)
	for m := first; m <= last; m++ {
		switch {
		case m%12 == 0:
			a.Ticks = append(a.Ticks, Tick{At: float64(m), Minor: 12*slot < leastSlot && m.Year()%every != 0})
		case m%3 == 0 && 12*slot >= leastSlot:
			a.Ticks = append(a.Ticks, Tick{At: float64(m), Minor: true})
		}
	}
	for y := first.Year(); y <= last.Year(); y++ {
		from, to := max(first, words.Month(y*12)), min(last+1, words.Month(y*12+12))
		if y%every == 0 && to-from >= 6 {
			a.Ticks = append(a.Ticks, Tick{
				At: float64(from), Unmark: true,
				Label: strconv.Itoa(y), LabelAt: float64(from+to) / 2,
			})
		}
	}
	return a
}

const (
	leastSlot    = vg.Length(8) // of a year with quarters
	fewMonths    = 18
	fewestMonths = 6 // so few have no year of half its months to name
)

// monthsFit reports whether the names of months keep apart on that width.
func (on *Page) monthsFit(first, last words.Month, width vg.Length) bool {
	slot := width / vg.Length(last-first+1)
	for m := first; m < last; m++ {
		one, next := AxisText.Width(on.Short[m.Index()]), AxisText.Width(on.Short[(m+1).Index()])
		if m == first || m%12 == 0 {
			one = AxisText.Width(on.ShortMonth(m))
		}
		if (m+1)%12 == 0 {
			next = AxisText.Width(on.ShortMonth(m + 1))
		}
		if ink.Half(one+next)+3 > slot {
			return false
		}
	}
	return true
}

// SignedAxis holds zero and all values from low to high, in about n steps.
func (on *Page) SignedAxis(low, high float64, n int) Axis {
	low, high = min(low, 0), max(high, 0)
	s := Step(high-low, n)
	from, to := int(math.Floor(low/s+1e-9)), int(math.Ceil(high/s-1e-9))
	if from == to {
		to++
	}
	a := Axis{Min: float64(float64(from) * s), Max: float64(float64(to) * s)}
	if s < 100 {
		a.Decimals = DecimalsOf(s) + 1
	}
	for i := from; i <= to; i++ {
		v := float64(float64(i) * s)
		label := on.Amount(v, DecimalsOf(s))
		if v > 0 {
			label = "+" + label
		}
		a.Ticks = append(a.Ticks, Tick{At: v, LabelAt: v, Label: label})
	}
	return a
}
