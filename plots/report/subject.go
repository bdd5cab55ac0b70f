package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"corridor/sim/tables"
)

// subject is a run with the words the page calls it by.
type subject struct {
	Run
	Number int    // from 0, in the order given
	Label  string // tells it from the others
}

// subjectsOf gives each run a label: its scenario's name, with the futures of an
// ensemble, and a number where that is not enough.
func subjectsOf(runs []Run) []*subject {
	var out []*subject
	for i, r := range runs {
		s := &subject{Run: r, Number: i, Label: r.Package.Name}
		switch {
		case s.isEnsemble():
			s.Label += ", " + s.futures()
		case !s.isRun() && filled(r.Package, tables.Hindcast):
			s.Label += ", hindcast"
		case !s.isRun():
			s.Label += ", " + r.Package.Tables[0].Schema.Title
		}
		label := s.Label
		for n := 2; slices.ContainsFunc(out, func(o *subject) bool { return o.Label == s.Label }); n++ {
			s.Label = fmt.Sprintf("%s (%d)", label, n)
		}
		out = append(out, s)
	}
	return out
}

func (s *subject) isRun() bool { return filled(s.Package, tables.Annual) }

// isEnsemble reports whether it holds quantiles by year, and no single future.
func (s *subject) isEnsemble() bool { return !s.isRun() && len(quantileYears(s.Package)) > 0 }

func quantileYears(p *tables.Package) []int {
	if !filled(p, tables.Quantiles) {
		return nil
	}
	var years []int
	for _, period := range p.Table(tables.Quantiles).Text("period") {
		if y, err := strconv.Atoi(period); err == nil {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// futures says how many futures an ensemble has.
func (s *subject) futures() string {
	text := "many futures"
	if s.Manifest.Draws > 0 {
		text = integer(int(s.Manifest.Draws)) + " futures"
	}
	if s.Manifest.Seed != nil {
		text += ", seed " + strconv.FormatUint(*s.Manifest.Seed, 10)
	}
	return text
}

// years lists the years of a run or an ensemble.
func (s *subject) years() []int {
	if !s.isRun() {
		return quantileYears(s.Package)
	}
	var years []int
	for _, y := range s.Package.Table(tables.Annual).Numbers("year") {
		years = append(years, int(y))
	}
	slices.Sort(years)
	return years
}

// annual returns a value of annual.csv, NaN where there is none.
func (s *subject) annual(column string, year int) float64 {
	if !s.isRun() {
		return math.NaN()
	}
	t := s.Package.Table(tables.Annual)
	row := slices.Index(t.Numbers("year"), float64(year))
	if row < 0 {
		return math.NaN()
	}
	return t.Numbers(column)[row]
}

// quantile returns a value of quantiles.csv, NaN where there is none.
func (s *subject) quantile(metric string, year int, name string) float64 {
	if !filled(s.Package, tables.Quantiles) {
		return math.NaN()
	}
	t, period := s.Package.Table(tables.Quantiles), strconv.Itoa(year)
	for row, m := range t.Text("metric") {
		if m == metric && t.Text("period")[row] == period {
			return t.Numbers(name)[row]
		}
	}
	return math.NaN()
}

// value is what a subject says of a metric in a year: of a run the value, of an
// ensemble the median.
func (s *subject) value(metric string, year int) float64 {
	if s.isRun() {
		return s.annual(metric, year)
	}
	return s.quantile(metric, year, "p50")
}

// topic is what the report is about: a scenario, run with expected values, or over
// many futures, or both. One of them is never nil.
type topic struct {
	run, ensemble *subject
}

// topicOf chooses the first run or ensemble, and of the other kind the first of the
// same scenario.
func topicOf(subjects []*subject) *topic {
	m := &topic{}
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
	if len(period) < 4 {
		return 0
	}
	y, err := strconv.Atoi(period[:4])
	if err != nil {
		return 0
	}
	return y
}
