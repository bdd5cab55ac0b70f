package report

import (
	"math"
	"strings"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// plansPart says which plans none is better than, and what is in those with a name.
type plansPart struct {
	Label      string
	Objectives []objectiveHead
	Rows       []planRow
	Numbered   int // of the front, without a name
	Signposts  []signpostRow
}

// objectiveHead heads the column of an objective.
type objectiveHead struct{ Text, Unit string }

// planRow is one plan.
type planRow struct {
	Name, Members string
	Cost, Within  cell
	Spread        string
	Values        []cell
	Intervals     []string
}

// signpostRow is what, once observed, would speak for another plan.
type signpostRow struct {
	Observed, Plan, Other string
	Share, All            cell
}

// plansOf returns what the first of the runs that has plans says, nil where none does.
func plansOf(subjects []*subject) *plansPart {
	for _, s := range subjects {
		p := s.Package
		if !filled(p, tables.Plans) || !filled(p, tables.Robustness) || !filled(p, tables.Members) {
			continue
		}
		out := &plansPart{Label: s.Label, Signposts: signpostsOf(s.w, p.Table(tables.Signposts))}
		t, c := p.Table(tables.Plans), &tables.Plans
		share := func(v float64) cell {
			if math.IsNaN(v) {
				return cell{Text: none}
			}
			return cell{number(100*v, 0), raw(v)}
		}
		for row, plan := range c.Plan.Of(t) {
			if plan[0] >= '0' && plan[0] <= '9' {
				out.Numbered++
				continue
			}
			r := planRow{
				Name: namesOfPlan(s.w, plan, c.Also.Of(t)[row]), Members: membersOf(s.w, p.Table(tables.Members), plan), Within: share(c.WithinShare.Of(t)[row]),
				Cost:   cell{number(c.CostMUSD.Of(t)[row], 0), raw(c.CostMUSD.Of(t)[row])},
				Spread: number(c.CostP05MUSD.Of(t)[row], 0) + " to " + number(c.CostP95MUSD.Of(t)[row], 0),
			}
			out.objectives(s.w, p.Table(tables.Robustness), plan, &r)
			out.Rows = append(out.Rows, r)
		}
		return out
	}
	return nil
}

// namesOfPlan are the name of a plan and those that it has too, between semicolons.
func namesOfPlan(w *words.Language, plan, also string) string {
	names := []string{plan}
	if also != "" {
		names = append(names, strings.Split(also, ";")...)
	}
	for i, name := range names {
		names[i] = w.Say(name) // a test of plans has them all
	}
	return strings.Join(names, ", ")
}

// objectives fills in what a plan comes to in each objective but its cost.
func (p *plansPart) objectives(w *words.Language, t *tables.Table, plan string, to *planRow) {
	c := &tables.Robustness
	for row, name := range c.Plan.Of(t) {
		if name != plan || c.Objective.Of(t)[row] == "cost" {
			continue
		}
		o := objectiveIn(t, row)
		if len(to.Values) == len(p.Objectives) {
			p.Objectives = append(p.Objectives, objectiveHead{o.says(w), o.unit()})
		}
		v, low, high := c.Value.Of(t)[row], c.Low.Of(t)[row], c.High.Of(t)[row]
		interval := none
		if !math.IsNaN(low) && !math.IsNaN(high) {
			interval = o.number(low) + " to " + o.number(high)
		}
		to.Values, to.Intervals = append(to.Values, cell{o.number(v), raw(v)}), append(to.Intervals, interval)
	}
}

// membersOf lists what a plan has, for readers.
func membersOf(w *words.Language, t *tables.Table, plan string) string {
	c := &tables.Members
	var list []string
	all := true
	for row, name := range c.Plan.Of(t) {
		switch {
		case name != plan:
		case !c.Taken.True(t, row):
			all = false
		default:
			title := c.Title.Of(t)[row]
			if c.LaterMonths.Of(t)[row] > 0 {
				title = w.Say("%[1]s from %[2]s", title, c.Start.Of(t)[row])
			}
			list = append(list, title)
		}
	}
	switch {
	case len(list) == 0:
		return w.Say("nothing")
	case all:
		return w.Say("everything there is to decide on")
	}
	return strings.Join(list, "; ")
}

// signpostsOf gathers the limits of each signpost.
func signpostsOf(w *words.Language, t *tables.Table) (out []signpostRow) {
	if t == nil {
		return nil
	}
	c := &tables.Signposts
	for row, number := range c.Signpost.Of(t) {
		low, high := c.Low.Of(t)[row], c.High.Of(t)[row]
		said := c.Title.Of(t)[row]
		switch {
		case strings.HasPrefix(c.Observed.Of(t)[row], "serves/") && low > 0:
			said = w.Say("%s serves", said)
		case strings.HasPrefix(c.Observed.Of(t)[row], "serves/"):
			said = w.Say("%s does not serve", said)
		case math.IsNaN(low):
			said = w.Say("%[1]s at most %[2]s", said, w.Rounded(high, 4))
		case math.IsNaN(high):
			said = w.Say("%[1]s at least %[2]s", said, w.Rounded(low, 4))
		default:
			said = w.Say("%[1]s from %[2]s to %[3]s", said, w.Rounded(low, 4), w.Rounded(high, 4))
		}
		if n := len(out); n > 0 && row > 0 && number == c.Signpost.Of(t)[row-1] {
			out[n-1].Observed += "; " + said
			continue
		}
		share := func(v float64) cell { return cell{plain(math.Round(100 * v)), raw(v)} }
		out = append(out, signpostRow{said, w.Say(c.Plan.Of(t)[row]), w.Say(c.Other.Of(t)[row]), share(c.Share.Of(t)[row]), share(c.AllShare.Of(t)[row])})
	}
	return out
}
