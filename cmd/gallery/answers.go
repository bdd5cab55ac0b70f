package main

import (
	"fmt"
	"math"
	"strings"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// answers writes the questions of README.md with their charts and one sentence each,
// whose numbers come from the tables that the charts are drawn from.
func (t *trials) answers() (string, error) {
	var b strings.Builder
	for _, q := range []struct {
		question, picture string
		answer            func() (string, error)
	}{
		{"Will the corridor carry 10 Mt in 2028?", "fan", t.answerSure},
		{"Which segment holds the cargo back?", "binding", t.answerHeldBack},
		{"Ships or railways first?", "compare", t.answerProgramme},
	} {
		answer, err := q.answer()
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n![%s](plots/gallery/%s.svg)\n", q.question, answer, q.question, q.picture)
	}
	return b.String(), nil
}

// answerSure says what the ensemble makes of the target of 2028.
func (t *trials) answerSure() (string, error) {
	p, err := t.writes("ensemble reference --draws 500 --seed 7")
	if err != nil {
		return "", err
	}
	c := p.Table(tables.Chances)
	at := func(metric, quantile string) string { return fixed(quantileOf(p, metric, "2028", quantile), 1) }
	met := map[string]float64{}
	for row, metric := range c.Text("metric") {
		met[metric] = c.Numbers("met")[row]
	}
	return paragraph("It does in %s of %s simulated futures of `reference`, and in %s the capacity is there by December: in nine of "+
		"ten the corridor carries %s to %s Mt in 2028, with room for %s to %s.",
		share(met["throughput_mt"]), fixed(c.Numbers("draws")[0], 0), share(met["capacity_mt"]),
		at("throughput_mt", "p05"), at("throughput_mt", "p95"), at("capacity_mt", "p05"), at("capacity_mt", "p95")), nil
}

// quantileOf returns a statistic of quantiles.csv.
func quantileOf(p *tables.Package, metric, period, statistic string) float64 {
	q := p.Table(tables.Quantiles)
	for row, name := range q.Text("metric") {
		if name == metric && q.Text("period")[row] == period {
			return q.Numbers(statistic)[row]
		}
	}
	return math.NaN()
}

// answerHeldBack names the segments that held cargo back in most months, and the one
// at which most was turned away.
func (t *trials) answerHeldBack() (string, error) {
	p, err := t.writes("run reference")
	if err != nil {
		return "", err
	}
	titles := titlesOf(p)
	list, months := findings.Holders(p.Table(tables.Segments))
	if len(list) < 3 {
		return "", errUntrue
	}
	most := list[0]
	for _, h := range list {
		if h.TurnedAwayMt > most.TurnedAwayMt {
			most = h
		}
	}
	return paragraph("%s, in %d of %d months, then %s in %d and %s in %d. Most is turned away at %s: %.1f Mt in all.",
		titles[list[0].Segment], list[0].Months, months, titles[list[1].Segment], list[1].Months, titles[list[2].Segment], list[2].Months,
		titles[most.Segment], most.TurnedAwayMt), nil
}

// titlesOf are the names of segments for readers.
func titlesOf(p *tables.Package) map[string]string {
	titles := map[string]string{}
	network := p.Table(tables.Network)
	for row, name := range network.Text("segment") {
		titles[name] = network.Text("title")[row]
	}
	return titles
}

// answerProgramme sets what programmes add to what they cost. All of them, and the
// baseline in which nothing is built, have the same soft measures.
func (t *trials) answerProgramme() (string, error) {
	const year = 2030
	carried, cost := map[string]float64{}, map[string]string{}
	for _, name := range []string{"soft-only", "sea-first", "rail-first", "reference"} {
		p, err := t.writes("run " + name)
		if err != nil {
			return "", err
		}
		if carried[name], err = inYear(p, "throughput_mt", year); err != nil {
			return "", err
		}
		sum := 0.0
		for _, v := range p.Table(tables.Projects).Numbers("cost_musd") {
			sum += v
		}
		cost[name] = money(sum)
	}
	base := carried["soft-only"]
	adds := func(name, what string) string {
		return fmt.Sprintf("%s Mt with %s (`%s`, %s)", added(carried[name]-base), what, name, cost[name])
	}
	first := "Ships"
	if carried["rail-first"] > carried["sea-first"] {
		first = "Railways"
	}
	return paragraph("%s. With nothing built and the soft measures of all plans (`soft-only`) the corridor carries %.2f Mt in %d: %s, %s, and %s.",
		first, base, year, adds("sea-first", "ships, dredging and ports alone"), adds("rail-first", "railways alone"), adds("reference", "the whole list")), nil
}
