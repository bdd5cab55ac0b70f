package main

import (
	"fmt"
	"strconv"
	"strings"

	"corridor/scenarios"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// The futures and the years that the questions are asked of.
const (
	futures    = "--with calibration/posterior --draws 500 --seed 7"
	plans      = "compare sea-first rail-first reference " + futures
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
	fmt.Fprintf(&b, "| | As planned | In %s futures; stated if so in %.0f %% |\n|---|---|---|\n",
		fixed(tables.Chances.Draws.Of(many.Table(tables.Chances))[0], 0), 100*findings.Decided)
	for _, ask := range []func(one, many *tables.Package) (question, error){
		askCarried, askToday, askRoom, askTarget, askDemand, askLimit, askHeldBack, t.askBuilt, t.askSea, t.askWorth, t.askBest, t.askMatters, t.askFails,
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
	range90, err := nineOfTen(many, tables.Annual.ThroughputMt, targetYear)
	return question{
		fmt.Sprintf("What is carried in %d?", targetYear),
		fmt.Sprintf("%.2f Mt of %.2f offered", year.number(tables.Annual.ThroughputMt), year.number(tables.Annual.OfferedMt)),
		range90 + " Mt in nine of ten",
	}, err
}

// askDemand says what would be carried if no segment ever limited, and whether the target is
// missed for want of capacity.
func askDemand(one, many *tables.Package) (question, error) {
	target, err := find(one.Table(tables.Targets), is(tables.Targets.Metric, tables.Annual.ThroughputMt.Name))
	if err != nil {
		return question{}, err
	}
	inReach, err := foundOf(many, target.text(tables.Targets.Target), findings.TargetInReach, target.text(tables.Targets.At))
	if err != nil {
		return question{}, err
	}
	unlimited, answer := target.number(tables.Targets.UnlimitedValue), "yes"
	if unlimited < target.number(tables.Targets.Threshold) {
		answer = "no"
	}
	return question{"Would they be if no segment ever limited?", fmt.Sprintf("%s, %.2f Mt", answer, unlimited), inReach.Answer()}, nil
}

// askToday sets the declared capacity beside what is like it in the first year, and beside what
// is not.
func askToday(one, many *tables.Package) (question, error) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	if err != nil {
		return question{}, err
	}
	annual := one.Table(tables.Annual)
	year := int(tables.Annual.Year.Of(annual)[0])
	var ranges []string
	for _, m := range []tables.MetricColumn{tables.Annual.ComparableCapacityMt, tables.Annual.MixCapacityMt, tables.Annual.CapacityMt} {
		r, err := nineOfTen(many, m, year)
		if err != nil {
			return question{}, err
		}
		ranges = append(ranges, r)
	}
	return question{
		fmt.Sprintf("What could pass at the end of %d, against the declared %s?", year, findings.DeclaredInFigures(&s.Labels.Declared)),
		fmt.Sprintf("%.2f Mt/yr of what that counts; of all cargo %.2f in the mix carried, %.2f with every service full",
			tables.Annual.ComparableCapacityMt.Of(annual)[0], tables.Annual.MixCapacityMt.Of(annual)[0], tables.Annual.CapacityMt.Of(annual)[0]),
		fmt.Sprintf("%s; %s and %s in nine of ten", ranges[0], ranges[1], ranges[2]),
	}, nil
}

func askRoom(one, many *tables.Package) (question, error) {
	q, err := askOfTarget(one, many, tables.Annual.ComparableCapacityMt)
	if err != nil {
		return q, err
	}
	range90, err := nineOfTen(many, tables.Annual.ComparableCapacityMt, targetYear)
	q.question = fmt.Sprintf("Can 10 Mt a year of what that counts pass by December %d?", targetYear)
	q.sure += "; " + range90 + " Mt/yr in nine of ten"
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
	met, err := foundOf(many, target.text(tables.Targets.Target), findings.TargetMet, target.text(tables.Targets.At))
	if err != nil {
		return question{}, err
	}
	value := fmt.Sprintf("%.2f %s", target.number(tables.Targets.Value), metric.YearUnit)
	q := question{expected: "yes, " + value}
	if target.text(tables.Targets.Met) != "true" {
		q.expected = "no, " + value
		if target.text(tables.Targets.FirstMet) == "" {
			q.expected += ", nor later"
		}
	}
	q.sure = met.Answer()
	return q, nil
}

// foundOf returns what findings.csv says of a subject, of the first scenario of it.
func foundOf(p *tables.Package, subject, finding, period string) (*findings.Finding, error) {
	for _, f := range findings.FindingsOf(p.Table(tables.Findings)) {
		if f.Finding == finding && f.Subject == subject && f.Period == period {
			return &f, nil
		}
	}
	return nil, fmt.Errorf("findings.csv says nothing of %s, %s, in %s", finding, subject, period)
}

// against returns what findings.csv says of a scenario against another in the year of plans.
func against(p *tables.Package, finding, scenario, baseline string) (*findings.Finding, error) {
	for _, f := range findings.FindingsOf(p.Table(tables.Findings)) {
		if f.Finding == finding && called(f.Scenario) == scenario && called(f.Baseline) == baseline && f.Period == strconv.Itoa(planYear) {
			return &f, nil
		}
	}
	return nil, fmt.Errorf("findings.csv says nothing of %s, %s against %s", finding, scenario, baseline)
}

// called is the name of a scenario without its overlays.
func called(scenario string) string {
	name, _, _ := strings.Cut(scenario, "+")
	return name
}

// nineOfTen is the range of a metric in a year, but for a twentieth of the futures at either
// end.
func nineOfTen(many *tables.Package, metric tables.MetricColumn, year int) (string, error) {
	q, err := find(many.Table(tables.Quantiles), is(tables.Quantiles.Metric, metric.Name), is(tables.Quantiles.Period, strconv.Itoa(year)))
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%.1f to %.1f", q.number(tables.Quantiles.P05), q.number(tables.Quantiles.P95)), nil
}

// askLimit names the segment that limits the capacity.
func askLimit(one, many *tables.Package) (question, error) {
	year, err := find(one.Table(tables.Annual), in(tables.Annual.Year, targetYear))
	if err != nil {
		return question{}, err
	}
	return question{
		fmt.Sprintf("What limits the capacity at the end of %d?", targetYear),
		titlesOf(one)[year.text(tables.Annual.LimitingSegment)],
		findings.WhatLimits(findings.English, findings.FindingsOf(many.Table(tables.Findings)), many.Name, strconv.Itoa(targetYear)),
	}, nil
}

// askHeldBack names what holds back most cargo.
func askHeldBack(one, many *tables.Package) (question, error) {
	year, err := find(one.Table(tables.Annual), in(tables.Annual.Year, targetYear))
	if err != nil {
		return question{}, err
	}
	expected := "nothing"
	if by := year.text(tables.Annual.HeldBackBy); by != "" {
		expected = titlesOf(one)[by]
	}
	return question{
		fmt.Sprintf("What holds most cargo back in %d?", targetYear), expected,
		findings.WhatHolds(findings.English, findings.FindingsOf(many.Table(tables.Findings)), many.Name, strconv.Itoa(targetYear)),
	}, nil
}

// carriedMore is the difference in what is carried in the year of plans.
func carriedMore(compared *tables.Package, scenario string) (record, error) {
	return find(compared.Table(tables.Differences), condition{scenario, func(r record) bool { return called(r.text(tables.Differences.Scenario)) == scenario }},
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
	if err != nil {
		return question{}, err
	}
	more, err := against(compared, findings.CarriesMore, "reference", "soft-only")
	if err != nil {
		return question{}, err
	}
	return question{
		fmt.Sprintf("Do the projects add by %d?", planYear),
		fmt.Sprintf("%s Mt", added(all-none)),
		fmt.Sprintf("%s; %s to %s Mt in nine of ten", more.Answer(), added(d.number(tables.Differences.P05)), added(d.number(tables.Differences.P95))),
	}, nil
}

// askSea sets ships alone against the whole list.
func (t *trials) askSea(*tables.Package, *tables.Package) (question, error) {
	ships, err := t.carried("sea-first")
	if err != nil {
		return question{}, err
	}
	all, err := t.carried("reference")
	if err != nil {
		return question{}, err
	}
	compared, err := t.writes(plans)
	if err != nil {
		return question{}, err
	}
	much, err := against(compared, findings.CarriesAsMuch, "sea-first", "reference")
	if err != nil {
		return question{}, err
	}
	return question{
		fmt.Sprintf("Do ships and ports alone carry as much in %d (%.0f %%)?", planYear, 100*findings.AsMuch),
		fmt.Sprintf("%.2f Mt of %.2f", ships, all),
		much.Answer(),
	}, nil
}

// carried is what a scenario carries in the year of plans.
func (t *trials) carried(scenario string) (float64, error) {
	p, err := t.writes("run " + scenario)
	if err != nil {
		return 0, err
	}
	year, err := find(p.Table(tables.Annual), in(tables.Annual.Year, planYear))
	if err != nil {
		return 0, err
	}
	return year.number(tables.Annual.ThroughputMt), nil
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
