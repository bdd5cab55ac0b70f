package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// The sentences that pages say of results, made from tables.

var errUntrue = errors.New("the results no longer bear this sentence out; say something else")

// statedInWords says when the capacity as stated is used up, now and when it has grown.
func (t *trials) statedInWords() (string, error) {
	p, err := t.writes("run stated")
	if err != nil {
		return "", err
	}
	monthly, targets := p.Table(tables.Monthly), p.Table(tables.Targets)
	target := slices.Index(tables.Targets.Target.Of(targets), "capacity-10")
	if target < 0 {
		return "", errUntrue
	}
	comes := tables.Targets.FirstMet.Of(targets)[target]
	var before, after string // first month of cargo held back before and after the capacity comes
	for row, month := range tables.Monthly.Month.Of(monthly) {
		switch held := tables.Monthly.HeldBackBy.Of(monthly)[row] != ""; {
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
	today, err := find(p.Table(tables.Annual), in(tables.Annual.Year, float64(from.Year())))
	if err != nil {
		return "", err
	}
	large := tables.Targets.Threshold.Of(targets)[target]
	return paragraph("Read it as the arithmetic of what was stated, followed through: at the stated growth the %s Mt of today hold cargo back "+
		"from %s on, %s before the %s Mt come, and the %s Mt from %s on.",
		readable(today.number(tables.Annual.CapacityMt)), from.Name(), tables.Counted(int(to-from), "month"), readable(large), readable(large), again.Name()), nil
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
	for _, cost := range tables.Projects.CostMUSD.Of(p.Table(tables.Projects)) {
		if cost > 0 {
			projects++
		}
	}
	all := p.Table(tables.Projects).Len()
	return paragraph("`stated` is arithmetic. `reference` is the corridor as its sources describe it: %d places joined by %d segments, rail lines, borders, "+
		"ports, and services side by side across the Caspian, with their storms and the falling water; %d markets of %d kinds of cargo, whose shippers can go by Russia, by sea or "+
		"by pipeline; %d projects and %d soft measures on the dates of an outside view.",
		count(tables.Network.From.Name.Of(network), tables.Network.To.Name.Of(network)), network.Len(), len(s.Corridor.Markets), count(tables.Classes.Cargo.Of(p.Table(tables.Classes))),
		projects, all-projects), nil
}

// referenceInWords sets what is carried beside the capacities, and says of which cargo how
// much is held back.
func (t *trials) referenceInWords() (string, error) {
	p, err := t.writes("run reference")
	if err != nil {
		return "", err
	}
	annual, classes := p.Table(tables.Annual), p.Table(tables.Classes)
	years := tables.Annual.Year.Of(annual)
	first, last := years[0], years[len(years)-1]
	began, ended := map[string]bool{}, map[float64][]string{} // by class; by months held back in the last year
	begin := map[float64][]string{}                           // classes by the first year in which they were held back
	for row, year := range tables.Classes.Year.Of(classes) {
		months, title := tables.Classes.HeldBackMonths.Of(classes)[row], tables.Classes.CargoTitle.Of(classes)[row]
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
		from = append(from, fmt.Sprintf("in %.0f (%s)", year, strings.Join(begin[year], ", ")))
	}
	for _, months := range slices.Backward(slices.Sorted(maps.Keys(ended))) {
		to = append(to, fmt.Sprintf("%s (%s)", monthsOf(months), strings.Join(ended[months], ", ")))
	}
	top := 0
	carried, capacity := tables.Annual.ThroughputMt.Of(annual), tables.Annual.CapacityMt.Of(annual)
	for row := range years {
		if carried[row] > carried[top] {
			top = row
		}
	}
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	if err != nil {
		return "", err
	}
	return paragraph("Three capacities, and none of them is what is carried: in the mix carried %.2f Mt/yr at the end of %.0f could pass before the first segment is full, with every service full %.2f, "+
		"and of that the declared %s counts %.2f. Carried are %.2f Mt in %.0f, most in %.0f with %.2f Mt of the %.2f of every service, and %.2f in %.0f. Cargo is first held back %s. In %.0f it is held back for %s.",
		tables.Annual.MixCapacityMt.Of(annual)[0], first, capacity[0], findings.DeclaredInFigures(&s.Labels.Declared), tables.Annual.ComparableCapacityMt.Of(annual)[0],
		carried[0], first, years[top], carried[top], capacity[top], carried[len(carried)-1], last,
		strings.Join(from, ", "), last, strings.Join(to, ", ")), nil
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
	h, scores := p.Table(tables.Hindcast), p.Table(tables.Scores)
	var tonnes, boxes string
	for row, name := range tables.Hindcast.Case.Of(h) {
		if tables.Hindcast.Kind.Of(h)[row] != tables.Forecast || name != "2024→2025" {
			continue
		}
		off := percentOff(tables.Hindcast.Model.Of(h)[row], tables.Hindcast.Actual.Of(h)[row])
		switch {
		case tables.Hindcast.Metric.Of(h)[row] == "containers_kteu":
			boxes = off
		case tables.Hindcast.Scope.Of(h)[row] == "headline":
			tonnes = off
		}
	}
	missed := func(kind, forecaster string) (float64, error) {
		r, err := find(scores, is(tables.Scores.Kind, kind), is(tables.Scores.Over, tables.AllYears), is(tables.Scores.Forecaster, forecaster))
		if err != nil {
			return 0, err
		}
		return 100 * r.number(tables.Scores.MeanAbsolute), nil
	}
	model, err := missed(tables.Forecast, "model")
	last, err2 := missed(tables.Forecast, "last_value")
	given, err3 := missed(tables.Conditional, "model")
	if err = cmp.Or(err, err2, err3); err != nil || tonnes == "" || boxes == "" {
		return "", cmp.Or(err, errUntrue)
	}
	told := ""
	if w := p.Table(tables.Warnings); w != nil {
		told = fmt.Sprintf(", though %d of its figures tell it of what came", w.Len())
	}
	return paragraph("From the end of the year before, its forecasts of 2023 to 2025 are off by %.0f %% in the mean, and the last value by %.0f %%: "+
		"the tonnes of 2025 come out %s, the containers %s. %s Told the rates, water and closures of the year it is off by %.0f %%%s. "+
		"%s of the %s figures are assumed or derived, and `corridor sources reference` lists them. Model results for the corridor are no better than that.",
		model, last, tonnes, boxes, findings.Forecasts(scores, h), given, told, tables.Grouped(s.Assumptions()), tables.Grouped(len(s.Figures()))), nil
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
	var years []record
	for _, command := range []string{"ensemble reference " + futures, "ensemble reference --with shock/none " + futures} {
		p, err := t.writes(command)
		if err != nil {
			return "", err
		}
		year, err := find(p.Table(tables.Quantiles), is(tables.Quantiles.Metric, tables.Annual.ThroughputMt.Name), is(tables.Quantiles.Period, "2026"))
		if err != nil {
			return "", err
		}
		years = append(years, year)
	}
	mean, calm := years[0].number(tables.Quantiles.Mean), years[1].number(tables.Quantiles.Mean)
	low, calmLow := years[0].number(tables.Quantiles.P05), years[1].number(tables.Quantiles.P05)
	verb := "lower"
	if mean > calm {
		verb = "raise"
	}
	return paragraph("`contained: true` says that the scenario's figures are means over years that had such events. `reference` has %s, "+
		"and %d of their %d yearly rates are assumed; `--with shock/none` takes the hazards away, to see what they do. In 500 futures with seed 7 they %s the mean "+
		"of what is carried in 2026 from %.2f to %.2f Mt and move its 5 %% quantile from %.2f to %.2f Mt.",
		tables.Counted(len(s.Corridor.Hazards), "hazard"), assumed, rates, verb, calm, mean, calmLow, low), nil
}

// whatYearWas sets what was expected of 2025 beside what the reference says, and what
// happened.
func (t *trials) whatYearWas() (string, error) {
	const year, actual = 2025, 4.119
	stated, err := t.writes("run stated")
	if err != nil {
		return "", err
	}
	official, err := find(stated.Table(tables.Annual), in(tables.Annual.Year, year))
	if err != nil {
		return "", err
	}
	p, err := t.writes("run reference")
	if err != nil {
		return "", err
	}
	model, err := find(p.Table(tables.Annual), in(tables.Annual.Year, year))
	if err != nil {
		return "", err
	}
	expected, offered, carried := official.number(tables.Annual.ThroughputMt), model.number(tables.Annual.OfferedMt), model.number(tables.Annual.ThroughputMt)
	if offered > expected || actual > expected {
		return "", errUntrue
	}
	held := "nothing was held back"
	if by := model.text(tables.Annual.HeldBackBy); by != "" {
		held = fmt.Sprintf("cargo was held back in %s, most by %s", monthsOf(model.number(tables.Annual.HeldBackMonths)), cmp.Or(titlesOf(p)[by], by))
	}
	return paragraph("Of the %s Mt that were officially expected for %d, %s were carried (Ministry of Transport of Kazakhstan, March 2026). `stated`, one segment "+
		"with one capacity, cannot show why. In `reference` %.2f of them were not offered to the corridor, and of the %.2f offered %.2f were not carried: %s. "+
		"Masses of `stated` are in the ministry's headline scope; the association's like-for-like scope (3.3 Mt in 2024) is another series.",
		readable(expected), year, strconv.FormatFloat(actual, 'f', -1, 64), expected-offered, offered, offered-carried, held), nil
}

func (t *trials) sourcesOfStated() (string, error) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "stated"})
	if err != nil {
		return "", err
	}
	return paragraph("`corridor sources stated` prints where each figure comes from, and lists those that are assumed or derived: %d of %d.", s.Assumptions(), len(s.Figures())), nil
}
