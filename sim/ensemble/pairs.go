package ensemble

import (
	"corridor/sim"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// pairSentences are what is said of two plans in the same future, once of each against
// the other: of what they carry in a year, and what they carry and cost from the first
// year to its end.
var pairSentences = []struct {
	kind  string
	holds func(a, b toDate) bool
}{
	{findings.CarriesAsMuch, func(a, b toDate) bool { return a.yearMt >= float64(findings.AsMuch*b.yearMt) }},
	{findings.CarriesMore, func(a, b toDate) bool { return a.yearMt > b.yearMt }},
	{findings.SpendsLess, func(a, b toDate) bool { return a.musd < b.musd }},
	{findings.CostsLessPerTonne, func(a, b toDate) bool {
		return a.mt > 0 && b.mt > 0 && float64(a.musd*b.mt) < float64(b.musd*a.mt)
	}},
}

// directions of a sentence: of the alternative against the first, and of the first
// against it.
const directions = 2

// toDate is what a plan carries in a year, and carries and spends until its end.
type toDate struct{ yearMt, mt, musd float64 }

var spentPlace = sim.MetricPlace(tables.Annual.CapexMUSD)

func (d *toDate) add(s *simulator, year int) {
	d.yearMt = s.values[throughputPlace*s.years+year]
	d.mt += d.yearMt
	d.musd += s.values[spentPlace*s.years+year]
}

// compare counts the sentences that hold of the first plan and another in the future that
// was simulated last.
func (c *counts) compare(replicate int, first, other *simulator) {
	var a, b toDate
	for year := range first.years {
		a.add(other, year)
		b.add(first, year)
		for i, sentence := range pairSentences {
			if sentence.holds(a, b) {
				c.add(replicate, (directions*i)*first.years+year)
			}
			if sentence.holds(b, a) {
				c.add(replicate, (directions*i+1)*first.years+year)
			}
		}
	}
}
