package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/findings"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	rankingTitle = "What each project and measure brings"
	mostRanked   = 24
)

// surely is how many standard errors of a mean its interval of 95 % reaches to either side.
const surely = 1.96

// rankingFits reports whether anything brings more than next to nothing.
func rankingFits(p *tables.Package) bool {
	all, err := readRanking(p)
	return series.Unreadable(err) || slices.ContainsFunc(all, func(q findings.Appraised) bool { return !q.Idle() })
}

// drawRanking shows what each project and measure adds to what is carried, in the mean of the
// orders, alone and to all the others, those that add most first.
func drawRanking(on *page.Page, p *tables.Package) (*page.Figure, error) {
	all, err := readRanking(p)
	if err != nil {
		return nil, err
	}
	bring := slices.DeleteFunc(slices.Clone(all), func(q findings.Appraised) bool { return q.Idle() })
	if len(bring) == 0 {
		return nil, series.Nothing{Text: words.Text("Next to the same is carried with and without each of them.")}
	}
	shown := mostChanging(bring, on.Most(mostRanked), inTonnes)
	s := page.NewSheet(on, p, rankingTitle, on.Say(rankingTitle)+". "+whatIsAdded(on))
	s.Title = cmp.Or(on.Title, broughtByFew(on, all))
	s.Legend = rankedLegend(on, shown, on.Say("95 % interval of the mean"))
	x := rankedAxis(on, shown, inTonnes)
	adds, spent := page.Column{Heading: on.Say("Adds, Mt")}, page.Column{Heading: on.Say("Spent, USD m")}
	for i := range shown {
		adds.Cells = append(adds.Cells, addedText(on, shown[i].CarriedMt, max(x.Decimals, 2)))
		spent.Cells = append(spent.Cells, spentText(on, shown[i].CapexMUSD))
	}
	s.Panels = []page.Panel{rankedPanel(shown, inTonnes, x, on.Say("Mt more or less carried"), adds, spent)}
	s.Note = cmp.Or(s.Note, rankingNote(on, len(shown), len(bring), len(all)))
	for i := range shown {
		s.Tell(brings(on, &shown[i]))
	}
	return s.Figure(), nil
}

// readRanking returns what is known of the projects and measures, those that add most first.
func readRanking(p *tables.Package) ([]findings.Appraised, error) {
	t, err := series.RowsOf(p, tables.Ranking)
	if err != nil {
		return nil, err
	}
	of := &tables.Ranking
	for _, c := range []tables.NumberColumn{of.CarriedMt, of.CarriedFirstMt, of.CarriedLastMt} {
		if _, err := series.Signed(t, c); err != nil {
			return nil, err
		}
	}
	for _, c := range []tables.NumberColumn{of.CarriedError, of.CapexMUSD} {
		if _, err := series.Measure(t, c); err != nil {
			return nil, err
		}
	}
	if !series.AnyNumber(of.CarriedMt.Of(t)) {
		return nil, series.AllEmpty(t, of.CarriedMt)
	}
	met := map[string]bool{}
	for row, name := range of.Project.Of(t) {
		if met[name] {
			return nil, fmt.Errorf("%s: %s comes twice", t.Place(row), name)
		}
		met[name] = true
	}
	all := slices.DeleteFunc(findings.AppraisalOf(t, tables.New(tables.Together)).List, func(q findings.Appraised) bool { return math.IsNaN(q.CarriedMt) })
	for i := range all {
		all[i].Title = titleOr(all[i].Title, all[i].Name)
	}
	slices.SortStableFunc(all, func(a, b findings.Appraised) int { return cmp.Compare(b.CarriedMt, a.CarriedMt) })
	return all, nil
}

// mostChanging returns the n that change most, less or more, in their order.
func mostChanging(list []findings.Appraised, n int, of func(*findings.Appraised) estimate) (most []findings.Appraised) {
	places := make([]int, len(list))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(i, j int) int { return cmp.Compare(math.Abs(of(&list[j]).mean), math.Abs(of(&list[i]).mean)) })
	places = places[:min(n, len(list))]
	slices.Sort(places)
	for _, i := range places {
		most = append(most, list[i])
	}
	return most
}

// whatIsAdded says what the charts of an appraisal show.
func whatIsAdded(on *page.Page) string {
	return on.Say("Added to what is carried in the years simulated, in the mean of the orders in which all may come (Shapley value).")
}

// broughtByFew says of how few half of what all bring comes.
func broughtByFew(on *page.Page, all []findings.Appraised) string {
	brought := 0.0
	for i := range all {
		brought += all[i].CarriedMt
	}
	decimals := decimalsFor(math.Abs(brought), 2)
	switch half := (&findings.Appraisal{List: all}).Half(); {
	case half > 0 && half < len(all):
		return on.Say("Half of the %[1]s Mt that all bring comes from %[2]d of %[3]d projects and measures", on.Amount(brought, decimals), half, len(all))
	case len(all) == 1:
		return on.Say("The only one appraised brings %s Mt", on.Signed(brought, decimals))
	}
	return on.Say("All projects and measures together bring %s Mt", on.Signed(brought, decimals))
}

// brings says what a project brings for readers who cannot see it.
func brings(on *page.Page, q *findings.Appraised) string {
	amount := func(v float64) string { return on.Signed(v, 2) }
	return on.Say("%[1]s: %[2]s Mt, alone %[3]s, to all the others %[4]s.", q.Title, amount(q.CarriedMt), amount(q.FirstMt), amount(q.LastMt))
}

func rankingNote(on *page.Page, shown, bring, all int) string {
	note := []string{
		on.Say("Alone: against none of the others. To all the others: against all but itself. Works that come late in these years bring more after them."),
	}
	if idle := all - bring; idle > 0 {
		note = append(note, on.Say("Left out, as next to nothing more is carried with them: %[1]d of %[2]d.", idle, all))
	}
	if shown < bring {
		note = append(note, on.Say("Shown, those that change most: %[1]d of %[2]d.", shown, bring))
	}
	return strings.Join(note, " ")
}

func rankedLegend(on *page.Page, shown []findings.Appraised, interval string) page.Legend {
	var out page.Legend
	for _, soft := range []bool{false, true} {
		if slices.ContainsFunc(shown, func(q findings.Appraised) bool { return q.Soft == soft }) {
			out = append(out, page.AreaKey(kindOfAppraised(on, soft), appraisedColour(soft)))
		}
	}
	if hasErrors(shown) {
		out = append(out, page.Key{Label: interval, Width: 18, Sample: func(c draw.Canvas, at vg.Rectangle) {
			whisker(c, at.Min.X, at.Max.X, ink.Half(at.Min.Y+at.Max.Y))
		}})
	}
	mark := func(label string, paint func(draw.Canvas, vg.Point)) page.Key {
		return page.Key{Label: label, Width: 8, Sample: func(c draw.Canvas, at vg.Rectangle) { paint(c, at.Min.Add(at.Max).Scale(0.5)) }}
	}
	return append(out, mark(on.Say("Alone"), aloneMark), mark(on.Say("To all the others"), othersMark))
}

// kindOfAppraised is what is built or what is agreed on.
func kindOfAppraised(on *page.Page, soft bool) string {
	if soft {
		return on.Say("Measures")
	}
	return on.Say("Works")
}

// hasErrors reports whether the error of any mean is known.
func hasErrors(list []findings.Appraised) bool {
	return slices.ContainsFunc(list, func(q findings.Appraised) bool { return q.Error > 0 })
}
