package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"corridor/plots/series"
	"corridor/sim/tables"
)

// belief is where a parameter is thought to lie. The quartiles are NaN where they are not
// known, and all is where nothing is.
type belief struct{ p05, p25, p50, p75, p95 float64 }

var noBelief = belief{math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN()}

// learnt is a parameter before and after calibration.
type learnt struct {
	name, title         string
	prior, posterior    belief
	heldOut             belief  // of the fit before the last
	narrower, moved     float64 // as ratios, in ranks of the prior
	identified, atBound bool
}

// much says how much was learnt about the parameter: of one that is not identified nothing.
func (l learnt) much() float64 {
	if !l.identified {
		return math.Inf(-1)
	}
	return max(l.narrower, math.Abs(l.moved))
}

// readLearnt returns the parameters of the last fit, those most was learnt about first, and
// the names of that fit and of the one before it, "" without one.
func readLearnt(p *tables.Package) (out []learnt, used, before string, err error) {
	t, err := series.RowsOf(p, tables.Parameters)
	if err != nil {
		return nil, "", "", err
	}
	fits := tables.Parameters.Fit.Of(t)
	used = lastFit(fits)
	before = lastFit(slices.DeleteFunc(slices.Clone(fits), func(fit string) bool { return fit == used }))
	if out, err = learntBy(t, used); err != nil {
		return nil, "", "", err
	}
	earlier, err := learntBy(t, before)
	if err != nil {
		return nil, "", "", err
	}
	quartiles, err := readQuartiles(p, used)
	if err != nil {
		return nil, "", "", err
	}
	for i := range out {
		l := &out[i]
		l.heldOut = noBelief
		if at := slices.IndexFunc(earlier, func(e learnt) bool { return e.name == l.name }); at >= 0 {
			l.heldOut = earlier[at].posterior
		}
		if q, known := quartiles[l.name]; known {
			l.posterior.p25, l.posterior.p75 = q[0], q[1]
		}
	}
	slices.SortStableFunc(out, func(a, b learnt) int { return cmp.Compare(b.much(), a.much()) })
	return out, used, before, nil
}

// learntBy returns the parameters of a fit in the order of the table.
func learntBy(t *tables.Table, fit string) ([]learnt, error) {
	of := tables.Parameters
	columns := make([][]float64, 8)
	for i, c := range []tables.NumberColumn{of.PriorP05, of.PriorP50, of.PriorP95, of.PosteriorP05, of.PosteriorP50, of.PosteriorP95, of.Narrower, of.Moved} {
		var err error
		if columns[i], err = series.Signed(t, c); err != nil {
			return nil, err
		}
	}
	var out []learnt
	for row, name := range of.Parameter.Of(t) {
		if of.Fit.Of(t)[row] != fit {
			continue
		}
		if slices.ContainsFunc(out, func(l learnt) bool { return l.name == name }) {
			return nil, fmt.Errorf("%s: %s comes twice in the fit %s", t.Place(row), name, fit)
		}
		l := learnt{
			name: name, title: titleOr(of.Title.Of(t)[row], name), narrower: columns[6][row], moved: columns[7][row],
			identified: of.Identified.True(t, row), atBound: of.AtBound.True(t, row),
		}
		for from, b := range map[int]*belief{0: &l.prior, 3: &l.posterior} {
			*b = belief{columns[from][row], math.NaN(), columns[from+1][row], math.NaN(), columns[from+2][row]}
			if b.p05 > b.p50 || b.p50 > b.p95 {
				return nil, fmt.Errorf("%s: the quantiles of %s do not rise", t.Place(row), name)
			}
		}
		out = append(out, l)
	}
	return out, nil
}

// readQuartiles returns the quartiles of the parameters in the sample of a fit; none where
// there is no sample.
func readQuartiles(p *tables.Package, fit string) (map[string][2]float64, error) {
	t := p.Table(tables.Sample)
	if t == nil || t.Len() == 0 {
		return nil, nil
	}
	values, err := series.Signed(t, tables.Sample.Value)
	if err != nil {
		return nil, err
	}
	drawn := map[string][]float64{}
	for row, name := range tables.Sample.Parameter.Of(t) {
		if v := values[row]; tables.Sample.Fit.Of(t)[row] == fit && !math.IsNaN(v) {
			drawn[name] = append(drawn[name], v)
		}
	}
	out := map[string][2]float64{}
	for name, list := range drawn {
		slices.Sort(list)
		// The smallest value that is not exceeded with the probability, as in sim/score.
		out[name] = [2]float64{list[(len(list)+3)/4-1], list[(3*len(list)+3)/4-1]}
	}
	return out, nil
}
