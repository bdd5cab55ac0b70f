package hindcast

import (
	"math"
	"slices"
	"strconv"

	"corridor/model/portable"
	"corridor/sim/score"
	"corridor/sim/tables"
)

// Skill scores predictive distributions, and the naive ones of the same observations from
// the same origins, by kind, series, year and horizon.
//
// Scores are of ln(value), so that series of different units and sizes weigh alike, and a CRPS
// is nearly a relative error (Bosse et al. 2023, PLoS Computational Biology 19, e1011393). An
// observation of 0 has no logarithm and is not scored.
//
// Forecasters are compared on what all of the same kind have forecast: an observation whose same
// months were not known of an earlier year is not compared. The parts of a year that are known of a
// series overlap, and share its weight: a series counts once for each year and origin.
func (h *History) Skill(scenario string, predicted []Predicted) *tables.Table {
	out := tables.New(tables.Skill)
	for _, kind := range Kinds {
		forecasters, cases := h.cases(kind, predicted)
		horizons := []int{anyHorizon}
		for _, c := range cases {
			if !slices.Contains(horizons, c.horizon()) {
				horizons = append(horizons, c.horizon())
			}
		}
		slices.Sort(horizons)
		for _, g := range groups(cases) {
			for _, horizon := range horizons {
				var within []*scored
				for _, c := range cases {
					if g.has(c.observation) && (horizon == anyHorizon || horizon == c.horizon()) {
						within = append(within, c)
					}
				}
				write(out, scenario, kind, g.over, horizon, forecasters, within)
			}
		}
	}
	return out
}

// anyHorizon stands for all horizons, and before each of them.
const anyHorizon = math.MinInt

// scored is an observation from an origin, with the forecast of each forecaster.
type scored struct {
	observation *Observation
	origin      int
	forecasts   []score.Distribution // by forecaster
}

func (c *scored) year() int { return c.observation.To.Year() }

func (c *scored) horizon() int { return c.year() - c.origin }

// cases returns the forecasters of a kind, the naive ones last, and what all of them forecast.
func (h *History) cases(kind Kind, predicted []Predicted) (forecasters []string, cases []*scored) {
	type key struct {
		observation *Observation
		origin      int
	}
	var order []key
	said := map[key]map[string]score.Distribution{}
	add := func(p Predicted) {
		if !slices.Contains(forecasters, p.Forecaster) {
			forecasters = append(forecasters, p.Forecaster)
		}
		k := key{p.Observation, p.Origin}
		if said[k] == nil {
			said[k] = map[string]score.Distribution{}
			order = append(order, k)
		}
		said[k][p.Forecaster] = p.Forecast
	}
	for _, p := range predicted {
		if p.Kind == kind && p.Observation.Value > 0 {
			add(p)
		}
	}
	for _, k := range order {
		for _, p := range h.naive(kind, k.observation, k.origin) {
			add(p)
		}
	}
	for _, k := range order {
		c := scored{k.observation, k.origin, nil}
		for _, f := range forecasters {
			if forecast, ok := said[k][f]; ok {
				c.forecasts = append(c.forecasts, forecast)
			}
		}
		if len(c.forecasts) == len(forecasters) {
			cases = append(cases, &c)
		}
	}
	return forecasters, cases
}

// group is a set of observations that is scored.
type group struct {
	over string
	has  func(*Observation) bool
}

// groups returns all whole years, those of each year, and all periods of each series.
func groups(cases []*scored) []group {
	out := []group{{tables.AllYears, func(o *Observation) bool { return o.IsYear() }}}
	var years []int
	for _, c := range cases {
		if !slices.Contains(years, c.year()) {
			years = append(years, c.year())
		}
	}
	slices.Sort(years)
	for _, year := range years {
		out = append(out, group{strconv.Itoa(year), func(o *Observation) bool { return o.Period == Year(year) }})
	}
	for _, s := range AllSeries {
		out = append(out, group{s.Name, func(o *Observation) bool { return o.Series == s }})
	}
	return out
}

// shares returns the weights of cases, with the sum 1.
func shares(cases []*scored) []float64 {
	type seriesYear struct {
		series       *Series
		year, origin int
	}
	of := func(c *scored) seriesYear { return seriesYear{c.observation.Series, c.year(), c.origin} }
	parts := map[seriesYear]int{}
	for _, c := range cases {
		parts[of(c)]++
	}
	out := make([]float64, len(cases))
	for i, c := range cases {
		out[i] = 1 / float64(parts[of(c)]) / float64(len(parts))
	}
	return out
}

// write adds a row for each forecaster, unless there is nothing to compare.
func write(t *tables.Table, scenario string, kind Kind, over string, horizon int, forecasters []string, cases []*scored) {
	if len(cases) == 0 {
		return
	}
	weights := shares(cases)
	mean := func(forecaster int, of func(f score.Distribution, happened float64) float64) float64 {
		sum := 0.0
		for i, c := range cases {
			sum += float64(weights[i] * of(c.forecasts[forecaster], portable.Log(c.observation.Value)))
		}
		return sum
	}
	covered := func(probability float64) func(score.Distribution, float64) float64 {
		return func(f score.Distribution, happened float64) float64 {
			if f.Covers(happened, probability) {
				return 1
			}
			return 0
		}
	}
	crps, best := make([]float64, len(forecasters)), math.Inf(1)
	for i, f := range forecasters {
		crps[i] = mean(i, score.Distribution.CRPS)
		if IsNaive(f) {
			best = math.Min(best, crps[i])
		}
	}
	for i, f := range forecasters {
		var ahead, skill, log any
		if horizon != anyHorizon {
			ahead = horizon
		}
		if s := score.Skill(crps[i], best); !IsNaive(f) && !math.IsNaN(s) {
			skill = s
		}
		if l := mean(i, score.Distribution.LogScore); !math.IsInf(l, 0) {
			log = l
		}
		t.Append(scenario, string(kind), over, ahead, f, len(cases), crps[i], skill, log, mean(i, covered(0.5)), mean(i, covered(0.9)))
	}
}

// IsNaive reports whether a forecaster is one of those that anyone can be.
func IsNaive(forecaster string) bool { return forecaster == LastValue || forecaster == Drift }
