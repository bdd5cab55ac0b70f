package runs

import (
	"fmt"
	"math"
	"strings"

	"corridor/sim/tables"
)

// farFactor is how many times what a metric comes to a value that is wanted must be, for another
// unit to be likelier than the wish.
const farFactor = 10

// farOff says of a value that is wanted that it lies far beyond all that the metric comes to, as
// 5800 Mt where 5.8 are meant, and "" of any other. A metric that is nothing is no measure.
func (p *Seek) farOff() string {
	most := 0.0
	for _, y := range []float64{p.AsItIs, p.Answer.Least.Y, p.Answer.Most.Y} {
		if !math.IsNaN(y) {
			most = max(most, math.Abs(y))
		}
	}
	wanted := p.Asked.Threshold
	if p.Question.At == nil || most == 0 || math.Abs(wanted) <= farFactor*most {
		return ""
	}
	unit := "USD million"
	if p.Worth == nil {
		unit = ""
		if m, found := tables.Metric(p.Asked.Metric.String()); found {
			unit = m.Unit
		}
	}
	of := func(v float64) string { return strings.TrimSpace(tables.FormatNumber(v) + " " + unit) }
	flag := "--at"
	if p.Question.AtMost {
		flag = "--at-most"
	}
	said := fmt.Sprintf("%s %s is more than ten times all that %s comes to", flag, of(wanted), p.Question.Metric)
	if !math.IsNaN(p.AsItIs) {
		said += fmt.Sprintf("; the scenario has %s", of(inFew(p.AsItIs)))
	}
	return said + ": is it in another unit? A value can have its own, as a file has them"
}

// inFew is a number with three digits, for a sentence.
func inFew(v float64) float64 {
	if v == 0 {
		return 0
	}
	to := math.Pow10(2 - int(math.Floor(math.Log10(math.Abs(v)))))
	return math.Round(v*to) / to
}
