package words

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Amount writes a number for a reader, as the language marks thousands and decimals.
// What would take too many figures is written with a power of ten.
func (w *Language) Amount(v float64, decimals int) string {
	if math.Abs(v) >= longest || decimals > mostDecimals && math.Abs(v) < shortest && v != 0 {
		return w.power(v)
	}
	s := strconv.FormatFloat(v, 'f', min(decimals, mostDecimals), 64)
	whole, fraction, _ := strings.Cut(s, ".")
	digits := strings.TrimPrefix(whole, "-")
	if len(digits) > 3 {
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

// Rounded writes a number with at most so many decimals.
func (w *Language) Rounded(v float64, decimals int) string {
	text := w.Amount(v, decimals)
	if strings.Contains(text, w.Marks.Decimal) && !strings.Contains(text, "^") {
		text = strings.TrimSuffix(strings.TrimRight(text, "0"), w.Marks.Decimal)
	}
	return text
}

// From these on, numbers are written with a power of ten. Nothing on the corridor, in
// any unit of the tables, comes near them.
const (
	longest      = 1e9
	shortest     = 1e-4
	mostDecimals = 6
)

// power writes a number as 1.5·10^9.
func (w *Language) power(v float64) string {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', 2, 64), "e")
	if strings.Contains(mantissa, ".") {
		mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
	}
	e, _ := strconv.Atoi(exponent)
	text := strings.ReplaceAll(mantissa, ".", w.Marks.Decimal) + "·10^" + strconv.Itoa(e)
	return strings.ReplaceAll(text, "-", "−")
}

// Tonnes writes a mass in the unit that needs few figures.
func (w *Language) Tonnes(mt float64) string {
	switch {
	case mt >= 10:
		return w.Say("%s Mt", w.Amount(mt, 0))
	case mt >= 0.995:
		return w.Say("%s Mt", w.Amount(mt, 1))
	case mt >= 0.0005:
		return w.Say("%s kt", w.Amount(float64(mt*1000), 0))
	}
	return "< " + w.Say("%s kt", "1")
}

// Percent writes a percentage, with a decimal where it is close to 0 or 100.
func (w *Language) Percent(v float64) string {
	switch {
	case v > 0 && v < 0.05:
		return "< " + w.Say("%s %%", w.Amount(0.1, 1))
	case v > 99.95 && v < 100:
		return "> " + w.Say("%s %%", w.Amount(99.9, 1))
	case v == 0 || v >= 1 && v <= 99 || v == 100:
		return w.Say("%s %%", w.Amount(v, 0))
	}
	return w.Say("%s %%", w.Amount(v, 1))
}

// Signed writes a difference with its sign, unless nothing is left of it.
func (w *Language) Signed(v float64, decimals int) string {
	if math.IsNaN(v) {
		return "–"
	}
	text := w.Amount(v, decimals)
	if v > 0 && strings.ContainsAny(text, "123456789") {
		return "+" + text
	}
	return text
}

// SignedPercent writes a change or an error.
func (w *Language) SignedPercent(v float64) string {
	switch {
	case math.IsNaN(v):
		return "–"
	case v >= 999.5:
		return "> 999"
	case v > -0.5 && v < 0.5:
		return "0"
	case v > 0:
		return "+" + w.Amount(v, 0)
	}
	return w.Amount(v, 0)
}

// ChangePercent writes a change or an error with its sign before all else, as in
// −39 % and, where the language has the sign of percent first, −%39.
func (w *Language) ChangePercent(v float64) string {
	text := w.SignedPercent(v)
	if text == "–" {
		return text
	}
	return w.percentOf(text)
}

// percentOf puts the sign of percent to a number, behind its own sign where it comes first.
func (w *Language) percentOf(text string) string {
	number := strings.TrimLeft(text, "+−> ")
	return strings.TrimSuffix(text, number) + w.Say("%s %%", number)
}

// In puts a number before its unit, that of a metric, and keeps them on one line.
func (w *Language) In(unit, number string) string {
	said := number + " " + w.Unit(unit)
	if unit == "%" {
		said = w.percentOf(number)
	}
	return strings.ReplaceAll(said, " ", "\u00a0")
}

// ByYear lists values for readers who cannot see the chart.
func (w *Language) ByYear(list []int, values []float64, decimals int) string {
	out := ""
	for i, v := range values {
		if math.IsNaN(v) {
			continue
		}
		if out != "" {
			out += ", "
		}
		out += fmt.Sprintf("%d %s", list[i], w.Amount(v, decimals))
	}
	return out
}
