package plots

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

const worthTitle = "What each project and measure is worth"

// worthFits reports whether the scenario says what things are worth.
func worthFits(p *tables.Package) bool {
	return series.AnyNumber(tables.Ranking.NPVMUSD.Of(p.Table(tables.Ranking)))
}

// drawWorth shows the net present value of each project and measure with the interval of the
// futures, those worth most first.
func drawWorth(on *page.Page, p *tables.Package) (*page.Figure, error) {
	all, err := readWorth(p)
	if err != nil {
		return nil, err
	}
	shown := mostChanging(all, on.Most(mostRanked), inMoney)
	s := page.NewSheet(on, p, worthTitle, on.Say(worthTitle)+". "+
		on.Say("Net present value in the mean of the orders in which all may come (Shapley value)."))
	s.Title = cmp.Or(on.Title, worthOfFutures(on, all))
	s.Legend = rankedLegend(on, shown, on.Say("%d %% of futures", 90))
	npv, ratio, sure := page.Column{Heading: on.Say("NPV, USD m")}, page.Column{Heading: on.Say("Benefits over costs")}, page.Column{Heading: on.Say("Worth it, %")}
	for i := range shown {
		q := &shown[i]
		npv.Cells = append(npv.Cells, addedText(on, q.NPV, 0))
		ratio.Cells = append(ratio.Cells, ratioText(on, q.Ratio))
		sure.Cells = append(sure.Cells, worthText(on, q))
	}
	s.Panels = []page.Panel{rankedPanel(shown, inMoney, rankedAxis(on, shown, inMoney), on.Say("Net present value, USD million"), npv, ratio, sure)}
	note := []string{on.Say("Worth it: futures with a net present value above 0, alone and to all the others. Alone: against none of the others. To all the others: against all but itself.")}
	if len(shown) < len(all) {
		note = append(note, on.Say("Shown, those that change most: %[1]d of %[2]d.", len(shown), len(all)))
	}
	s.Note = cmp.Or(s.Note, strings.Join(note, " "))
	for i := range shown {
		s.Describe("%[1]s: USD %[2]s million, worth it in %[3]s %% of futures.", shown[i].Title, addedText(on, shown[i].NPV, 0), worthText(on, &shown[i]))
	}
	return s.Figure(), nil
}

// readWorth returns the projects and measures whose worth is known, those worth most first.
func readWorth(p *tables.Package) ([]findings.Appraised, error) {
	all, err := readRanking(p)
	if err != nil {
		return nil, err
	}
	t, of := p.Table(tables.Ranking), &tables.Ranking
	for _, c := range []tables.NumberColumn{of.NPVMUSD, of.NPVP05, of.NPVP95, of.NPVFirstMUSD, of.NPVLastMUSD, of.Ratio} {
		if _, err := series.Signed(t, c); err != nil {
			return nil, err
		}
	}
	for _, c := range []tables.NumberColumn{of.WorthFirstShare, of.WorthLastShare} {
		if _, err := series.Shares(t, c); err != nil {
			return nil, err
		}
	}
	all = slices.DeleteFunc(all, func(q findings.Appraised) bool { return math.IsNaN(q.NPV) })
	if len(all) == 0 {
		return nil, series.AllEmpty(t, of.NPVMUSD)
	}
	slices.SortStableFunc(all, func(a, b findings.Appraised) int { return cmp.Compare(b.NPV, a.NPV) })
	return all, nil
}

// inMoney is the net present value, with the interval of the futures.
func inMoney(q *findings.Appraised) estimate {
	return estimate{q.NPV, q.P05, q.P95, q.NPVFirst, q.NPVLast}
}

// worthOfFutures says how many are worth their cost, and how many are not, in nearly all futures.
func worthOfFutures(on *page.Page, all []findings.Appraised) string {
	worth, not := 0, 0
	for i := range all {
		switch q := &all[i]; {
		case q.Worthwhile():
			worth++
		case q.NotWorthwhile():
			not++
		}
	}
	return on.Say("Of %[1]d projects and measures %[2]d are worth their cost in nine of ten futures, %[3]d in one of ten or fewer", len(all), worth, not)
}

// ratioText writes benefits over costs; a dash where next to nothing is spent.
func ratioText(on *page.Page, v float64) string {
	if math.IsNaN(v) || math.Abs(v) >= 1e4 {
		return "–"
	}
	return on.Amount(v, min(2, decimalsFor(math.Abs(v), 2)))
}

// worthText says in how many futures a project is worth its cost: alone and to all the others, the
// smaller share first.
func worthText(on *page.Page, q *findings.Appraised) string {
	if math.IsNaN(q.WorthFirst + q.WorthLast) {
		return "–"
	}
	low := on.Amount(100*min(q.WorthFirst, q.WorthLast), 0)
	high := on.Amount(100*max(q.WorthFirst, q.WorthLast), 0)
	if low == high {
		return low
	}
	return low + "–" + high
}
