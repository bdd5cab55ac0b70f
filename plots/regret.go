package plots

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const (
	regretTitle                = "How far plans are from the best in each scenario"
	mostRegretted              = 12
	mostAgainst                = 8
	regretRow        vg.Length = 26
	regretHead       vg.Length = 18 // for a line of the names of the scenarios
	regretNames      vg.Length = 110
	regretWordsLines           = 3
)

// regrets are by plan, then by scenario, the worst of each last.
type regrets struct {
	plans, against []string
	cells          [][]float64
	metric         metric
	when           string
}

// regretFits reports whether plans are compared in more than one scenario.
func regretFits(p *tables.Package) bool {
	r, err := readRegrets(p)
	return series.Unreadable(err) || err == nil && len(r.against) > 1
}

// drawRegret shows how much worse each plan is than the best in each scenario.
func drawRegret(on *page.Page, p *tables.Package) (*page.Figure, error) {
	r, err := readRegrets(p)
	if err != nil {
		return nil, err
	}
	unit := on.Say(r.metric.axis)
	if r.when != "" {
		unit += ", " + r.when
	}
	most := 0.0
	for _, row := range r.cells {
		most = max(most, series.Highest(row))
	}
	scale := lossScale(on, most)
	s := page.NewSheet(on, p, regretTitle, unit+". "+on.Say("Regret: how much worse a plan is than the best of those compared, which keep the budget."))
	s.Title = cmp.Or(on.Title, on.Say("Plan %s regrets least, whichever of these scenarios comes", planName(on, r.plans[r.least()])))
	s.Legend = page.Legend{scale.Key(on.Say("Regret"))}
	names := make([]string, len(r.plans))
	for i, name := range r.plans {
		names[i] = planName(on, name)
	}
	columns := len(r.against) + 1
	lines := 1
	for c := range r.against {
		lines = max(lines, len(page.AxisText.Wrap(r.shortly(on, c), (on.Inner()-regretNames)/vg.Length(columns)-4, regretWordsLines)))
	}
	grid := page.Panel{
		Head: regretHead + vg.Length(page.AxisText.Pitch()*vg.Length(lines-1)), X: page.Axis{Max: float64(columns)}, Y: page.RowAxis(names, regretNames, page.NameRows),
		Height: vg.Length(regretRow * vg.Length(len(r.plans))), Bare: true,
	}
	grid.Least = grid.Height
	grid.Over = func(a page.Plane) { r.paint(a, scale) }
	s.Panels = []page.Panel{grid}
	for i, plan := range r.plans {
		s.Describe("%[1]s: at worst %[2]s.", planName(on, plan), on.Amount(r.worst(i), r.decimals(most)))
	}
	return s.Figure(), nil
}

// readRegrets returns the regrets in the first metric, of plans with a name and of the one that
// regrets least.
func readRegrets(p *tables.Package) (r regrets, err error) {
	t, err := series.RowsOf(p, tables.Regret)
	if err != nil {
		return r, err
	}
	of := &tables.Regret
	values, err := series.Measure(t, of.Regret)
	if err != nil {
		return r, err
	}
	if !series.AnyNumber(values) {
		return r, series.AllEmpty(t, of.Regret)
	}
	name := of.Metric.Of(t)[0]
	r.metric = metricOf(name)
	if at := strings.LastIndexByte(name, '_'); at > 0 {
		r.metric, r.when = metricOf(name[:at]), strings.ReplaceAll(name[at+1:], "..", "–")
	}
	objective := of.Objective.Of(t)[0]
	for row, plan := range of.Plan.Of(t) {
		if of.Metric.Of(t)[row] != name || of.Objective.Of(t)[row] != objective {
			continue
		}
		where := of.Against.Of(t)[row]
		if !slices.Contains(r.against, where) {
			r.against = append(r.against, where)
		}
		i := slices.Index(r.plans, plan)
		if i < 0 {
			i = len(r.plans)
			r.plans, r.cells = append(r.plans, plan), append(r.cells, nil)
		}
		r.cells[i] = append(r.cells[i], float64(values[row]*r.metric.Scale))
	}
	for i := range r.cells {
		if len(r.cells[i]) != len(r.against) {
			return r, series.Nothing{Text: words.Text("The plans are not compared in the same scenarios.")}
		}
	}
	if len(r.against) > mostAgainst {
		return r, series.Nothing{Text: words.Text("A table of %[1]d × %[2]d is more than a page holds."), Args: []any{len(r.plans), len(r.against)}}
	}
	least := r.least()
	kept := regrets{against: r.against, metric: r.metric, when: r.when}
	for i, plan := range r.plans {
		if plan[0] >= '0' && plan[0] <= '9' && i != least || len(kept.plans) == mostRegretted {
			continue
		}
		kept.plans, kept.cells = append(kept.plans, plan), append(kept.cells, r.cells[i])
	}
	return kept, nil
}

func (r *regrets) worst(plan int) float64 { return series.Highest(r.cells[plan]) }

// least is the plan whose worst regret is least.
func (r *regrets) least() (best int) {
	for i := range r.plans {
		if r.worst(i) < r.worst(best) {
			best = i
		}
	}
	return best
}

func (r *regrets) decimals(most float64) int { return decimalsFor(most, 3) }

// paint draws the cells, with the scenarios above them.
func (r *regrets) paint(a page.Plane, scale page.ColourScale) {
	on := a.On
	columns := len(r.against) + 1
	width := (a.Max.X - a.Min.X) / vg.Length(columns)
	most := 0.0
	for i := range r.plans {
		most = max(most, r.worst(i))
	}
	for c := range columns {
		name := on.Say("at worst")
		if c < len(r.against) {
			name = r.shortly(on, c)
		}
		lines := page.AxisText.Wrap(name, width-4, regretWordsLines)
		base := a.Max.Y + 5 + vg.Length(page.AxisText.Pitch()*vg.Length(len(lines)-1))
		for _, line := range lines {
			page.AxisText.Write(a, a.AtX(float64(c)+0.5), base, ink.Centred, line)
			base -= page.AxisText.Pitch()
		}
		for row := range r.plans {
			v := r.worst(row)
			if c < len(r.against) {
				v = r.cells[row][c]
			}
			corner := a.Point(float64(c), float64(len(r.plans)-row))
			box := vg.Rectangle{Min: vg.Point{X: corner.X + 1, Y: corner.Y - regretRow + 1}, Max: vg.Point{X: corner.X + width - 1, Y: corner.Y - 1}}
			colour := scale.Of(v)
			a.FillPolygon(colour, ink.Corners(box))
			text := "–"
			if !math.IsNaN(v) {
				text = on.Amount(v, r.decimals(most))
			}
			l := ink.Lettering{Face: ink.Bold(9), Colour: page.Contrast(colour)}
			l.Write(a, ink.Half(box.Min.X+box.Max.X), ink.Half(box.Min.Y+box.Max.Y)-ink.Half(l.Height()), ink.Centred, l.Fit(text, width-4))
		}
	}
}

// shortly names a scenario without what it has in common with the first, which is as it is.
func (r *regrets) shortly(on *page.Page, i int) string {
	if i == 0 {
		return on.Say("as it is")
	}
	return strings.TrimPrefix(r.against[i], r.against[0]+"+")
}
