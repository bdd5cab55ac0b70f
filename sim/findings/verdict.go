package findings

import (
	"fmt"
	"math"
	"strconv"
)

// contest is a model's errors beside those of the best naive forecast, less being better: over
// all that is compared, of each series, and of each year.
type contest struct {
	model, naive  float64
	prior         float64      // of the model before calibration, 0 where it is not compared
	series, years [][2]float64 // model, naive
}

// A contest is decided where luck would seldom be as much for one side: by the series, and with
// each year on the same side.
const (
	byLuck   = 0.1
	fewYears = 3
)

// verdict says how a model forecasts beside the best naive forecast, by a name.
//
// It is better where its error is less over all, in so many series that a coin for each would come
// out so one time in ten or less, and in each of three years or more; likewise worse. Otherwise
// it is undecided. The count of series is the sign test, exact for few (Diebold & Mariano
// 1995, Journal of Business & Economic Statistics 13, 253–263, beside their own test, which
// wants many). It takes series for independent, which they are not, tonnes by two counts least
// of all. Where the series of a year stand and fall together only the years count, and three
// of them are on a given side one time in eight by luck.
func (c contest) verdict(model, naive string) string {
	better := nearer(c.series)
	years := nearer(c.years)
	switch {
	case c.model < c.naive && better.luck() <= byLuck && years.all():
		return fmt.Sprintf("The %s forecasts better than the best naive forecast, %s", model, naive)
	case c.model > c.naive && better.other().luck() <= byLuck && years.other().all():
		return fmt.Sprintf("The %s forecasts worse than the best naive forecast, %s", model, naive)
	}
	return fmt.Sprintf("Whether the %s forecasts better than the best naive forecast, %s, is undecided", model, naive)
}

// counts says in how many series and years the model was nearer.
func (c contest) counts() string {
	series, years := nearer(c.series), nearer(c.years)
	return fmt.Sprintf("it is nearer in %d of %d series and %d of %d years", series.times, series.of, years.times, years.of)
}

// tosses counts how often one of two was nearer; ties are not counted.
type tosses struct{ times, of int }

func nearer(pairs [][2]float64) tosses {
	var t tosses
	for _, p := range pairs {
		if p[0] != p[1] {
			t.of++
		}
		if p[0] < p[1] {
			t.times++
		}
	}
	return t
}

func (t tosses) other() tosses { return tosses{t.of - t.times, t.of} }

func (t tosses) all() bool { return t.of >= fewYears && t.times == t.of }

// luck is the probability of as many heads or more in as many tosses of a coin.
func (t tosses) luck() float64 {
	sum, ways := 0.0, 1.0 // of k heads, from all to as many
	for k := t.of; k >= t.times; k-- {
		sum += ways
		ways = ways * float64(k) / float64(t.of-k+1)
	}
	return sum / math.Exp2(float64(t.of))
}

func isYear(over string) bool {
	_, err := strconv.Atoi(over)
	return err == nil
}
