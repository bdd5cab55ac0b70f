package plots

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"
)

// axis maps values to one side of a panel.
type axis struct {
	min, max float64
	ticks    []tick
	lines    bool // grid lines across the panel at its ticks
	decimals int  // of a value written beside its point: one more than a tick has
}

// tick is a mark on an axis. A label may stand elsewhere than its mark, as that
// of a year does, which is centred under its twelve months.
type tick struct {
	at      float64
	label   string
	labelAt float64
	unmark  bool // label only
	minor   bool
}

// share returns how far along the axis v is, from 0 to 1.
func (a axis) share(v float64) float64 { return (v - a.min) / (a.max - a.min) }

// step returns the smallest of 1, 2 and 5 times a power of ten that covers the
// range in at most n steps.
func step(span float64, n int) float64 {
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

// decimalsOf returns how many decimals a multiple of the step needs.
func decimalsOf(step float64) int {
	_, exponent, _ := strings.Cut(strconv.FormatFloat(step, 'e', -1, 64), "e")
	e, _ := strconv.Atoi(exponent)
	return max(0, -e)
}

// valueAxis runs from zero to the first step at or above the largest value, in
// about n steps. Data that are zero throughout get an axis up to one.
func (on *page) valueAxis(largest float64, n int) axis {
	s := step(largest, n)
	if !(largest > 0) {
		largest = s
	}
	count := int(math.Ceil(largest/s - 1e-9))
	a := axis{max: float64(float64(count) * s), lines: true}
	for i := range count + 1 {
		v := float64(float64(i) * s)
		a.ticks = append(a.ticks, tick{at: v, labelAt: v, label: on.amount(v, decimalsOf(s))})
	}
	if s < 100 {
		a.decimals = decimalsOf(s) + 1
	}
	return a
}

// yearAxis gives every year a slot of width one, centred on the year.
func yearAxis(first, last int, width vg.Length) axis {
	a := axis{min: float64(first) - 0.5, max: float64(last) + 0.5}
	every := yearStep(last-first+1, width)
	for y := first; y <= last; y++ {
		t := tick{at: float64(y), labelAt: float64(y)}
		if y%every == 0 || last == first {
			t.label = strconv.Itoa(y)
		}
		t.minor = t.label == ""
		a.ticks = append(a.ticks, t)
	}
	return a
}

// yearStep returns how many years apart labels stand so that they do not crowd.
func yearStep(years int, width vg.Length) int {
	room := max(1, int(width/(1.3*axisText.width("2000"))))
	return max(1, int(step(float64(years), room)))
}

// monthAxis gives every month a slot of width one from its own number on, see
// month. Januaries are marked, quarters lightly, and years are named under
// their months. Where there are few months and room, each has its name.
func (on *page) monthAxis(first, last month, width vg.Length) axis {
	a := axis{min: float64(first), max: float64(last) + 1}
	if last-first < fewMonths && (last-first < fewestMonths || on.monthsFit(first, last, width)) {
		for m := first; m <= last; m++ {
			t := tick{at: float64(m), minor: m%12 != 0, labelAt: float64(m) + 0.5, label: on.Short[m.Index()]}
			if m == first || m%12 == 0 {
				t.label = on.shortMonth(m)
			}
			a.ticks = append(a.ticks, t)
		}
		return a
	}
	every := yearStep(int(last-first)/12+1, width)
	slot := width / vg.Length(last-first+1)
	for m := first; m <= last; m++ {
		switch {
		case m%12 == 0:
			a.ticks = append(a.ticks, tick{at: float64(m), minor: 12*slot < leastSlot && m.Year()%every != 0})
		case m%3 == 0 && 12*slot >= leastSlot:
			a.ticks = append(a.ticks, tick{at: float64(m), minor: true})
		}
	}
	for y := first.Year(); y <= last.Year(); y++ {
		from, to := max(first, month(y*12)), min(last+1, month(y*12+12))
		if y%every == 0 && to-from >= 6 {
			a.ticks = append(a.ticks, tick{
				at: float64(from), unmark: true,
				label: strconv.Itoa(y), labelAt: float64(from+to) / 2,
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
func (on *page) monthsFit(first, last month, width vg.Length) bool {
	slot := width / vg.Length(last-first+1)
	for m := first; m < last; m++ {
		one, next := axisText.width(on.Short[m.Index()]), axisText.width(on.Short[(m+1).Index()])
		if m == first || m%12 == 0 {
			one = axisText.width(on.shortMonth(m))
		}
		if (m+1)%12 == 0 {
			next = axisText.width(on.shortMonth(m + 1))
		}
		if half(one+next)+3 > slot {
			return false
		}
	}
	return true
}

// amount writes a number for a reader, as the language marks thousands and decimals.
// What would take too many figures is written with a power of ten.
func (w *words) amount(v float64, decimals int) string {
	if math.Abs(v) >= longest || decimals > mostDecimals && math.Abs(v) < shortest && v != 0 {
		return w.power(v)
	}
	s := strconv.FormatFloat(v, 'f', min(decimals, mostDecimals), 64)
	whole, fraction, _ := strings.Cut(s, ".")
	digits := strings.TrimPrefix(whole, "-")
	if len(digits) > 4 {
		for i := len(digits) - 3; i > 0; i -= 3 {
			digits = digits[:i] + w.Marks.Thousands + digits[i:]
		}
	}
	if strings.HasPrefix(whole, "-") && strings.Trim(s, "-0.") != "" {
		digits = "−" + digits
	}
	if fraction != "" {
		digits += w.Marks.Decimal + fraction
	}
	return digits
}

// From these on, numbers are written with a power of ten. Nothing on the corridor, in
// any unit of the tables, comes near them.
const (
	longest      = 1e9
	shortest     = 1e-4
	mostDecimals = 6
)

// power writes a number as 1.5·10^9.
func (w *words) power(v float64) string {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', 2, 64), "e")
	if strings.Contains(mantissa, ".") {
		mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
	}
	e, _ := strconv.Atoi(exponent)
	text := strings.ReplaceAll(mantissa, ".", w.Marks.Decimal) + "·10^" + strconv.Itoa(e)
	return strings.ReplaceAll(text, "-", "−")
}

// signedAxis holds zero and all values from low to high, in about n steps.
func (on *page) signedAxis(low, high float64, n int) axis {
	low, high = min(low, 0), max(high, 0)
	s := step(high-low, n)
	from, to := int(math.Floor(low/s+1e-9)), int(math.Ceil(high/s-1e-9))
	if from == to {
		to++
	}
	a := axis{min: float64(float64(from) * s), max: float64(float64(to) * s)}
	if s < 100 {
		a.decimals = decimalsOf(s) + 1
	}
	for i := from; i <= to; i++ {
		v := float64(float64(i) * s)
		label := on.amount(v, decimalsOf(s))
		if v > 0 {
			label = "+" + label
		}
		a.ticks = append(a.ticks, tick{at: v, labelAt: v, label: label})
	}
	return a
}
