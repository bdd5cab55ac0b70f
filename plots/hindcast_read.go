package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

// saidYear is what was said of a year, and what happened; NaN for what was not said.
type saidYear struct {
	year     int
	actual   float64
	forecast []float64 // at the end of the year before, by forecasters
	given    float64   // by the model, told the rates, water and closures of the year
	fitted   float64   // by the model, fitted
	heldOut  bool      // to other years than this one
}

// pastSeries is a series with what was said of it, by year.
type pastSeries struct {
	metric string
	scope  string // official series it is of; empty where its metric is of one alone
	years  []saidYear
}

// readPast returns the series of hindcast.csv in their order.
func readPast(p *tables.Package) ([]pastSeries, error) {
	t, err := series.RowsOf(p, tables.Hindcast)
	if err != nil {
		return nil, err
	}
	columns, err := series.Measures(t, append([]tables.NumberColumn{tables.Hindcast.Actual}, forecastColumns()...)...)
	if err != nil {
		return nil, err
	}
	var out []pastSeries
	for row, metric := range tables.Hindcast.Metric.Of(t) {
		year, err := series.YearOf(tables.Hindcast.Year.Of(t)[row])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.Place(row), err)
		}
		scope := tables.Hindcast.Scope.Of(t)[row]
		i := slices.IndexFunc(out, func(s pastSeries) bool { return s.metric == metric && s.scope == scope })
		if i < 0 {
			i, out = len(out), append(out, pastSeries{metric: metric, scope: scope})
		}
		of := out[i].at(year)
		if v := columns[0][row]; !math.IsNaN(v) {
			of.actual = v
		}
		switch name := tables.Hindcast.Case.Of(t)[row]; {
		case tables.Hindcast.Kind.Of(t)[row] == tables.Forecast:
			for f, values := range columns[1:] {
				of.forecast[f] = values[row]
			}
		case strings.Contains(name, "→"):
			of.given = columns[1][row]
		default:
			of.fitted, of.heldOut = columns[1][row], name == "hold-out"
		}
	}
	return told(out), nil
}

// at returns what was said of a year, nothing yet where it is a new one.
func (s *pastSeries) at(year int) *saidYear {
	i, known := slices.BinarySearchFunc(s.years, year, func(y saidYear, year int) int { return cmp.Compare(y.year, year) })
	if !known {
		nothing := saidYear{year: year, actual: math.NaN(), given: math.NaN(), fitted: math.NaN()}
		for range forecasters {
			nothing.forecast = append(nothing.forecast, math.NaN())
		}
		s.years = slices.Insert(s.years, i, nothing)
	}
	return &s.years[i]
}

// told forgets the official series of metrics that are of one alone.
func told(all []pastSeries) []pastSeries {
	count := map[string]int{}
	for _, s := range all {
		count[s.metric]++
	}
	for i, s := range all {
		if count[s.metric] == 1 {
			all[i].scope = ""
		}
	}
	return all
}

// isForecast reports whether a forecast of the model can be judged.
func (s pastSeries) isForecast() bool {
	return slices.ContainsFunc(s.years, func(y saidYear) bool { return !math.IsNaN(errorPercent(y.forecast[byModel], y.actual)) })
}

// isExplained reports whether the model can be judged where more is known than to a forecast.
func (s pastSeries) isExplained() bool {
	return slices.ContainsFunc(s.years, func(y saidYear) bool {
		return !math.IsNaN(errorPercent(y.given, y.actual)) || y.heldOut && !math.IsNaN(errorPercent(y.fitted, y.actual))
	})
}

// title names the series with its unit.
func (s pastSeries) title(on *page.Page) string {
	text := on.Say(metricOf(s.metric).axis)
	if s.metric == oilByBTC {
		text = on.Say(words.Text("Oil to the BTC pipeline, Mt per year"))
	}
	return s.scoped(on, text)
}

// name names the series without its unit.
func (s pastSeries) name(on *page.Page) string {
	text := on.Say(metricOf(s.metric).Label)
	if s.metric == oilByBTC {
		text = on.Say(words.Text("Oil to the BTC pipeline"))
	}
	return s.scoped(on, text)
}

func (s pastSeries) scoped(on *page.Page, text string) string {
	if title, known := scopeTitles[s.scope]; known {
		return text + " (" + on.Say(title) + ")"
	}
	return text
}

// oilByBTC is a metric of hindcast.csv that other tables do not have.
const oilByBTC = "oil_mt"

// errorPercent returns how far what was said lay from what happened.
func errorPercent(said, actual float64) float64 {
	if !(actual > 0) {
		return math.NaN()
	}
	return float64(100*(said-actual)) / actual
}

// meanError is the mean of the errors that are known, whatever their sign, in percent, and of how
// many it is.
func meanError(errors []float64) (mean float64, n int) {
	sum := 0.0
	for _, e := range errors {
		if !math.IsNaN(e) {
			sum += math.Abs(e)
			n++
		}
	}
	if n == 0 {
		return math.NaN(), 0
	}
	return sum / float64(n), n
}
