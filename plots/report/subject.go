package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// subject is a run with the words the page calls it by.
type subject struct {
	Run
	Number int    // from 0, in the order given
	Label  string // tells it from the others
	w      *words.Language
}

// subjectsOf gives each run a label: its scenario's name, with the futures of an
// ensemble, and a number where that is not enough.
func subjectsOf(runs []Run) []*subject { return subjectsIn(runs, english()) }

func subjectsIn(runs []Run, w *words.Language) []*subject {
	var out []*subject
	for i, r := range runs {
		s := &subject{Run: r, Number: i, Label: r.Package.Name, w: w}
		if said := s.result(); said != "" {
			s.Label += ", " + said
		}
		label := s.Label
		for n := 2; slices.ContainsFunc(out, func(o *subject) bool { return o.Label == s.Label }); n++ {
			s.Label = fmt.Sprintf("%s (%d)", label, n)
		}
		out = append(out, s)
	}
	return out
}

// results are the kinds of results but runs and ensembles, by a table that no other kind has, the
// first that is filled.
var results = []struct {
	of tables.Described
	as string
}{
	{tables.Hindcast, words.Text("hindcast")},
	{tables.Parameters, words.Text("calibration")},
	{tables.Plans, words.Text("plans")},
	{tables.Headlines, words.Text("evidence")},
	{tables.Ranking, words.Text("appraisal")},
	{tables.Sensitivity, words.Text("sensitivity")},
	{tables.Boxes, words.Text("discovery")},
	{tables.Differences, words.Text("comparison")},
}

// result says what kind of result it is, nothing of a run.
func (s *subject) result() string {
	switch {
	case s.isRun():
		return ""
	case s.isEnsemble():
		return s.futures()
	}
	for _, kind := range results {
		if filled(s.Package, kind.of) {
			return s.w.Say(kind.as)
		}
	}
	return s.w.Say(s.Package.Tables[0].Schema.Title)
}

func (s *subject) isRun() bool { return filled(s.Package, tables.Annual) }

// isEnsemble reports whether it holds quantiles by year, and no single future.
func (s *subject) isEnsemble() bool { return !s.isRun() && len(quantileYears(s.Package)) > 0 }

func quantileYears(p *tables.Package) []int {
	if !filled(p, tables.Quantiles) {
		return nil
	}
	var years []int
	for _, period := range tables.Quantiles.Period.Of(p.Table(tables.Quantiles)) {
		if y, err := strconv.Atoi(period); err == nil {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// futures says how many futures an ensemble has.
func (s *subject) futures() string {
	text := s.w.Say("many futures")
	if s.Manifest.Draws > 0 {
		text = s.w.Say("%s futures", numbersIn(s.w, integer(int(s.Manifest.Draws))))
	}
	if s.Manifest.Seed != nil {
		text += ", " + s.w.Say("seed %s", strconv.FormatUint(*s.Manifest.Seed, 10))
	}
	return text
}

// years lists the years of a run or an ensemble.
func (s *subject) years() []int {
	if !s.isRun() {
		return quantileYears(s.Package)
	}
	var years []int
	for _, y := range tables.Annual.Year.Of(s.Package.Table(tables.Annual)) {
		years = append(years, int(y))
	}
	slices.Sort(years)
	return years
}

// annual returns a value of annual.csv, NaN where there is none.
func (s *subject) annual(m measure, year int) float64 {
	if !s.isRun() {
		return math.NaN()
	}
	t := s.Package.Table(tables.Annual)
	row := slices.Index(tables.Annual.Year.Of(t), float64(year))
	if row < 0 {
		return math.NaN()
	}
	return m.Of(t)[row]
}

// quantile returns a statistic of quantiles.csv, NaN where there is none.
func (s *subject) quantile(m measure, year int, statistic tables.NumberColumn) float64 {
	if !filled(s.Package, tables.Quantiles) {
		return math.NaN()
	}
	t, period := s.Package.Table(tables.Quantiles), strconv.Itoa(year)
	for row, metric := range tables.Quantiles.Metric.Of(t) {
		if metric == m.Name && tables.Quantiles.Period.Of(t)[row] == period {
			return statistic.Of(t)[row]
		}
	}
	return math.NaN()
}

// value is what a subject says of a measure in a year: of a run the value, of an
// ensemble the median.
func (s *subject) value(m measure, year int) float64 {
	if s.isRun() {
		return s.annual(m, year)
	}
	return s.quantile(m, year, tables.Quantiles.P50)
}

// topic is what the report is about: a scenario, run with expected values, or over
// many futures, or both. One of them is never nil.
type topic struct {
	run, ensemble *subject
	w             *words.Language
	commands      []string // that the page names
}

// topicOf chooses the first run or ensemble, and of the other kind the first of the
// same scenario.
func topicOf(subjects []*subject) *topic {
	m := &topic{w: english()}
	if len(subjects) > 0 {
		m.w = subjects[0].w
	}
	for _, s := range subjects {
		switch {
		case s.isRun() && m.run == nil && (m.ensemble == nil || m.ensemble.Package.Name == s.Package.Name):
			m.run = s
		case s.isEnsemble() && m.ensemble == nil && (m.run == nil || m.run.Package.Name == s.Package.Name):
			m.ensemble = s
		}
	}
	return m
}

func (m *topic) any() *subject {
	if m.run != nil {
		return m.run
	}
	return m.ensemble
}

func (m *topic) described() *tables.Package { return m.any().Package }
func (m *topic) name() string               { return m.described().Name }
func (m *topic) title() string              { return m.described().Title }

// lastYear is the last year simulated.
func (m *topic) lastYear() int {
	years := m.any().years()
	return years[len(years)-1]
}

// targetYear is the year of the first target, or the middle one where there is none
// within the years simulated.
func (m *topic) targetYear() (year int, set bool) {
	years := m.any().years()
	for _, target := range m.described().Targets {
		if y := target.At.Year(); slices.Contains(years, y) {
			return y, true
		}
	}
	return years[len(years)/2], false
}

// yearOf reads the year of 2028 or 2028-12, 0 where there is none.
func yearOf(period string) int {
	p, err := tables.ParsePeriod(period)
	if err != nil {
		return 0
	}
	return p.Year()
}
