package plots

import (
	"cmp"
	"math"
	"slices"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/findings"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const costsTitle = "What is spent and what it brings"

// costsFit reports whether anything brings more than next to nothing, and what is spent is known.
func costsFit(p *tables.Package) bool {
	return rankingFits(p) && series.AnyNumber(tables.Ranking.CapexMUSD.Of(p.Table(tables.Ranking)))
}

// drawCosts sets what each project and measure adds to what is carried against what is spent on
// it, with those that none of the others beats in both.
func drawCosts(on *page.Page, p *tables.Package) (*page.Figure, error) {
	all, err := readRanking(p)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(q findings.Appraised) bool { return math.IsNaN(q.CapexMUSD) })
	if len(all) == 0 {
		return nil, series.AllEmpty(p.Table(tables.Ranking), tables.Ranking.CapexMUSD)
	}
	front := unbeaten(all)
	s := page.NewSheet(on, p, costsTitle, on.Say(costsTitle)+". "+whatIsAdded(on))
	if len(front) > 0 {
		s.Title = cmp.Or(on.Title, on.Say("%[1]d of %[2]d projects and measures are beaten by none that is cheaper and adds more", len(front), len(all)))
	}
	s.Legend = costsLegend(on, all, front)
	s.Panels = []page.Panel{costsPanel(on, all, front)}
	s.Note = cmp.Or(s.Note, on.Say("USD per tonne: what is spent over what is added, both in the years simulated; works that come late in them bring more after them. Names stand where there is room."))
	for i := range front {
		s.Tell(costsAndBrings(on, &front[i]))
	}
	return s.Figure(), nil
}

// unbeaten returns those that add something and that none beats which costs no more and adds no
// less, the cheapest first.
func unbeaten(all []findings.Appraised) (front []findings.Appraised) {
	byCost := slices.DeleteFunc(slices.Clone(all), func(q findings.Appraised) bool { return q.Idle() || !(q.CarriedMt > 0) })
	slices.SortStableFunc(byCost, func(a, b findings.Appraised) int {
		return cmp.Or(cmp.Compare(a.CapexMUSD, b.CapexMUSD), cmp.Compare(b.CarriedMt, a.CarriedMt))
	})
	for _, q := range byCost {
		if len(front) == 0 || q.CarriedMt > front[len(front)-1].CarriedMt {
			front = append(front, q)
		}
	}
	return front
}

// costsAndBrings says what a project costs and brings for readers who cannot see it.
func costsAndBrings(on *page.Page, q *findings.Appraised) string {
	return on.Say("%[1]s: USD %[2]s million, %[3]s Mt.", q.Title, on.Amount(q.CapexMUSD, 0), on.Signed(q.CarriedMt, 2))
}

func costsLegend(on *page.Page, all, front []findings.Appraised) page.Legend {
	var out page.Legend
	for _, soft := range []bool{false, true} {
		if !slices.ContainsFunc(all, func(q findings.Appraised) bool { return q.Soft == soft }) {
			continue
		}
		out = append(out, page.Key{Label: kindOfAppraised(on, soft), Width: 9, Sample: func(c draw.Canvas, at vg.Rectangle) {
			appraisedMark(c, at.Min.Add(at.Max).Scale(0.5), soft)
		}})
	}
	if hasErrors(all) {
		out = append(out, page.Key{Label: on.Say("95 % interval of the mean"), Width: 6, Sample: func(c draw.Canvas, at vg.Rectangle) {
			uprightWhisker(c, ink.Half(at.Min.X+at.Max.X), at.Min.Y-1, at.Max.Y+1)
		}})
	}
	if len(front) > 1 {
		out = append(out, page.LineKey(on.Say("Beaten by none that is cheaper and adds more"), frontLine))
	}
	return append(out, page.LineKey(on.Say("Equal USD per tonne"), ratioLine))
}

// costAxis is the axis of what is spent, and where on it that is that costs nothing.
type costAxis struct {
	page.Axis
	nothing float64 // 0 where that is no place apart
	first   float64 // where the rest of the axis begins
}

// decadesApart is the ratio of costs from which on their axis is logarithmic.
const decadesApart = 20

// newCostAxis holds all costs: with logarithms where they are far apart, and then with a place
// for nothing before it.
func newCostAxis(on *page.Page, all []findings.Appraised) costAxis {
	least, most, free := math.Inf(1), 0.0, false
	for i := range all {
		most = math.Max(most, all[i].CapexMUSD)
	}
	for i := range all {
		if v := all[i].CapexMUSD; v > max(0.005, most/1e6) {
			least = min(least, v)
		} else {
			free = true
		}
	}
	if !(most >= float64(decadesApart*least)) {
		return costAxis{on.ValueAxis(float64(1.04*most), 6), 0, 0}
	}
	a := costAxis{first: float64(0.8 * least)}
	a.Axis = on.LogAxis(a.first, float64(1.25*most), 9)
	if free {
		a.nothing, a.Min = float64(0.4*least), float64(0.3*least)
		a.Ticks = append([]page.Tick{{At: a.nothing, LabelAt: a.nothing, Label: "0"}}, a.Ticks...)
	}
	return a
}

// of returns where on the axis a cost lies.
func (a costAxis) of(q *findings.Appraised) float64 {
	if a.Log && q.CapexMUSD < a.Min || q.CapexMUSD < a.nothing {
		return a.nothing
	}
	return q.CapexMUSD
}

// perTonne are the USD per tonne whose lines are drawn: powers of ten whose line leaves the panel
// through its top.
func (a costAxis) perTonne(top float64) (list []float64) {
	for _, v := range []float64{0.01, 0.1, 1, 10, 100, 1000, 1e4, 1e5, 1e6} {
		if at := float64(v * top); top > 0 && at > float64(1.5*a.first) && at < float64(0.99*a.Max) && (a.Log || at > a.Max/8) {
			list = append(list, v)
		}
	}
	return list[max(0, len(list)-mostRatios):]
}

const mostRatios = 4

// costsNames orders those that have a name at their dot, if there is room: first those that none
// beats, then those that change most, then those that cost most.
func costsNames(all, front []findings.Appraised) (names []findings.Appraised) {
	add := func(q findings.Appraised) {
		if !slices.ContainsFunc(names, func(n findings.Appraised) bool { return n.Name == q.Name }) {
			names = append(names, q)
		}
	}
	for _, q := range slices.Backward(front) {
		add(q)
	}
	byChange := slices.Clone(all)
	slices.SortStableFunc(byChange, func(a, b findings.Appraised) int { return cmp.Compare(math.Abs(b.CarriedMt), math.Abs(a.CarriedMt)) })
	for _, q := range byChange[:min(mostChanges, len(all))] {
		add(q)
	}
	byCost := slices.Clone(all)
	slices.SortStableFunc(byCost, func(a, b findings.Appraised) int { return cmp.Compare(b.CapexMUSD, a.CapexMUSD) })
	for _, q := range byCost[:min(mostCosts, len(all))] {
		add(q)
	}
	return names
}

const (
	mostChanges = 14
	mostCosts   = 5
)
