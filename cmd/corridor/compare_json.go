package main

import (
	"strconv"

	"corridor/sim"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// comparisonSummary is how programs read a comparison. Units are those of the tables; what has no
// value is null.
type comparisonSummary struct {
	Baseline  string            `json:"baseline" doc:"name of the scenario compared with"`
	Title     string            `json:"title" doc:"its name for readers"`
	Draws     uint64            `json:"draws" doc:"pairs of futures; 1 for the expected ones"`
	Seed      *uint64           `json:"seed,omitempty" doc:"seed of the random numbers; left out where nothing was drawn"`
	Scenarios []comparedSummary `json:"scenarios" doc:"what the others are against it"`
	Directory string            `json:"directory" doc:"where the results are"`
	Files     []string          `json:"files" doc:"the files there"`
}

type comparedSummary struct {
	Scenario    string              `json:"scenario" doc:"name of the scenario"`
	Title       string              `json:"title" doc:"its name for readers"`
	Differences []differenceSummary `json:"differences" doc:"metrics by year, those first that differ most in proportion"`
	Same        []string            `json:"same" doc:"metrics that have values and do not differ in the years shown"`
	Money       []moneySummary      `json:"money,omitempty" doc:"what is gained; left out where a scenario has no economics"`
	By          []breakdownSummary  `json:"by,omitempty" doc:"where the difference comes from, as --by asks; of the futures that were drawn, or the expected ones"`
}

type differenceSummary struct {
	Metric     string   `json:"metric" doc:"column of annual.csv, in whose unit the values are"`
	Year       string   `json:"year" doc:"calendar year"`
	Baseline   *float64 `json:"baseline" doc:"mean of the baseline; null where it has no value"`
	Scenario   *float64 `json:"scenario" doc:"mean of the scenario; likewise"`
	Difference *float64 `json:"difference" doc:"mean of scenario minus baseline"`
	P05        *float64 `json:"p05,omitempty" doc:"5 % quantile of the difference; of draws, as what follows"`
	P95        *float64 `json:"p95,omitempty" doc:"95 % quantile"`
	Higher     *float64 `json:"higher_share,omitempty" doc:"share of the pairs in which the scenario is higher"`
	Lower      *float64 `json:"lower_share,omitempty" doc:"share in which it is lower"`
}

type moneySummary struct {
	Gain   string   `json:"gain" doc:"what is gained, as in economics.csv"`
	Period string   `json:"period" doc:"year, or present-value"`
	MUSD   *float64 `json:"musd" doc:"mean of scenario minus baseline" unit:"USD million"`
}

type breakdownSummary struct {
	Dimension string        `json:"dimension" doc:"segment, market, class, country, place or project"`
	Metric    string        `json:"metric" doc:"as in contributions.csv, in whose unit the values are"`
	Year      string        `json:"year" doc:"calendar year"`
	Parts     []partSummary `json:"parts" doc:"those that differ, most first"`
	Others    *partSummary  `json:"others,omitempty" doc:"all that are not among them; left out where there are none, or no sum"`
	All       *partSummary  `json:"together,omitempty" doc:"all together; left out where they have no sum"`
}

type partSummary struct {
	Part       string   `json:"part,omitempty" doc:"name; left out of several together, and of what belongs to none"`
	Title      string   `json:"title,omitempty" doc:"name for readers; left out of several together"`
	Baseline   *float64 `json:"baseline" doc:"value of the baseline; null where it has none"`
	Scenario   *float64 `json:"scenario" doc:"value of the scenario; likewise"`
	Difference *float64 `json:"difference" doc:"scenario minus baseline; this and the values are means where futures were drawn"`
	P10        *float64 `json:"p10,omitempty" doc:"10 % quantile of the difference; left out without draws and of several together, as what follows"`
	P50        *float64 `json:"p50,omitempty" doc:"its median"`
	P90        *float64 `json:"p90,omitempty" doc:"90 % quantile"`
	Higher     *float64 `json:"higher_share,omitempty" doc:"share of the pairs in which the scenario is higher"`
	Lower      *float64 `json:"lower_share,omitempty" doc:"share in which it is lower"`
}

func summariseComparison(p *runs.Comparison, v *view, r *runs.Run) *comparisonSummary {
	e, d := p.Ensemble, p.Ensemble.Differences(p.Futures)
	sum := &comparisonSummary{
		Baseline: e.Alternatives[0].Name, Title: p.Scenarios[0].Title, Draws: e.Draws, Seed: r.Manifest.Seed,
		Directory: r.Directory(), Files: outputsOf(r.Manifest),
	}
	for i, other := range e.Alternatives[1:] {
		years := v.yearsOf(p.Scenarios[0], p.Scenarios[i+1])
		one := comparedSummary{Scenario: other.Name, Title: p.Scenarios[i+1].Title, Differences: []differenceSummary{}, Same: []string{}}
		shown, same := differing(d, other.Name, v, years)
		for _, m := range shown {
			for _, row := range m.rows {
				one.Differences = append(one.Differences, summariseDifference(d, row, e.Draws > 1))
			}
		}
		for _, m := range same {
			one.Same = append(one.Same, m.Name)
		}
		one.Money = summariseMoney(p, i, v, years)
		for _, of := range v.by {
			for _, metric := range byMetric(of) {
				one.By = append(one.By, breakdownOf(p, other.Name, metric, v, years).summaries()...)
			}
		}
		sum.Scenarios = append(sum.Scenarios, one)
	}
	return sum
}

func summariseDifference(d *tables.Table, row int, many bool) differenceSummary {
	n := func(column tables.NumberColumn) *float64 { return numberOrNil(column.Of(d)[row]) }
	columns := &tables.Differences
	s := differenceSummary{
		Metric: columns.Metric.Of(d)[row], Year: columns.Period.Of(d)[row],
		Baseline: n(columns.BaselineMean), Scenario: n(columns.ScenarioMean), Difference: n(columns.Mean),
	}
	if many {
		s.P05, s.P95, s.Higher, s.Lower = n(columns.P05), n(columns.P95), n(columns.Higher.Share), n(columns.Lower)
	}
	return s
}

// summariseMoney is what is gained by kind in the years shown and as a present value, nil where a
// scenario does not count in money.
func summariseMoney(p *runs.Comparison, difference int, v *view, years []string) (list []moneySummary) {
	if p.Futures.Gains == nil {
		return nil
	}
	terms, shown, present := moneyShown(p, difference, v, years)
	for gain := range sim.Gains {
		at := func(place int) *float64 { return numberOrNil(p.Futures.Gains[difference].At(gain, place).Mean()) }
		for _, place := range shown {
			if gain != sim.ResidualGain { // which belongs to no year
				list = append(list, moneySummary{sim.Gains[gain].Name, strconv.Itoa(terms.First + place), at(place)})
			}
		}
		list = append(list, moneySummary{sim.Gains[gain].Name, tables.PresentValue, at(present)})
	}
	return list
}

// summaries are the metrics of a breakdown, year by year.
func (b *breakdown) summaries() (list []breakdownSummary) {
	for metric, m := range b.Metrics {
		for year, name := range b.years {
			of := func(c *contribution) partSummary {
				f := c.figures[metric][year]
				s := partSummary{Part: c.name, Title: c.title, Baseline: numberOrNil(f.from), Scenario: numberOrNil(f.to), Difference: numberOrNil(f.difference())}
				if d := f.drawn; d != nil {
					s.P10, s.P50, s.P90, s.Higher, s.Lower = numberOrNil(d.p10), numberOrNil(d.p50), numberOrNil(d.p90), numberOrNil(d.higher), numberOrNil(d.lower)
				}
				return s
			}
			s := breakdownSummary{Dimension: b.Name, Metric: m.Name, Year: name, Parts: []partSummary{}}
			for _, c := range b.shown {
				s.Parts = append(s.Parts, of(c))
			}
			if b.Adds(m) {
				s.All = together(of(b.all))
				if b.others != nil {
					s.Others = together(of(b.others))
				}
			}
			list = append(list, s)
		}
	}
	return list
}

// together is several parts, which have no title.
func together(s partSummary) *partSummary {
	s.Title = ""
	return &s
}
