package evidence

import (
	"context"
	"math"
	"slices"
	"strings"

	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/findings"
	"corridor/sim/probe"
	"corridor/sim/random"
	"corridor/sim/stats"
	"corridor/sim/swings"
	"corridor/sim/tables"
)

// Question is what is asked of a scenario.
type Question struct {
	Run       sim.Run            // its expected future
	Futures   *ensemble.Ensemble // its draws, of one alternative, that of the run
	Headlines []Headline         // figures that are to be explained
	Watched   []int              // years in which series could be observed, ascending
	Came      func(*ensemble.Uncertainty) Came
	Priors    map[string]random.Distribution // of the figures that are calibrated, by name
	Errors    map[string]Errors              // of the series, by name; AssumedErrors where there are none

	figures []ensemble.Uncertainty
}

// Answer is what came out.
type Answer struct {
	Headlines, Evidence, Observations *tables.Table
}

// Answer asks the expected future with one figure otherwise, draws futures, and says what each
// headline rests on. Headlines without a value in the expected future are left out.
func (q *Question) Answer(ctx context.Context) (*Answer, error) {
	q.figures = swings.Figures(q.Futures.Alternatives[0].Uncertainties)
	p, err := probe.Of(q.Run, targets(q.Headlines))
	if err != nil {
		return nil, err
	}
	f := &future{p, len(q.Headlines)}
	expected := f.values(nil)
	all, err := swings.All(ctx, p, len(q.Headlines), q.figures)
	if err != nil {
		return nil, err
	}
	observables := q.observables()
	d, err := q.draw(ctx, observables)
	if err != nil {
		return nil, err
	}
	a := &Answer{Headlines: tables.New(tables.Headlines), Evidence: tables.New(tables.Evidence), Observations: tables.New(tables.Observations)}
	list := q.inputs()
	for place := range q.Headlines {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if math.IsNaN(expected[place]) {
			continue
		}
		alone := q.restsOn(a.Evidence, f, place, expected[place], list, all, d)
		q.lead(a.Headlines, f, place, expected[place], alone, list, all, d)
		q.watch(a.Observations, place, observables, d)
	}
	return a, nil
}

// future is the expected one, asked for the headlines.
type future struct {
	probe *probe.Probe
	asked int
}

// values are what the headlines come to with a change.
func (f *future) values(change probe.Change) []float64 {
	out := make([]float64, f.asked)
	f.probe.Expected(change, out)
	return out
}

// restsOn writes what each figure does to a headline, and reports whether one alone turns the
// verdict on it.
func (q *Question) restsOn(to *tables.Table, f *future, place int, expected float64, list []input, all []swings.Swing, d *draws) (alone bool) {
	h := &q.Headlines[place]
	met := h.Met(expected)
	for i := range list {
		in := &list[i]
		columns := with(d.headlines[place], d.drawn[in.Name])
		part := any(nil)
		if v := explained(columns[0], columns[1:]); !math.IsNaN(v) {
			part = max(0, v)
		}
		var value, low, atLow, high, atHigh, turnsAt, chance any
		var lowLabel, highLabel string
		if in.figure >= 0 {
			s := &all[in.figure]
			value, low, atLow, high, atHigh = tables.Finite(in.Value), s.Low, tables.Finite(s.AtLow[place]), s.High, tables.Finite(s.AtHigh[place])
			lowLabel, highLabel = in.Labels[s.Low], in.Labels[s.High]
			if h.Judged {
				if t := turning(f, &q.figures[in.figure], in.Value, h, place, met, s); t != nil {
					turnsAt, chance, alone = t.at, t.chance, true
				}
			}
		}
		to.Append(q.Run.Name, h.Name, in.Name, findings.FigureTitle(in.Name, in.Title, in.Path, &q.Run.Labels), in.Path, in.Status, strings.Join(in.Works, ";"), in.Range,
			value, low, atLow, high, atHigh, part, q.narrower(in, d), turnsAt, chance, lowLabel, highLabel)
	}
	return alone
}

// narrower says how much narrower what is drawn of a calibrated figure is than its prior.
func (q *Question) narrower(in *input, d *draws) any {
	prior := q.Priors[in.Name]
	if prior == nil {
		return nil
	}
	ranks := make([]float64, len(d.drawn[in.Name]))
	for i, v := range d.drawn[in.Name] {
		ranks[i] = prior.CDF(v)
	}
	slices.Sort(ranks)
	return 1 - (stats.Quantile(ranks, 0.95)-stats.Quantile(ranks, 0.05))/0.9
}

// lead writes how sure a headline is, what its variance comes from, and what turns the verdict
// on it together where nothing does alone.
func (q *Question) lead(to *tables.Table, f *future, place int, expected float64, alone bool, list []input, all []swings.Swing, d *draws) {
	h := &q.Headlines[place]
	values := with(d.headlines[place])[0]
	var sum stats.Sum
	met := 0
	for _, v := range values {
		sum.Add(v)
		if h.Met(v) {
			met++
		}
	}
	n := float64(len(values))
	mean, squares := any(nil), 0.0
	if n > 0 {
		mean = sum.Value() / n
		_, squares = centred(values)
	}
	sd := any(nil)
	if n > 1 {
		sd = math.Sqrt(squares / (n - 1))
	}
	sorted := slices.Sorted(slices.Values(values))
	quantile := func(p float64) any { return tables.Finite(stats.Quantile(sorted, p)) }
	row := []any{q.Run.Name, h.Name, h.dated(), h.Metric.String(), h.At.String(), expected}
	if h.Judged {
		row = append(row, h.Threshold, h.AtMost, h.Met(expected))
	} else {
		row = append(row, nil, nil, nil)
	}
	row = append(row, len(values), mean, sd, quantile(0.05), quantile(0.5), quantile(0.95))
	if h.Judged && len(d.headlines[place]) > 0 {
		row = append(row, float64(met)/float64(len(d.headlines[place])))
	} else {
		row = append(row, nil)
	}
	row = append(row, q.parts(place, list, d)...)
	if h.Judged && !alone {
		t := turningTogether(f, q, h, place, h.Met(expected), expected, all)
		var names []string
		for _, i := range t.of {
			names = append(names, q.figures[i].Name)
		}
		row = append(row, len(t.of), strings.Join(names, ";"), tables.Finite(t.value))
	} else {
		row = append(row, nil, "", nil)
	}
	to.Append(row...)
}

// parts are the cells of the parts of a headline's variance.
func (q *Question) parts(place int, list []input, d *draws) []any {
	columns := [][]float64{d.headlines[place]}
	of := map[string][][]float64{}
	var every [][]float64
	for i := range list {
		columns = append(columns, d.drawn[list[i].Name])
	}
	columns = with(columns...)
	for i := range list {
		of[list[i].Status] = append(of[list[i].Status], columns[1+i])
		every = append(every, columns[1+i])
	}
	cell := func(v float64) any {
		if math.IsNaN(v) {
			return nil
		}
		return min(1, max(0, v))
	}
	var row []any
	for _, status := range tables.Statuses {
		row = append(row, cell(explained(columns[0], of[status])))
	}
	return append(row, cell(1-explained(columns[0], every)))
}

// watch writes what it would tell of a headline to observe each series in the years before it.
func (q *Question) watch(to *tables.Table, place int, observables []observable, d *draws) {
	h := &q.Headlines[place]
	for i := range observables {
		o := &observables[i]
		for at, year := range q.Watched {
			if year >= h.At.Year() {
				continue
			}
			columns := with(d.observed[i][at], d.headlines[place])
			columns = with(columns[1], columns[0])
			if len(columns[0]) < 3 {
				continue
			}
			series := columns[1]
			_, squares := centred(series)
			part := explained(columns[0], [][]float64{series})
			if squares == 0 || math.IsNaN(part) {
				continue
			}
			var sum stats.Sum
			for _, v := range series {
				sum.Add(v)
			}
			n := float64(len(series))
			mean, sd := sum.Value()/n, math.Sqrt(squares/(n-1))
			to.Append(q.Run.Name, h.Name, o.name, o.title, o.unit, year, mean, sd, o.Observation, o.Discrepancy,
				correlation(columns[0], series), o.reduction(part, mean, sd))
		}
	}
}

// dated is the title of a headline with the date of a target.
func (h *Headline) dated() string {
	switch {
	case !h.Judged:
		return h.Title
	case h.AtMost:
		return h.Title + " in " + h.At.Name()
	}
	return h.Title + " by " + h.At.Name()
}
