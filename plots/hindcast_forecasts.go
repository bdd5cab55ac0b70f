package plots

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

// forecast is one comparison of forecasts with what happened.
type forecast struct {
	label  string // year
	actual float64
	said   []float64 // by forecasters
}

// trial is a group of comparisons made in the same way.
type trial struct {
	name        string
	likeForLike bool // and other trials are not
	holdOut     bool
	forecasts   []forecast
}

// title names the trial for readers.
func (t trial) title(on *page.Page) string {
	if t.likeForLike {
		return on.Say("%s (L)", on.Say(t.name))
	}
	return on.Say(t.name)
}

// verdicts are all comparisons of one metric.
type verdicts struct {
	metric string
	trials []trial
	shown  int
	of     int
}

// readVerdicts returns the comparisons of each metric, at most most of each.
func readVerdicts(p *tables.Package, most int) ([]verdicts, error) {
	t, err := series.RowsOf(p, tables.Hindcast)
	if err != nil {
		return nil, err
	}
	columns, err := series.Measures(t, append([]tables.NumberColumn{tables.Hindcast.Actual}, forecastColumns()...)...)
	if err != nil {
		return nil, err
	}
	scopes := tables.Hindcast.Scope.Of(t)
	scopesOf := map[string]map[string]bool{} // by metric
	for row, metric := range tables.Hindcast.Metric.Of(t) {
		if scopesOf[metric] == nil {
			scopesOf[metric] = map[string]bool{}
		}
		scopesOf[metric][scopes[row]] = true
	}
	var out []verdicts
	for row, metric := range tables.Hindcast.Metric.Of(t) {
		year, err := series.YearOf(tables.Hindcast.Year.Of(t)[row])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.Place(row), err)
		}
		f := forecast{label: fmt.Sprint(year), actual: columns[0][row]}
		for _, values := range columns[1:] {
			f.said = append(f.said, values[row])
		}
		kind := trialOf(tables.Hindcast.Kind.Of(t)[row], tables.Hindcast.Case.Of(t)[row])
		if len(scopesOf[metric]) > 1 && scopes[row] == tables.LikeForLike {
			kind.likeForLike = true
		}
		i := slices.IndexFunc(out, func(v verdicts) bool { return v.metric == metric })
		if i < 0 {
			i = len(out)
			out = append(out, verdicts{metric: metric})
		}
		out[i].add(kind, f, most)
	}
	return out, nil
}

func (v *verdicts) add(kind trial, f forecast, most int) {
	v.of++
	if v.shown == most {
		return
	}
	v.shown++
	i := slices.IndexFunc(v.trials, func(t trial) bool { return t.name == kind.name && t.likeForLike == kind.likeForLike })
	if i < 0 {
		i = len(v.trials)
		v.trials = append(v.trials, kind)
	}
	v.trials[i].forecasts = append(v.trials[i].forecasts, f)
}

func (v verdicts) heldOut() bool {
	return slices.ContainsFunc(v.trials, func(t trial) bool { return t.holdOut })
}

// trialOf names a case of a kind for readers.
func trialOf(kind, name string) trial {
	switch {
	case kind == tables.Forecast:
		return trial{name: words.Text("Forecast")}
	case strings.Contains(name, "→"):
		return trial{name: words.Text("Rates given")}
	case name == "hold-out":
		return trial{name: words.Text("Hold-out"), holdOut: true}
	case name == "fit":
		return trial{name: words.Text("Fitted")}
	}
	return trial{name: name}
}

// errorPercent returns how far a forecast lay from what happened.
func errorPercent(said, actual float64) float64 {
	if !(actual > 0) {
		return math.NaN()
	}
	return float64(100*(said-actual)) / actual
}

// best returns which of several forecasts came closest, or -1.
func (f forecast) best() int {
	best, least := -1, math.Inf(1)
	for i, v := range f.said {
		if e := math.Abs(errorPercent(v, f.actual)); e < least {
			best, least = i, e
		}
	}
	if f.alone() {
		return -1
	}
	return best
}

// alone reports whether there is no more than one forecast.
func (f forecast) alone() bool {
	n := 0
	for _, v := range f.said {
		if !math.IsNaN(v) {
			n++
		}
	}
	return n < 2
}
