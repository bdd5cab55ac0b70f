package main

import (
	"fmt"
	"strconv"
	"strings"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// askWorth says what all projects together are worth.
func (t *trials) askWorth(*tables.Package, *tables.Package) (question, error) {
	a, err := t.appraised()
	if err != nil {
		return question{}, err
	}
	verdict := "undecided, in " + inHundred(a.NPVAbove)
	switch {
	case a.NPVAbove >= findings.Decided:
		verdict = "yes, in " + inHundred(a.NPVAbove)
	case a.NPVAbove <= 1-findings.Decided:
		verdict = "no, only in " + inHundred(a.NPVAbove)
	}
	return question{
		"Are the projects and measures worth their cost?", fmt.Sprintf("USD billion, present values: benefits %.1f, costs %.1f", a.Benefits/1000, a.CostsOfAll/1000),
		strings.Replace(fmt.Sprintf("%s; %.1f to %.1f net in nine of ten", verdict, a.NPVP05/1000, a.NPVP95/1000), "-", "−", 2),
	}, nil
}

// askBest names what gives most for its money.
func (t *trials) askBest(*tables.Package, *tables.Package) (question, error) {
	a, err := t.appraised()
	if err != nil {
		return question{}, err
	}
	best := a.MostForMoney()
	if best == nil {
		return question{}, errUntrue
	}
	return question{
		"Which gives most for its money?", fmt.Sprintf("%s: USD %.0f for each beside all the others", best.Title, best.RatioLast),
		fmt.Sprintf("worth its cost in %s, in %s alone", inHundred(best.WorthLast), inHundred(best.WorthFirst)),
	}, nil
}

// appraised is what the projects bring.
func (t *trials) appraised() (*findings.Appraisal, error) {
	p, err := t.writes(appraisalOfReference)
	if err != nil {
		return nil, err
	}
	a := findings.AppraisalOf(p.Table(tables.Ranking), p.Table(tables.Together))
	if !a.Money {
		return nil, errUntrue
	}
	return a, nil
}

// askMatters names the two inputs that matter most for what is carried in the year of plans.
func (t *trials) askMatters(*tables.Package, *tables.Package) (question, error) {
	p, err := t.writes(sensitivityOfReference)
	if err != nil {
		return question{}, err
	}
	for _, m := range findings.SensitivityOf(p.Table(tables.Sensitivity)) {
		if m.Metric != tables.Annual.ThroughputMt.Name+"_"+strconv.Itoa(planYear) || len(m.Inputs) < 2 {
			continue
		}
		var two, sure []string
		for _, in := range m.Inputs[:2] {
			e := in.Index[tables.TotalIndex]
			two, sure = append(two, in.Title), append(sure, fmt.Sprintf("%s (%s)", e.Percent(findings.English), e.Interval(findings.English)))
		}
		return question{
			fmt.Sprintf("Which two figures matter most for what is carried in %d?", planYear), strings.Join(two, "; "),
			strings.Join(sure, " and ") + " of the variance",
		}, nil
	}
	return question{}, errUntrue
}

// askFails says where little is carried.
func (t *trials) askFails(*tables.Package, *tables.Package) (question, error) {
	p, err := t.writes(discoveryOfReference)
	if err != nil {
		return question{}, err
	}
	list := findings.DiscoveredIn(p.Table(tables.Boxes), p.Table(tables.Limits))
	if len(list) == 0 {
		return question{}, errUntrue
	}
	box := &list[0]
	_, where, _ := strings.Cut(strings.TrimSuffix(box.Sentence(findings.English), "."), " where ")
	return question{
		fmt.Sprintf("When are under 5.5 Mt carried in %d?", planYear), "where " + where,
		fmt.Sprintf("in %s of these futures, which are %s of all where it is so", inHundred(box.Judged.Share), inHundred(box.JudgedCoverage.Share)),
	}, nil
}

// inHundred writes a share in whole per cent, as of few draws.
func inHundred(share float64) string { return fixed(100*share, 0) + " %" }
