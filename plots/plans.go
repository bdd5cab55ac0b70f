package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	plansTitle            = "Plans: what is gained for what is paid"
	plansHeight vg.Length = 250
	plansLeast  vg.Length = 110
)

// paidFor is a plan with what it costs, USD million, and what it gains in the first objective.
type paidFor struct {
	name            string
	also            []string
	front           bool
	cost, low, high float64 // and the ends of the interval of the gain, NaN for none
	gain            float64
}

// payoffs are the plans of a choice, the cheapest first, and what their gain is.
type payoffs struct {
	plans  []paidFor
	metric metric
	when   string // year, or years
	share  string // what a share of futures satisfies; "" for a gain over doing nothing
	regret bool
}

// plansFit reports whether there is more than one plan.
func plansFit(p *tables.Package) bool {
	all, err := readPayoffs(p)
	return series.Unreadable(err) || err == nil && len(all.plans) > 2
}

// drawPlans shows what each plan gains in the first objective beside what it costs.
func drawPlans(on *page.Page, p *tables.Package) (*page.Figure, error) {
	all, err := readPayoffs(p)
	if err != nil {
		return nil, err
	}
	s := page.NewSheet(on, p, plansTitle, on.Say(plansTitle)+". "+on.Say("Each dot: a plan that none is better than, in the futures that did not choose it."))
	s.Title = cmp.Or(on.Title, all.message(on))
	s.Legend = page.Legend{
		{Label: on.Say("Plan"), Width: 8, Sample: func(c draw.Canvas, at vg.Rectangle) { ink.Dot(c, page.Blue, at.Min.Add(at.Max).Scale(0.5), 2.6) }},
		page.LineKey(on.Say("With everything"), evenEdge),
	}
	if slices.ContainsFunc(all.plans, func(q paidFor) bool { return !math.IsNaN(q.low) }) {
		s.Legend = append(s.Legend, page.Key{Label: on.Say("95 % interval"), Width: 8, Sample: func(c draw.Canvas, at vg.Rectangle) {
			x := ink.Half(at.Min.X + at.Max.X)
			c.StrokeLine2(whiskerLine, x, at.Min.Y-1, x, at.Max.Y+1)
		}})
	}
	s.Panels = []page.Panel{all.panel(on)}
	for i := range all.plans {
		q := &all.plans[i]
		s.Describe("%[1]s: USD %[2]s million, %[3]s.", planName(on, q.name), on.Amount(q.cost, 0), on.Signed(q.gain, 2))
	}
	return s.Figure(), nil
}

// readPayoffs returns the plans with their costs and gains.
func readPayoffs(p *tables.Package) (all payoffs, err error) {
	plans, err := series.RowsOf(p, tables.Plans)
	if err != nil {
		return all, err
	}
	robust, err := series.RowsOf(p, tables.Robustness)
	if err != nil {
		return all, err
	}
	of, by := &tables.Plans, &tables.Robustness
	cost, err := series.Measure(plans, of.CostMUSD)
	if err != nil {
		return all, err
	}
	values, err := series.Signed(robust, by.Value)
	if err != nil {
		return all, err
	}
	for _, c := range []tables.NumberColumn{by.Low, by.High, by.Gain, by.GainLow, by.GainHigh} {
		if _, err := series.Signed(robust, c); err != nil {
			return all, err
		}
	}
	first := slices.IndexFunc(by.Metric.Of(robust), func(name string) bool { return name != "cost" })
	if first < 0 {
		return all, series.Nothing{Text: words.Text("The plans have no objective but their cost.")}
	}
	objective := by.Objective.Of(robust)[first]
	at := strings.LastIndexByte(by.Metric.Of(robust)[first], '_')
	name := by.Metric.Of(robust)[first]
	all.metric = metricOf(name)
	if at > 0 {
		all.metric, all.when = metricOf(name[:at]), strings.ReplaceAll(name[at+1:], "..", "–")
	}
	statistic, rest, _ := strings.Cut(objective, " ")
	switch statistic {
	case "share":
		all.share = rest
	case "regret", "scenario-regret":
		all.regret = true
	}
	nothing := math.NaN()
	found := map[string]int{}
	for row, plan := range by.Plan.Of(robust) {
		if by.Objective.Of(robust)[row] == objective {
			found[plan] = row
			if plan == tables.PlanNothing {
				nothing = values[row]
			}
		}
	}
	for row, plan := range of.Plan.Of(plans) {
		r, is := found[plan]
		if !is || math.IsNaN(values[r]) || math.IsNaN(cost[row]) {
			continue
		}
		q := paidFor{name: plan, front: of.Front.True(plans, row), cost: cost[row], low: math.NaN(), high: math.NaN()}
		if also := of.Also.Of(plans)[row]; also != "" {
			q.also = strings.Split(also, ";")
		}
		scale := all.metric.Scale
		switch {
		case all.share != "":
			q.gain, q.low, q.high = 100*values[r], 100*by.Low.Of(robust)[r], 100*by.High.Of(robust)[r]
		case all.regret:
			q.gain = float64(values[r] * scale)
		default:
			q.gain = float64((values[r] - nothing) * scale)
			if g := by.Gain.Of(robust)[r]; math.Abs(g-(values[r]-nothing)) < 1e-9*(1+math.Abs(g)) { // of a mean
				q.low, q.high = float64(by.GainLow.Of(robust)[r]*scale), float64(by.GainHigh.Of(robust)[r]*scale)
			}
		}
		if !math.IsNaN(q.gain) {
			all.plans = append(all.plans, q)
		}
	}
	if len(all.plans) == 0 {
		return all, series.AllEmpty(robust, by.Value)
	}
	slices.SortStableFunc(all.plans, func(a, b paidFor) int { return cmp.Compare(a.cost, b.cost) })
	return all, nil
}

// named returns the plan that is called so, nil for none.
func (all *payoffs) named(name string) *paidFor {
	i := slices.IndexFunc(all.plans, func(q paidFor) bool { return q.name == name || slices.Contains(q.also, name) })
	if i < 0 {
		return nil
	}
	return &all.plans[i]
}

// message says how much of what everything gains is had for how much of its money; "" where
// that means nothing.
func (all *payoffs) message(on *page.Page) string {
	knee, every := all.named(tables.PlanKnee), all.named(tables.PlanEverything)
	if knee == nil || every == nil || all.regret || every.cost <= 0 || every.gain == 0 {
		return ""
	}
	if all.share != "" {
		return on.Say("Reached in %[2]s of futures with plan %[1]s, in %[3]s with everything", planName(on, tables.PlanKnee), on.Percent(knee.gain), on.Percent(every.gain))
	}
	part, money := knee.gain/every.gain, knee.cost/every.cost
	if !(part > 0 && part < 2 && money < 1) {
		return ""
	}
	return on.Say("%[1]s of what everything brings costs %[2]s of its money", on.Percent(float64(100*part)), on.Percent(float64(100*money)))
}

// satisfied writes what a share of futures satisfies: Throughput, 2030 ≥ 6 Mt per year.
func (all *payoffs) satisfied(on *page.Page) string {
	words := strings.Fields(all.share)
	if len(words) != 3 || all.when == "" || all.metric.Label == "" {
		return all.share
	}
	value, err := strconv.ParseFloat(words[2], 64)
	if err != nil {
		return all.share
	}
	sign := map[string]string{">=": "≥", "<=": "≤"}[words[1]]
	return fmt.Sprintf("%s, %s %s %s", on.Say(all.metric.Label), all.when, sign, on.Amount(float64(value*all.metric.Scale), decimalsIn(float64(value*all.metric.Scale))))
}

// planName is the name of a plan in the language of the page.
func planName(on *page.Page, name string) string {
	switch name {
	case tables.PlanBest:
		return on.Say("best")
	case tables.PlanKnee:
		return on.Say("knee")
	case tables.PlanCheapest:
		return on.Say("cheapest")
	case tables.PlanNothing:
		return on.Say("nothing")
	case tables.PlanEverything:
		return on.Say("everything")
	}
	return name
}

// panel has the plans that keep the budget by cost, and what everything gains as a line.
func (all *payoffs) panel(on *page.Page) page.Panel {
	dearest, low, high := 0.0, 0.0, 0.0
	for i := range all.plans {
		q := &all.plans[i]
		if q.name != tables.PlanEverything || q.front {
			dearest = max(dearest, q.cost)
		}
		for _, v := range []float64{q.gain, q.low, q.high} {
			if !math.IsNaN(v) {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	unit := on.Say(all.metric.axis)
	if all.when != "" {
		unit += ", " + all.when
	}
	switch {
	case all.share != "":
		unit = on.Say("Futures that satisfy %s, %%", all.satisfied(on))
	case all.regret:
		unit = on.Say("Largest regret: %s", unit)
	default:
		unit = on.Say("More or less than with nothing: %s", unit)
	}
	p := page.Panel{Head: 8, Unit: unit, Height: plansHeight, Least: plansLeast, Named: true, X: on.ValueAxis(dearest, 6), Y: on.SignedAxis(low, high, 5)}
	if all.share != "" {
		p.Y = on.ValueAxis(high, 5)
	}
	p.X.Lines = false
	p.Over = func(a page.Plane) { all.paint(a) }
	return p
}

// paint draws the plans, with names beside those that have one.
func (all *payoffs) paint(a page.Plane) {
	on := a.On
	labels := page.DirectLabels{Area: vg.Rectangle{Min: a.Min, Max: a.Max}}
	if every := all.named(tables.PlanEverything); every != nil && !every.front {
		y := a.AtY(every.gain)
		a.StrokeLine2(evenEdge, a.Min.X, y, a.Max.X, y)
		labels.Avoid(vg.Point{X: a.Min.X, Y: y}, vg.Point{X: a.Max.X, Y: y})
		text := on.Say("everything, for USD %s million", on.Amount(every.cost, 0))
		page.AxisText.Write(a, a.Min.X+2, y+4, ink.FromLeft, page.AxisText.Fit(text, a.Max.X-a.Min.X-4))
	}
	for i := range all.plans {
		q := &all.plans[i]
		if q.name == tables.PlanEverything && !q.front {
			continue
		}
		at := a.Point(q.cost, q.gain)
		if !math.IsNaN(q.low) && !math.IsNaN(q.high) {
			foot, top := vg.Point{X: at.X, Y: a.AtY(q.low)}, vg.Point{X: at.X, Y: a.AtY(q.high)}
			a.StrokeLine2(whiskerLine, foot.X, foot.Y, top.X, top.Y)
			labels.Avoid(foot, top)
		}
		colour := page.Blue
		if q.name == tables.PlanNothing && !q.front {
			colour = page.MidGrey
		}
		ink.Dot(a.Canvas, colour, at, 2.6)
		labels.Avoid(vg.Point{X: at.X - 3, Y: at.Y}, vg.Point{X: at.X + 3, Y: at.Y})
	}
	for i := range all.plans {
		q := &all.plans[i]
		if q.name[0] >= '0' && q.name[0] <= '9' || q.name == tables.PlanEverything && !q.front {
			continue
		}
		names := []string{planName(on, q.name)}
		for _, other := range q.also {
			names = append(names, planName(on, other))
		}
		at := a.Point(q.cost, q.gain)
		at.Y = max(at.Y, a.Min.Y+page.LabelGap+1) // clear of the axis
		label := []string{strings.Join(names, ", ")}
		if labels.WriteLines(a, page.BoldText, at, label, page.ToRight, page.Below, page.ToLeft, page.Above) || math.IsNaN(q.low+q.high) {
			continue
		}
		foot := vg.Point{X: at.X, Y: a.AtY(q.low)} // a line is too near
		labels.WriteLines(a, page.BoldText, foot, label, page.Below, page.ToLeft)
	}
	page.UnitText.Write(a, a.Max.X, a.Min.Y+4, ink.FromRight, on.Say("Cost, USD million"))
}
