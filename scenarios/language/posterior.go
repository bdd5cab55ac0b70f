package language

import (
	"slices"
	"strings"

	"corridor/scenarios/text"
	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

// Posterior is a sample of numbers that are drawn together in the place of their
// uncertainties.
type Posterior struct {
	Title string
	Made  []Made
	Of    []string    // uncertainties whose place it takes
	Rows  [][]float64 // values of these in their order, each row as likely as the next

	Priors []ensemble.Uncertainty // of a compiled scenario: these uncertainties, as they would be drawn by themselves
}

// Made is one thing that a sample was made of.
type Made struct{ Name, Is string }

// fewestRows is how many rows make a sample.
const fewestRows = 2

// sample checks the posterior but for what its values may be.
func (c *compiler) sample() {
	v := c.top.of(posteriorKey)
	if !v.given() {
		return
	}
	if own := c.top.of("uncertainties").of(posteriorKey); own.given() {
		c.report.Mistake(own.Position, "an uncertainty cannot be called %s where the scenario has one", posteriorKey)
	}
	of, rows := v.of("of"), v.of("rows")
	if !of.given() || !rows.given() || !c.report.Sound(of.Tree) {
		return // reported
	}
	met := map[string]bool{}
	for _, item := range of.Items {
		switch uncertainty := c.top.of("uncertainties").of(item.Text); {
		case met[item.Text]:
			c.report.Mistake(item.Position, "%s is named twice", item.Text)
		case uncertainty.of("certain").boolean():
			c.report.Mistake(item.Position, "%s is certain, and nothing is drawn of it", item.Text)
		}
		met[item.Text] = true
	}
	if len(of.Items) == 0 {
		c.report.Mistake(of.Position, "the posterior names no uncertainty, expected at least one")
		return
	}
	if len(rows.Items) < fewestRows {
		c.report.Mistake(rows.Position, "the posterior has %s, expected at least %d", tables.Counted(len(rows.Items), "row"), fewestRows)
	}
	var broken []int
	for i, row := range rows.Items {
		if row.Kind == text.List && len(row.Items) != len(of.Items) {
			broken = append(broken, i)
		}
	}
	if len(broken) > 0 {
		first := rows.Items[broken[0]]
		c.report.Mistake(first.Position, "row %d has %s, expected %d, one for each of the uncertainties%s",
			broken[0]+1, tables.Counted(len(first.Items), "value"), len(of.Items), andMore(len(broken)-1, "row"))
	}
}

// andMore says how many others there are, nothing for none.
func andMore(n int, of string) string {
	if n == 0 {
		return ""
	}
	return "; so it is in " + tables.Counted(n, "more "+of)
}

// posterior compiles the sample and returns it with the uncertainties that are still drawn
// by themselves.
func (c *compiler) posterior(s *Compiled, given []ensemble.Uncertainty) (sample, own []ensemble.Uncertainty) {
	v := c.top.of(posteriorKey)
	if !v.given() || c.report.Found() {
		return nil, given
	}
	p := &Posterior{Title: title(namedValue{name: posteriorKey, value: v})}
	for _, said := range v.of("made").each() {
		p.Made = append(p.Made, Made{said.name, said.string()})
	}
	rows := v.of("rows")
	for _, row := range rows.Items {
		p.Rows = append(p.Rows, numbers(value{row, rows.spec.item}))
	}
	var of []ensemble.Sampled
	for i, item := range v.of("of").Items {
		u := given[slices.IndexFunc(given, func(u ensemble.Uncertainty) bool { return u.Name == item.Text })]
		p.Of, p.Priors = append(p.Of, u.Name), append(p.Priors, u)
		values := make([]float64, len(p.Rows))
		for row := range p.Rows {
			values[row] = p.Rows[row][i]
		}
		c.within(rows, i, &u, values, c.limits(s, u.Path))
		of = append(of, ensemble.Sampled{Name: u.Name, Title: u.Title, Path: u.Path, Values: values, Set: u.Set})
	}
	drawn, err := ensemble.NewSample(posteriorKey, p.Title, of)
	if err != nil {
		c.report.Mistake(v.Position, "%v", err)
		return nil, given
	}
	s.Posterior = p
	own = slices.DeleteFunc(slices.Clone(given), func(u ensemble.Uncertainty) bool { return slices.Contains(p.Of, u.Name) })
	return []ensemble.Uncertainty{drawn}, own
}

// within reports values of a sample that their figure cannot have.
func (c *compiler) within(rows value, column int, u *ensemble.Uncertainty, values []float64, l limits) {
	var beyond []int
	for row, v := range values {
		if v < l.least || v > l.most || l.above && v == l.least {
			beyond = append(beyond, row)
		}
	}
	if len(beyond) == 0 {
		return
	}
	first := beyond[0]
	c.report.Mistake(rows.Items[first].Items[column].Position, "%s is %s in row %d, outside what its figure may be (%v)%s",
		u.Name, plainNumber(values[first]), first+1, l, andMore(len(beyond)-1, "row"))
}

// lost warns of correlations with what the posterior draws, which is not made to go with
// anything but itself.
func (p *Posterior) lost(name string, members []string, drawn func(string) bool, at text.Position, report *text.Report) {
	if p == nil {
		return
	}
	var in, others []string
	for _, member := range members {
		switch {
		case slices.Contains(p.Of, member):
			in = append(in, member)
		case drawn(member):
			others = append(others, member)
		}
	}
	if len(in) > 0 && len(others) > 0 {
		report.Warn(at, "the correlation %s has no effect on %s, which the posterior draws: it does not go together with %s", name, strings.Join(in, ", "), strings.Join(others, ", "))
	}
}

// posterior warns of a figure that lies beyond all that the sample has of it: the expected
// future is then none of those that are drawn.
func (w *warner) posterior() {
	p := w.s.Posterior
	if p == nil {
		return
	}
	for i := range p.Priors {
		u := &p.Priors[i]
		t, _ := w.numberAt(w.top.of("uncertainties").of(u.Name).of("path").Tree)
		n := value{t, w.specAt(u.Path)}.number()
		low, high := infinity, minusInfinity
		for _, row := range p.Rows {
			low, high = min(low, row[i]), max(high, row[i])
		}
		if n < low || n > high {
			w.report.Warn(w.top.of(posteriorKey).of("of").Items[i].Position, "the posterior draws %s from %s to %s, and %s is %s: the expected future is none of those drawn",
				u.Name, figure(low), figure(high), u.Path, figure(n))
		}
	}
}
