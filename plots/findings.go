package plots

import (
	"math"
	"slices"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// Findings are what charts have for titles: sentences whose figures are those of the tables,
// so that a title can say no more than the chart shows. Each returns nothing where there is
// nothing to find.

// material is the least part of a value by which another must differ for a title to tell them
// apart.
const material = findings.Material

// throughputFinding says what is carried in the last year, of what would be with no limit.
func throughputFinding(on *page.Page, list []int, throughput, demand []float64, decimals int) string {
	last := len(list) - 1
	carried, wanted := throughput[last], demand[last]
	write := func(v float64) string { return on.Amount(v, decimals) }
	switch {
	case math.IsNaN(carried):
		return ""
	case math.IsNaN(wanted):
		return on.Say("In %[1]d the corridor carries %[2]s Mt", list[last], write(carried))
	case wanted-carried > float64(material*wanted) && write(wanted) != write(carried):
		return on.Say("In %[1]d the corridor carries %[2]s of the %[3]s Mt that would come with no limit", list[last], write(carried), write(wanted))
	}
	return on.Say("In %[1]d the corridor carries %[2]s Mt, all that would come with no limit", list[last], write(carried))
}

// utilisationFinding names the fullest segment of the last twelve months, or says how full the
// one there is.
func utilisationFinding(on *page.Page, year int, segments []series.ByMonth) string {
	fullest, most := "", 0.0
	for _, s := range segments {
		if mean := series.Mean(s.Values[max(0, len(s.Values)-12):]); mean > most {
			fullest, most = s.Name, mean
		}
	}
	switch {
	case fullest == "":
		return ""
	case len(segments) == 1:
		return on.Say("In %[1]d the corridor is used to %[2]s of its capacity", year, on.Percent(most))
	}
	return on.Say("Fullest in %[1]d: %[2]s, at %[3]s of its capacity", year, fullest, on.Percent(most))
}

// bindingFinding names the segment that holds cargo back in most months.
func bindingFinding(on *page.Page, title string, s tightSegment) string {
	if s.months == 0 {
		return on.Say("No segment holds cargo back; the fullest is %s", title)
	}
	return on.Say("%[1]s: cargo is held back in %[2]d of %[3]d months", title, s.months, len(s.held))
}

// cargoFinding names the class that grows most, where it makes a third or more of the growth, or
// else the largest.
func cargoFinding(on *page.Page, c cargoYears, total []float64, decimals int) string {
	last := len(c.years) - 1
	byClass := map[string][]float64{}
	var order []cargoBand
	for _, b := range c.bands {
		if byClass[b.class] == nil {
			byClass[b.class] = make([]float64, len(c.years))
			order = append(order, b)
		}
		for i, v := range b.mt {
			byClass[b.class][i] += v
		}
	}
	grows, largest := order[0], order[0]
	rise := func(class string) float64 { return byClass[class][last] - byClass[class][0] }
	for _, b := range order[1:] {
		if rise(b.class) > rise(grows.class) {
			grows = b
		}
		if byClass[b.class][last] > byClass[largest.class][last] {
			largest = b
		}
	}
	write := func(v float64) string { return on.Amount(v, decimals) }
	if growth := total[last] - total[0]; growth > float64(0.05*total[0]) && 3*rise(grows.class) >= growth {
		return on.Say("What grows most to %[1]d: %[2]s, from %[3]s to %[4]s Mt", c.years[last], grows.title, write(byClass[grows.class][0]), write(byClass[grows.class][last]))
	}
	return on.Say("Most of the %[1]s Mt of %[2]d: %[3]s, %[4]s Mt", write(total[last]), c.years[last], largest.title, write(byClass[largest.class][last]))
}

// fanFinding says between which values nine of ten futures lie in the last year.
func (f fanChart) finding(on *page.Page, decimals int) string {
	last := len(f.list) - 1
	low, high := f.p05[last], f.p95[last]
	if math.IsNaN(low + high) {
		return ""
	}
	if f.Name == tables.Annual.ThroughputMt.Name {
		return on.Say("In %[1]d the corridor carries %[2]s to %[3]s Mt in nine of ten futures", f.list[last], on.Amount(low, decimals), on.Amount(high, decimals))
	}
	return on.Say("%[1]s in %[2]d: %[3]s to %[4]s in nine of ten futures", on.Say(f.Label), f.list[last], on.Amount(low, decimals), on.Amount(high, decimals))
}

// curvesFinding says the last value of the first curve, with a text of its name, year and value.
func curvesFinding(on *page.Page, text string, curves []chanceCurve) string {
	c := curves[0]
	last := len(c.list) - 1
	if math.IsNaN(c.value[last]) {
		return ""
	}
	return on.Say(text, c.label, c.list[last], on.Percent(c.value[last]))
}

// near is how many points of the futures may lie between two shares that a title does not
// tell apart.
const near = 10.0

// holdingFinding names the segment that holds cargo back in most futures, or two where it is not
// clear which of them it is.
func holdingFinding(on *page.Page, all []held, slot int, label string) string {
	ranked := slices.Clone(all)
	slices.SortStableFunc(ranked, func(a, b held) int {
		switch {
		case a.share[slot] > b.share[slot]:
			return -1
		case a.share[slot] < b.share[slot]:
			return 1
		}
		return 0
	})
	first := ranked[0]
	if first.share[slot] == 0 {
		return ""
	}
	if len(ranked) > 1 && first.share[slot]-ranked[1].share[slot] < near && first.share[slot] < 100-near {
		return on.Say("Undecided where most cargo is held back in %[1]s: %[2]s (%[3]s of futures) or %[4]s (%[5]s)",
			label, first.title, on.Percent(first.share[slot]), ranked[1].title, on.Percent(ranked[1].share[slot]))
	}
	return on.Say("%[1]s: cargo is held back there in %[2]s of futures in %[3]s", first.title, on.Percent(first.share[slot]), label)
}

// compareFinding names the run with most in the last year, or two that come to the same.
func compareFinding(on *page.Page, all []runYears, write func(float64) string) string {
	var known []runYears
	year := 0
	for _, r := range all {
		at, v := r.last()
		if math.IsNaN(v) || year != 0 && at != year {
			continue
		}
		year, known = at, append(known, r)
	}
	if len(known) < 2 {
		return ""
	}
	value := func(r runYears) float64 { _, v := r.last(); return v }
	slices.SortStableFunc(known, func(a, b runYears) int {
		switch x, y := value(a), value(b); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	first, second := value(known[0]), value(known[1])
	if first-second <= float64(material*math.Abs(first)) {
		return on.Say("%[1]s and %[2]s come to nearly the same in %[3]d: %[4]s and %[5]s", known[0].name, known[1].name, year, write(first), write(second))
	}
	return on.Say("Most in %[1]d: %[2]s, %[3]s", year, known[0].name, write(first))
}

// runDifferenceFinding says which run differs most from the first in the last year.
func runDifferenceFinding(on *page.Page, baseline string, others []runYears, write func(float64) string) string {
	var most runYears
	year, far := 0, 0.0
	for _, r := range others {
		if at, v := r.last(); !math.IsNaN(v) && math.Abs(v) > math.Abs(far) {
			most, year, far = r, at, v
		}
	}
	if year == 0 {
		return ""
	}
	return on.Say("%[1]s against %[2]s: %[3]s in %[4]d", most.name, baseline, write(far), year)
}

// changeFinding says what a scenario changes in the last year, and how surely.
func changeFinding(on *page.Page, m metric, c change, decimals int) string {
	last := len(c.list) - 1
	if math.IsNaN(c.p50[last] + c.p05[last] + c.p95[last]) {
		return ""
	}
	middle := m.in(on, on.Signed(c.p50[last], decimals))
	if c.pairs <= 1 {
		return on.Say("%[1]s: %[2]s in %[3]d", c.scenario, middle, c.list[last])
	}
	return on.Say("%[1]s: %[2]s in %[3]d, %[4]s to %[5]s in nine of ten futures", c.scenario, middle, c.list[last], on.Signed(c.p05[last], decimals), on.Signed(c.p95[last], decimals))
}

// tornadoFinding names the figure that moves the first result most.
func tornadoFinding(on *page.Page, n tornado) string {
	return on.Say("What moves %[1]s most: %[2]s", on.Say(n.Label), n.swings[0].title)
}

// matrixFinding counts the pairs in which the target is reached.
func matrixFinding(on *page.Page, o outcomes) string {
	reached, all := 0, 0
	for _, row := range o.cells {
		for _, cell := range row {
			if cell.present {
				all++
			}
			if cell.target > 0 {
				reached++
			}
		}
	}
	return on.Say("The target is reached in %[1]d of %[2]d pairs of growth and investment", reached, all)
}

// legsFinding names the journey that takes longest.
func legsFinding(on *page.Page, all []journey) string {
	longest := all[0]
	for _, j := range all[1:] {
		if j.days() > longest.days() {
			longest = j
		}
	}
	return on.Say("Longest: %[1]s, %[2]s days, of which waiting: %[3]s", longest.title, on.Amount(longest.days(), 0), on.Amount(longest.waiting(), 0))
}

// timelineFinding counts what is in service at the end, and what all of it costs.
func timelineFinding(on *page.Page, all []project, year int) string {
	served, cost := 0, 0.0
	for _, w := range all {
		if !w.never && w.service.Year() <= year {
			served++
		}
		if w.cost > 0 {
			cost += w.cost
		}
	}
	return on.Say("%[1]d of %[2]d projects in service by %[3]d; all cost USD %[4]s million", served, len(all), year, on.Amount(cost, 0))
}

// flowsFinding names the way by which most goes, or two that come to the same.
func flowsFinding(on *page.Page, ways []station, total float64) string {
	first := ways[0]
	if len(ways) > 1 && first.mt-ways[1].mt <= float64(material*first.mt) {
		return on.Say("Most goes by %[1]s and %[2]s: %[3]s and %[4]s of %[5]s Mt", first.name, ways[1].name, on.Amount(first.mt, 1), on.Amount(ways[1].mt, 1), on.Amount(total, 1))
	}
	return on.Say("Most goes by %[1]s: %[2]s of %[3]s Mt", first.name, on.Amount(first.mt, 1), on.Amount(total, 1))
}
