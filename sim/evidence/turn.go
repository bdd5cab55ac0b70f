package evidence

import (
	"math"
	"strconv"
	"strings"

	"corridor/sim/ensemble"
	"corridor/sim/swings"
)

// turn is the change of one figure, the least within its range, that turns the verdict on a
// target.
type turn struct {
	at     float64
	chance float64 // of such a value or one beyond
}

// turning finds where a figure by itself turns the verdict on a headline, known what it does at
// the ends of its range; nil where it does at neither. Where it does at both, the likelier one
// counts. In between the verdict is taken to turn once.
func turning(f *future, figure *ensemble.Uncertainty, now float64, h *Headline, place int, met bool, s *swings.Swing) *turn {
	from, to := swings.Range(figure.Distribution)
	var found *turn
	for _, end := range []struct{ value, at, inner, outer float64 }{
		{s.AtLow[place], s.Low, figure.Distribution.CDF(now), from},
		{s.AtHigh[place], s.High, figure.Distribution.CDF(now), to},
	} {
		if h.Met(end.value) == met || end.at == now {
			continue
		}
		turns := func(v float64) bool {
			return h.Met(f.values(swings.To(figure, v))[place]) != met
		}
		t := turn{at: end.at}
		inner, outer := end.inner, end.outer
		for range probabilityBits {
			middle := inner + float64((outer-inner)/2)
			if middle == inner || middle == outer {
				break
			}
			if v := figure.Distribution.Quantile(middle); turns(v) {
				outer, t.at = middle, v
			} else {
				inner = middle
			}
		}
		t.chance = outer
		if end.at > now {
			t.chance = 1 - outer
		}
		if rounded := roundedAway(t.at, now); (rounded-end.at)*(end.at-now) <= 0 && turns(rounded) {
			t.at = rounded
		}
		if found == nil || t.chance > found.chance {
			found = &t
		}
	}
	return found
}

// probabilityBits is to how many bits of probability a turn is found.
const probabilityBits = 40

// roundedAway writes a number with four digits, away from another.
func roundedAway(v, from float64) float64 {
	const digits = 4
	rounded, exponent := digitsOf(v, digits)
	if v == 0 || (rounded-v)*(v-from) >= 0 {
		return rounded
	}
	unit := number("1e" + strconv.Itoa(exponent-digits+1)) // of the last digit
	rounded, _ = digitsOf(rounded+math.Copysign(unit, v-from), digits)
	return rounded
}

// digitsOf returns a number with so many digits, and its power of ten.
func digitsOf(v float64, digits int) (rounded float64, exponent int) {
	text := strconv.FormatFloat(v, 'e', digits-1, 64)
	_, power, _ := strings.Cut(text, "e")
	return number(text), int(number(power))
}

// number reads what strconv wrote.
func number(text string) float64 {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(err)
	}
	return v
}
