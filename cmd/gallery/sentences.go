package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim/tables"
)

// The sentences that README.md says of results, made from tables.

var errUntrue = errors.New("the results no longer bear this sentence out; say something else")

// statedInWords says when the capacity as stated is used up, now and when it has grown.
func (t *trials) statedInWords() (string, error) {
	p, err := t.writes("run stated")
	if err != nil {
		return "", err
	}
	monthly, targets := p.Table(tables.Monthly), p.Table(tables.Targets)
	target := slices.Index(targets.Text("target"), "capacity-10")
	if target < 0 {
		return "", errUntrue
	}
	comes := targets.Text("first_met")[target]
	var before, after string // first month of cargo held back before and after the capacity comes
	for row, month := range monthly.Text("month") {
		switch held := monthly.Text("held_back_by")[row] != ""; {
		case held && before == "":
			before = month
		case held && month > comes && after == "":
			after = month
		}
	}
	if comes == "" || before == "" || after == "" || before >= comes {
		return "", errUntrue
	}
	from, _ := calendar.ParseMonth(before)
	to, _ := calendar.ParseMonth(comes)
	again, _ := calendar.ParseMonth(after)
	small, err := inYear(p, "capacity_mt", from.Year())
	if err != nil {
		return "", err
	}
	large := targets.Numbers("threshold")[target]
	return paragraph("Read it as the arithmetic of what was stated, followed through: at the stated growth the %s Mt of today hold cargo back "+
		"from %s on, %s before the %s Mt come, and the %s Mt from %s on.",
		readable(small), from.Name(), tables.Counted(int(to-from), "month"), readable(large), readable(large), again.Name()), nil
}

// sizeOfReference says what the reference is made of.
func (t *trials) sizeOfReference() (string, error) {
	p, err := t.writes("run reference")
	if err != nil {
		return "", err
	}
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	if err != nil {
		return "", err
	}
	count := func(cells ...[]string) int {
		all := slices.Concat(cells...)
		slices.Sort(all)
		all = slices.Compact(all)
		return len(slices.DeleteFunc(all, func(cell string) bool { return cell == "" }))
	}
	network := p.Table(tables.Network)
	projects := 0
	for _, cost := range p.Table(tables.Projects).Numbers("cost_musd") {
		if cost > 0 {
			projects++
		}
	}
	all := p.Table(tables.Projects).Len()
	return paragraph("`stated` is arithmetic. `reference` is the corridor as its sources describe it: %d places joined by %d segments, rail lines, borders, "+
		"ports, and services side by side across the Caspian, with their storms and the falling water; %d markets of %d kinds of cargo, whose shippers can go by Russia, by sea or "+
		"by pipeline; %d projects and %d soft measures on the dates of an outside view. It says:",
		count(network.Text("from"), network.Text("to")), network.Len(), len(s.Corridor.Markets), count(p.Table(tables.Classes).Text("cargo")),
		projects, all-projects), nil
}

// referenceInWords sets what is carried beside the capacity, and says of which cargo how
// much is held back.
func (t *trials) referenceInWords() (string, error) {
	p, err := t.writes("run reference")
	if err != nil {
		return "", err
	}
	annual, classes := p.Table(tables.Annual), p.Table(tables.Classes)
	years := annual.Numbers("year")
	first, last := years[0], years[len(years)-1]
	began, ended := map[string]bool{}, map[float64][]string{} // by class; by months held back in the last year
	begin := map[float64][]string{}                           // classes by the first year in which they were held back
	for row, year := range classes.Numbers("year") {
		months, title := classes.Numbers("held_back_months")[row], classes.Text("cargo_title")[row]
		if months > 0 && !began[title] {
			began[title] = true
			begin[year] = append(begin[year], title)
		}
		if year == last && months > 0 {
			ended[months] = append(ended[months], title)
		}
	}
	if len(begin) == 0 || len(ended) == 0 {
		return "", errUntrue
	}
	var from, to []string
	for _, year := range slices.Sorted(maps.Keys(begin)) {
		from = append(from, fmt.Sprintf("in %.0f of %s", year, strings.Join(begin[year], ", ")))
	}
	for _, months := range slices.Backward(slices.Sorted(maps.Keys(ended))) {
		to = append(to, fmt.Sprintf("in %s of %s", monthsOf(months), strings.Join(ended[months], ", ")))
	}
	top := 0
	carried, capacity := annual.Numbers("throughput_mt"), annual.Numbers("capacity_mt")
	for row := range years {
		if carried[row] > carried[top] {
			top = row
		}
	}
	declared, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	if err != nil {
		return "", err
	}
	return paragraph("The declared %s Mt and the effective capacity are two things, and neither is what is carried: %.2f Mt in %.0f, most in %.0f "+
		"with %.2f Mt of %.2f, and %.2f in %.0f. Cargo is first held back %s. In %.0f it is held back %s.",
		readable(declared.DeclaredMt), carried[0], first, years[top], carried[top], capacity[top], carried[len(carried)-1], last,
		strings.Join(from, "; "), last, strings.Join(to, "; ")), nil
}

// hindcastInWords says how far off the model was.
func (t *trials) hindcastInWords() (string, error) {
	p, err := t.writes("hindcast reference")
	if err != nil {
		return "", err
	}
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	if err != nil {
		return "", err
	}
	h := p.Table(tables.Hindcast)
	off := func(row int) string { return percentOff(h.Numbers("model")[row], h.Numbers("actual")[row]) }
	var tonnes, boxes string
	worst := 0.0
	for row, name := range h.Text("case") {
		metric, scope := h.Text("metric")[row], h.Text("scope")[row]
		switch {
		case name == "fit":
			worst = max(worst, math.Abs(100*(h.Numbers("model")[row]/h.Numbers("actual")[row]-1)))
		case name == "2024→2025" && metric == "containers_kteu":
			boxes = off(row)
		case name == "2024→2025" && scope == "headline":
			tonnes = off(row)
		}
	}
	if tonnes == "" || boxes == "" {
		return "", errUntrue
	}
	return paragraph("The tonnes of 2025 come out %s, the containers %s. The fit on the years before is off by up to %.0f %% and shown as it is. "+
		"%s of the %s figures are assumed or derived, and `corridor sources reference` lists them. Model results for the corridor are no better than that.",
		tonnes, boxes, worst, tables.Grouped(s.Assumptions()), tables.Grouped(len(s.Figures()))), nil
}

// hazardsInWords says what the hazards of the reference do to the futures.
func (t *trials) hazardsInWords() (string, error) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	if err != nil {
		return "", err
	}
	assumed, rates := 0, 0
	for _, f := range s.Figures() {
		if strings.HasPrefix(f.Path, "hazards.") && strings.HasSuffix(f.Path, ".rate_per_year") {
			rates++
			if f.Assumed() {
				assumed++
			}
		}
	}
	with, err := t.writes("ensemble reference --draws 500 --seed 7")
	if err != nil {
		return "", err
	}
	without, err := t.writes("ensemble reference --with shock/none --draws 500 --seed 7")
	if err != nil {
		return "", err
	}
	statistic := func(p *tables.Package, column string) float64 { return quantileOf(p, "throughput_mt", "2026", column) }
	mean, calm := statistic(with, "mean"), statistic(without, "mean")
	low, calmLow := statistic(with, "p05"), statistic(without, "p05")
	verb := "lower"
	if mean > calm {
		verb = "raise"
	}
	return paragraph("`contained: true` says that the scenario's figures are means over years that had such events. `reference` has %s, "+
		"and %d of their %d yearly rates are assumed; `--with shock/none` takes the hazards away, to see what they do. In 500 futures with seed 7 they %s the mean "+
		"of what is carried in 2026 from %.2f to %.2f Mt and move its 5 %% quantile from %.2f to %.2f Mt.",
		tables.Counted(len(s.Corridor.Hazards), "hazard"), assumed, rates, verb, calm, mean, calmLow, low), nil
}

// whatYearWas sets what the reference says of 2025 beside what was expected and what
// happened.
func (t *trials) whatYearWas() (string, error) {
	stated, err := t.writes("run stated")
	if err != nil {
		return "", err
	}
	p, err := t.writes("run reference")
	if err != nil {
		return "", err
	}
	const year = 2025
	before, err := inYear(stated, "throughput_mt", year-1)
	if err != nil {
		return "", err
	}
	expected, err := inYear(stated, "throughput_mt", year)
	if err != nil {
		return "", err
	}
	capacity, err := inYear(stated, "capacity_mt", year)
	if err != nil {
		return "", err
	}
	annual := p.Table(tables.Annual)
	row := slices.Index(annual.Numbers("year"), year)
	if row < 0 {
		return "", errUntrue
	}
	number := func(column string) float64 { return annual.Numbers(column)[row] }
	offered, carried := number("offered_mt"), number("throughput_mt")
	held := "nothing was held back"
	if by := annual.Text("held_back_by")[row]; by != "" {
		held = fmt.Sprintf("cargo was held back in %s, most by %s", monthsOf(number("held_back_months")), cmp.Or(titlesOf(p)[by], by))
	}
	if offered > expected {
		return "", errUntrue
	}
	return paragraph("It does **not** forecast. `stated` takes the official figures as they were given on 24 November 2025: %s Mt carried in %d, "+
		"%s Mt expected in %d, %s Mt of capacity, 10 Mt by 2028. What happened in %[4]d was **4.1 Mt** (4.119, Ministry of Transport of Kazakhstan, March 2026). "+
		"One segment with one capacity cannot show why, and the run does not pretend to. In `reference`, of the %[3]s Mt expected %.2[6]f were not offered to the corridor, "+
		"and of the %.2[7]f offered %.2[8]f were not carried: %[9]s. Masses of `stated` are in the ministry's headline scope; the association's like-for-like "+
		"scope (3.3 Mt in 2024) is another series.",
		readable(before), year-1, readable(expected), year, readable(capacity), expected-offered, offered, offered-carried, held), nil
}

func (t *trials) sourcesOfStated() (string, error) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "stated"})
	if err != nil {
		return "", err
	}
	return paragraph("`corridor sources stated` prints where each figure comes from, and lists those that are assumed or derived: %d of %d.", s.Assumptions(), len(s.Figures())), nil
}
