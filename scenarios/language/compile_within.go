package language

import (
	"slices"
	"strings"

	"corridor/scenarios/text"
	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// inside is what an uncertainty may be.
type inside struct {
	least, most float64
	among       []float64 // nil for all values
}

func (l *inside) holds(v float64) bool {
	return v >= l.least && v <= l.most && (l.among == nil || slices.Contains(l.among, v))
}

// cutWithin cuts what is drawn to the limits that the scenario sets. What is independent has the
// distribution it has given that it is inside. What goes together with others is drawn again, with
// these, until it is; of a sample the rows inside are left.
func (c *compiler) cutWithin(s *Compiled) {
	bounds := map[int]func(u float64) bool{}
	columns := map[int]inside{} // of the sample
	var together []namedValue
	for _, v := range c.top.of(withinKey).each() {
		l := inside{minusInfinity, infinity, numbers(v.of("among"))}
		if at := v.of("at_least"); at.given() {
			l.least = at.number()
		}
		if at := v.of("at_most"); at.given() {
			l.most = at.number()
		}
		c.inOrder(v.value, "at_least", "at_most")
		if s.Posterior != nil && slices.Contains(s.Posterior.Of, v.name) {
			columns[slices.Index(s.Posterior.Of, v.name)] = l
			continue
		}
		i := slices.IndexFunc(s.Uncertainties, func(u ensemble.Uncertainty) bool { return u.Name == v.name && u.Path != "" })
		if i < 0 {
			c.notDrawn(s, v)
			continue
		}
		u := &s.Uncertainties[i]
		cut := c.cutTo(v, u, l)
		switch {
		case cut == nil: // reported
		case s.Copula != nil && s.Copula.Correlated(i):
			d := u.Distribution
			bounds[i] = func(p float64) bool { return l.holds(d.Quantile(p)) }
			together = append(together, v)
		default:
			u.Distribution = cut
		}
	}
	if len(columns) > 0 {
		c.rowsWithin(s, columns)
	}
	if len(bounds) > 0 && !c.report.Found() {
		s.Copula = s.Copula.Within(bounds)
		c.findable(s, bounds, together)
	}
}

// cutTo returns a distribution given that the value is inside, nil for one that has nothing there.
func (c *compiler) cutTo(v namedValue, u *ensemble.Uncertainty, l inside) random.Distribution {
	d := u.Distribution
	if l.among != nil {
		of, discrete := d.(random.Discrete)
		if !discrete {
			c.report.Mistake(v.PlaceOf("among"), "%s is drawn from %s and not from a list of values: say at_least or at_most", v.name, rangeOf(d))
			return nil
		}
		cut, err := of.Among(slices.DeleteFunc(of.Values(), func(x float64) bool { return !l.holds(x) }))
		if err != nil {
			c.report.Mistake(v.at, "nothing of %s lies within: it takes the values %s", v.name, listed(of.Values()))
			return nil
		}
		return cut
	}
	if l.least == minusInfinity && l.most == infinity || l.least > l.most {
		return d // reported, or no limit
	}
	if l.least == l.most { // of a discrete one
		if of, discrete := d.(random.Discrete); discrete && slices.Contains(of.Values(), l.least) {
			cut, _ := of.Among([]float64{l.least})
			return cut
		}
	}
	cut, err := random.NewTruncated(d, l.least, l.most)
	if err != nil {
		c.report.Mistake(v.at, "next to nothing of %s lies within: it is drawn from %s", v.name, rangeOf(d))
		return nil
	}
	return cut
}

// rangeOf writes the range of a distribution, or nearly all of it where it has no ends.
func rangeOf(d random.Distribution) string {
	low, high := d.Quantile(0), d.Quantile(1)
	if low == minusInfinity {
		low = d.Quantile(0.0001)
	}
	if high == infinity {
		high = d.Quantile(0.9999)
	}
	return figure(low) + " to " + figure(high)
}

func listed(values []float64) string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = plainNumber(v)
	}
	return strings.Join(words, ", ")
}

// notDrawn reports a limit of what there is not, and warns of one of what is certain.
func (c *compiler) notDrawn(s *Compiled, v namedValue) {
	known := c.top.of("uncertainties").names()
	for _, o := range outcomesOf(c.top) {
		known = append(known, o.Name())
	}
	if slices.Contains(known, v.name) {
		c.report.Warn(v.at, "the limits of %s have no effect: nothing is drawn of it", v.name)
		return
	}
	c.report.Mistake(v.at, "there is no uncertainty %q%s", text.Short(v.name), text.DidYouMean(v.name, known))
}

// rowsWithin leaves the rows of the sample that are inside.
func (c *compiler) rowsWithin(s *Compiled, columns map[int]inside) {
	p := s.Posterior
	rows := slices.DeleteFunc(slices.Clone(p.Rows), func(row []float64) bool {
		for i := range row {
			if l, limited := columns[i]; limited && !l.holds(row[i]) {
				return true
			}
		}
		return false
	})
	if len(rows) < fewestRows {
		c.report.Mistake(c.top.of(withinKey).Position, "%s of the %d of the posterior lie within the limits of what it draws, expected at least %d",
			tables.Counted(len(rows), "row"), len(p.Rows), fewestRows)
		return
	}
	i := slices.IndexFunc(s.Uncertainties, func(u ensemble.Uncertainty) bool { return u.Name == posteriorKey })
	old := &s.Uncertainties[i]
	of := slices.Clone(old.Sample)
	for j := range of {
		of[j].Values = make([]float64, len(rows))
		for row := range rows {
			of[j].Values[row] = rows[row][j]
		}
	}
	sample, err := ensemble.NewSample(posteriorKey, old.Title, of)
	if err != nil {
		c.report.Mistake(c.top.of(withinKey).Position, "%v", err)
		return
	}
	own := *p
	own.Rows = rows
	s.Posterior, s.Uncertainties[i] = &own, sample
}

// findable reports limits of what goes together that are hardly ever met at once.
func (c *compiler) findable(s *Compiled, bounds map[int]func(float64) bool, limited []namedValue) {
	const tries = 20
	u := make([]float64, len(s.Uncertainties))
	for try := range tries {
		numbers := random.NewStream(0, withinKey).At(uint64(try))
		for i := range u {
			u[i] = numbers.Float64()
		}
		s.Copula.Apply(u)
		for i, holds := range bounds {
			if !holds(u[i]) {
				var names []string
				for _, v := range limited {
					names = append(names, v.name)
				}
				c.report.Mistake(limited[len(limited)-1].at, "what is drawn is hardly ever within the limits of %s at once, which go together otherwise", strings.Join(names, ", "))
				return
			}
		}
	}
}
