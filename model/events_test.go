package model

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

// open is a source of numbers above 0 and below 1.
type open struct{ *rand.Rand }

func (o open) Float64() float64 {
	for {
		if u := o.Rand.Float64(); u > 0 {
			return u
		}
	}
}

func numbersOf(seed uint64) Uniform { return open{rand.New(rand.NewPCG(seed, 7))} }

// given numbers, one after the other.
type given []float64

func (g *given) Float64() float64 {
	u := (*g)[0]
	*g = (*g)[1:]
	return u
}

func in(months ...int) (on [calendar.MonthsPerYear]bool) {
	for _, m := range months {
		on[m-1] = true
	}
	return on
}

// TestShareByHand: half a month that begins anywhere in June lies in June for 1/2
// where it begins in its first half, and for 1/4 in the mean after: 3/8. The other
// eighth is in July.
func TestShareByHand(t *testing.T) {
	half := Days{calendar.DaysPerMonth / 2, calendar.DaysPerMonth / 2}
	e := Events{PerYear: 0.8, In: in(6), Lasting: half}
	share := e.share()
	for month, v := range share {
		want := map[int]float64{5: 0.8 * 3 / 8, 6: 0.8 / 8}[month]
		require.InDelta(t, want, v, 1e-14, "month %d", month+1)
	}
	e.In = in()
	for _, v := range e.share() {
		require.InDelta(t, 0.8/12/2, v, 1e-14)
	}
}

// TestShareAddsUp: over the calendar events fill their number times their mean length.
func TestShareAddsUp(t *testing.T) {
	for _, e := range []Events{
		{PerYear: 0.5, Lasting: Days{1, 14}},
		{PerYear: 0.5, In: in(9, 10, 11), Lasting: Days{11, 60}},
		{PerYear: 2, In: in(1), Lasting: Days{0, 900}},
		{PerYear: 3, In: in(12), Lasting: Days{400, 400}},
	} {
		shares := e.share()
		require.InDelta(t, e.PerYear*e.Lasting.mean()/calendar.DaysPerMonth, sum(shares[:]), 1e-11, "%v", e)
	}
}

// TestEventFromMonthToMonth: twenty days from the middle of January fill the rest of
// it and a part of February.
func TestEventFromMonthToMonth(t *testing.T) {
	e := Events{PerYear: 12, In: in(1), Lasting: Days{10, 30}}
	// Twelve are expected in January: the first comes when six of them have passed, is
	// of middle length, and the next would come a thousand later.
	numbers := &given{math.Exp(-6), 0.5, math.SmallestNonzeroFloat64, 0.5, 0.5}
	filled := map[int]float64{}
	e.spread(calendar.NewMonth(2024, 1), 2, numbers, func(month int, share float64) { filled[month] += share })
	require.InDelta(t, 0.5, filled[0], 1e-9)
	require.InDelta(t, 20/calendar.DaysPerMonth-0.5, filled[1], 1e-9)
}

// TestEventsAreAPoissonProcess: mean and variance of the number that begin are equal,
// lengths are spread evenly between their bounds, and months are filled as share says
// from the first one on.
func TestEventsAreAPoissonProcess(t *testing.T) {
	const runs, months = 20_000, 36
	e := Events{PerYear: 1.5, In: in(9, 10, 11, 2), Lasting: Days{5, 75}}
	start := calendar.NewMonth(2024, 10)
	var filled, squares [months]float64
	numbers := numbersOf(3)
	for range runs {
		var month [months]float64
		e.spread(start, months, numbers, func(at int, share float64) {
			require.True(t, share > 0 && share <= 1)
			month[at] += share
		})
		for i, v := range month {
			filled[i] += v
			squares[i] += v * v
		}
	}
	want := e.share()
	for i := range filled {
		mean := filled[i] / runs
		sd := math.Sqrt((squares[i]/runs - mean*mean) / runs)
		require.InDelta(t, want[(start+calendar.Month(i)).Index()], mean, 4.5*sd+1e-12, "month %d", i)
	}
}

// TestNumberOfEvents counts short events, which fill one month each but for a few.
func TestNumberOfEvents(t *testing.T) {
	const runs, years = 20_000, 4
	e := Events{PerYear: 0.7, Lasting: Days{1e-9, 1e-9}}
	numbers, mean, square := numbersOf(4), 0.0, 0.0
	for range runs {
		n := 0.0
		e.spread(calendar.NewMonth(2024, 1), years*12, numbers, func(int, float64) { n++ })
		mean += n / runs
		square += n * n / runs
	}
	want := e.PerYear * years
	require.InDelta(t, want, mean, 4*math.Sqrt(want/runs))
	// The variance of a sample variance of a Poisson number: (λ + 2λ²)/n.
	require.InDelta(t, want, square-mean*mean, 4*math.Sqrt((want+2*want*want)/runs))
}
