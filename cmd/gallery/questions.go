package main

import (
	"fmt"
	"strconv"
	"strings"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// The futures and the years that the questions are asked of.
const (
	futures    = "--with calibration/posterior --draws 500 --seed 7"
	targetYear = 2028
	planYear   = 2030
)

// question is a row of the table of README.md: what a run says, and how sure that is
// in many futures.
type question struct{ question, expected, sure string }

// questions answers what one asks of the corridor. Its numbers come from the tables
// that charts are drawn from.
func (t *trials) questions() (string, error) {
	one, err := t.writes("run reference")
	if err != nil {
		return "", err
	}
	many, err := t.writes("ensemble reference " + futures)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "| | As planned, in mean weather | In %s futures, with what is uncertain drawn at random |\n|---|---|---|\n",
		fixed(tables.Chances.Draws.Of(many.Table(tables.Chances))[0], 0))
	for _, ask := range []func(one, many *tables.Package) (question, error){
		askCarried, askRoom, askTarget, askHeldBack, t.askBuilt, t.askFirst,
	} {
		q, err := ask(one, many)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "| **%s** | %s | %s |\n", q.question, q.expected, q.sure)
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

func askCarried(one, many *tables.Package) (question, error) {
	year, err := find(one.Table(tables.Annual), in(tables.Annual.Year, targetYear))
	if err != nil {
		return question{}, err
	}
	range90, err := nineOfTen(many, tables.Annual.ThroughputMt)
	return question{
		fmt.Sprintf("What is carried in %d?", targetYear),
		fmt.Sprintf("%.2f Mt of %.2f offered", year.number(tables.Annual.ThroughputMt), year.number(tables.Annual.OfferedMt)),
		range90 + " Mt in nine of ten",
	}, err
}

func askRoom(one, many *tables.Package) (question, error) {
	q, err := askOfTarget(one, many, tables.Annual.CapacityMt)
	if err != nil {
		return q, err
	}
	range90, err := nineOfTen(many, tables.Annual.CapacityMt)
	q.question = fmt.Sprintf("Can 10 Mt a year pass by December %d?", targetYear)
	q.sure = range90 + " Mt/yr in nine of ten; " + q.sure
	return q, err
}

func askTarget(one, many *tables.Package) (question, error) {
	q, err := askOfTarget(one, many, tables.Annual.ThroughputMt)
	q.question = fmt.Sprintf("Are 10 Mt carried in %d?", targetYear)
	return q, err
}

// askOfTarget says whether a target is met, and in how many futures.
func askOfTarget(one, many *tables.Package, metric tables.MetricColumn) (question, error) {
	target, err := find(one.Table(tables.Targets), is(tables.Targets.Metric, metric.Name))
	if err != nil {
		return question{}, err
	}
	chance, err := find(many.Table(tables.Chances), is(tables.Chances.Metric, metric.Name))
	if err != nil {
		return question{}, err
	}
	value := fmt.Sprintf("%.2f %s", target.number(tables.Targets.Value), metric.YearUnit)
	q := question{expected: "yes, " + value}
	if target.text(tables.Targets.Met) != "true" {
		q.expected = "no, " + value
		if target.text(tables.Targets.FirstMet) == "" {
			q.expected += "; nor in a later year"
		}
	}
	q.sure = fmt.Sprintf("yes in %s (%s to %s)", percent(chance.number(tables.Chances.Met.Share)), percent(chance.number(tables.Chances.Met.Low)), percent(chance.number(tables.Chances.Met.High)))
	if chance.number(tables.Chances.Met.Share) == 0 {
		q.sure = fmt.Sprintf("in none (chance at most %s)", percent(chance.number(tables.Chances.Met.High)))
	}
	return q, nil
}

// nineOfTen is the range of a metric in the year of the targets, but for a twentieth of
// the futures at either end.
func nineOfTen(many *tables.Package, metric tables.MetricColumn) (string, error) {
	q, err := find(many.Table(tables.Quantiles), is(tables.Quantiles.Metric, metric.Name), is(tables.Quantiles.Period, strconv.Itoa(targetYear)))
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%.1f to %.1f", q.number(tables.Quantiles.P05), q.number(tables.Quantiles.P95)), nil
}

// askHeldBack names the segments that hold cargo back in most months, and how often they
// do in the futures.
func askHeldBack(one, many *tables.Package) (question, error) {
	holders, months := findings.Holders(one.Table(tables.Segments), one.Table(tables.Network))
	if len(holders) < 3 {
		return question{}, errUntrue
	}
	titles := titlesOf(one)
	var expected, sure []string
	bottlenecks := many.Table(tables.Bottlenecks)
	for _, h := range holders[:3] {
		sum := 0.0
		for row, name := range tables.Bottlenecks.Segment.Of(bottlenecks) {
			if name == h.Segment {
				sum += tables.Bottlenecks.Holding.Of(bottlenecks)[row]
			}
		}
		expected = append(expected, fmt.Sprintf("%s in %d", titles[h.Segment], h.Months))
		sure = append(sure, percent(sum/float64(months)))
	}
	return question{
		"Where is cargo held back?",
		fmt.Sprintf("%s of %d months", strings.Join(expected, ", "), months),
		fmt.Sprintf("in %s of the months", strings.Join(sure, ", ")),
	}, nil
}

// carriedMore is the difference in what is carried in the year of plans.
func carriedMore(compared *tables.Package, scenario string) (record, error) {
	return find(compared.Table(tables.Differences), is(tables.Differences.Scenario, scenario),
		is(tables.Differences.Metric, tables.Annual.ThroughputMt.Name), is(tables.Differences.Period, strconv.Itoa(planYear)))
}

// askBuilt says what all projects together add to what is carried.
func (t *trials) askBuilt(*tables.Package, *tables.Package) (question, error) {
	none, err := t.carried("soft-only")
	if err != nil {
		return question{}, err
	}
	all, err := t.carried("reference")
	if err != nil {
		return question{}, err
	}
	compared, err := t.writes("compare soft-only reference " + futures)
	if err != nil {
		return question{}, err
	}
	d, err := carriedMore(compared, "reference")
	return question{
		fmt.Sprintf("What do the projects add by %d?", planYear),
		fmt.Sprintf("%s Mt carried, for %s", added(all.mt-none.mt), money(all.cost)),
		fmt.Sprintf("%s to %s Mt in nine of ten", added(d.number(tables.Differences.P05)), added(d.number(tables.Differences.P95))),
	}, err
}

// askFirst sets ships against railways.
func (t *trials) askFirst(*tables.Package, *tables.Package) (question, error) {
	ships, err := t.carried("sea-first")
	if err != nil {
		return question{}, err
	}
	rails, err := t.carried("rail-first")
	if err != nil {
		return question{}, err
	}
	compared, err := t.writes("compare sea-first rail-first " + futures)
	if err != nil {
		return question{}, err
	}
	d, err := carriedMore(compared, "rail-first")
	if err != nil {
		return question{}, err
	}
	const decided = 0.9 // very likely, as the IPCC says it
	sure := fmt.Sprintf("undecided: ships carry more in %s, railways in %s", percent(d.number(tables.Differences.Lower)), percent(d.number(tables.Differences.Higher.Share)))
	switch {
	case d.number(tables.Differences.Lower) >= decided:
		sure = fmt.Sprintf("ships carry more in %s", percent(d.number(tables.Differences.Lower)))
	case d.number(tables.Differences.Higher.Share) >= decided:
		sure = fmt.Sprintf("railways carry more in %s", percent(d.number(tables.Differences.Higher.Share)))
	}
	return question{
		"Ships or railways first?",
		fmt.Sprintf("in %d %.2f Mt with ships, dredging and ports (%s), %.2f with railways (%s)",
			planYear, ships.mt, money(ships.cost), rails.mt, money(rails.cost)),
		sure,
	}, nil
}

// plan is what a scenario carries in the year of plans, and what its projects cost.
type plan struct{ mt, cost float64 }

func (t *trials) carried(scenario string) (plan, error) {
	p, err := t.writes("run " + scenario)
	if err != nil {
		return plan{}, err
	}
	year, err := find(p.Table(tables.Annual), in(tables.Annual.Year, planYear))
	if err != nil {
		return plan{}, err
	}
	cost := 0.0
	for _, v := range tables.Projects.CostMUSD.Of(p.Table(tables.Projects)) {
		cost += v
	}
	return plan{year.number(tables.Annual.ThroughputMt), cost}, nil
}

// titlesOf are the names of segments for readers.
func titlesOf(p *tables.Package) map[string]string {
	titles := map[string]string{}
	network := p.Table(tables.Network)
	for row, name := range tables.Network.Segment.Of(network) {
		titles[name] = tables.Network.Title.Of(network)[row]
	}
	return titles
}
