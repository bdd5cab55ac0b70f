package hindcast

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// Metric names what model and history have in common by year.
type Metric struct {
	Column, Scope string
}

// The metrics compared by year: tonnes in both official scopes, containers, and oil.
var (
	Headline    = Metric{tables.Annual.ThroughputMt.Name, tables.Headline}
	LikeForLike = Metric{tables.Annual.ThroughputMt.Name, tables.LikeForLike}
	Containers  = Metric{tables.Annual.ContainersKTEU.Name, tables.Headline}
	OilByBTC    = Metric{"oil_mt", tables.LikeForLike}
)

// Metrics lists them in the order they are reported.
var Metrics = []Metric{Headline, LikeForLike, Containers, OilByBTC}

// series returns the series of a metric, and what its values are multiplied by.
func (m Metric) series() (*Series, float64) {
	if m == Containers {
		return SeriesOf("containers"), 1e-3
	}
	return SeriesOf(map[Metric]string{Headline: "throughput-headline", LikeForLike: "throughput-like-for-like", OilByBTC: "oil-btc"}[m]), 1
}

// Observation is what happened to a series in a period.
type Observation struct {
	Series *Series
	Period
	Value float64        // in the unit of the series
	Scope string         // what the source counts
	Known calendar.Month // when it was published
	URL   string         // of the source
	Line  int            // of the history
}

// Plan is what was officially planned for a year.
type Plan struct {
	Value float64
	Known calendar.Month // when it was published
}

// History is what happened, and what was planned.
type History struct {
	Observations []Observation // in the order of the file
	plans        map[Metric]map[int]Plan
}

// Actual returns what happened in a year, NaN where it is not known.
func (h *History) Actual(m Metric, year int) float64 {
	s, scale := m.series()
	for i := range h.Observations {
		if o := &h.Observations[i]; o.Series == s && o.Period == Year(year) {
			return float64(o.Value * scale)
		}
	}
	return math.NaN()
}

// Source returns the address of where it is known from, empty where it is not.
func (h *History) Source(m Metric, year int) string {
	s, _ := m.series()
	for i := range h.Observations {
		if o := &h.Observations[i]; o.Series == s && o.Period == Year(year) {
			return o.URL
		}
	}
	return ""
}

// Plan returns the official plan for a year, made before or in it; false where none is
// known.
func (h *History) Plan(m Metric, year int) (Plan, bool) {
	p, ok := h.plans[m][year]
	return p, ok
}

// longest returns of each series the observation of a year that counts most of it: the year,
// or the longest part, the later one of two. Parts that overlap are no observations of their own.
func (h *History) longest(s *Series, year int) *Observation {
	var best *Observation
	for i := range h.Observations {
		o := &h.Observations[i]
		if o.Series != s || !o.Within(year) {
			continue
		}
		if best == nil || o.To-o.From > best.To-best.From || o.To-o.From == best.To-best.From && o.To > best.To {
			best = o
		}
	}
	return best
}

// Columns of the history file, observed.csv.
var columns = []string{"series", "period", "value", "unit", "scope", "source_title", "source_url", "source_date", "note"}

// The plans of the history file that are compared, with their unit.
var planned = []struct {
	name, unit, scope string
	metric            Metric
	scale             float64
}{
	{"plan-throughput", "Mt", "headline", Headline, 1},
	{"plan-containers", "TEU", "headline", Containers, 1e-3},
	{"plan-containers", "TEU", "association", Containers, 1e-3},
	{"plan-oil", "Mt", "like-for-like", OilByBTC, 1},
}

// ReadHistory reads a history from CSV. Series that are not compared are passed over; what
// is compared must say when it was published.
func ReadHistory(r io.Reader) (*History, error) {
	in := csv.NewReader(r)
	in.FieldsPerRecord = len(columns)
	header, err := in.Read()
	if err != nil {
		return nil, err
	}
	if !slices.Equal(header, columns) {
		return nil, fmt.Errorf("the history has the columns %v, expected %v", header, columns)
	}
	h := &History{plans: map[Metric]map[int]Plan{}}
	for {
		record, err := in.Read()
		if err == io.EOF {
			return h, nil
		}
		if err != nil {
			return nil, err
		}
		line, _ := in.FieldPos(0)
		if err := h.add(record, line); err != nil {
			return nil, fmt.Errorf("line %d of the history: %w", line, err)
		}
	}
}

func (h *History) add(record []string, line int) error {
	name, scope := record[0], record[4]
	if s := SeriesOf(name); s != nil {
		period, value, known, err := read(record, s.Unit)
		if err != nil {
			return err
		}
		for i := range h.Observations {
			if o := &h.Observations[i]; o.Series == s && o.Period == period {
				return fmt.Errorf("%s of %v is given twice", name, period)
			}
		}
		h.Observations = append(h.Observations, Observation{s, period, value, scope, known, record[6], line})
		return nil
	}
	for _, p := range planned {
		if name != p.name || scope != p.scope {
			continue
		}
		period, value, known, err := read(record, p.unit)
		if err != nil {
			return err
		}
		year := period.From.Year()
		if !period.IsYear() {
			return fmt.Errorf("%s is for %v, expected a year", name, period)
		}
		if h.plans[p.metric] == nil {
			h.plans[p.metric] = map[int]Plan{}
		}
		if _, twice := h.plans[p.metric][year]; twice {
			return fmt.Errorf("%s of %d is given twice", name, year)
		}
		h.plans[p.metric][year] = Plan{float64(value * p.scale), known}
	}
	return nil
}

// read reads what is compared of a row: its period, its value in a unit, and when it was
// published.
func read(record []string, unit string) (Period, float64, calendar.Month, error) {
	period, err := ParsePeriod(record[1])
	if err != nil {
		return period, 0, 0, err
	}
	value, err := strconv.ParseFloat(record[2], 64)
	if err != nil || !(value >= 0) || math.IsInf(value, 0) || record[3] != unit {
		return period, 0, 0, fmt.Errorf("%s %s of %s, expected a number of %s", record[2], record[3], record[0], unit)
	}
	known, ok := Published(record[7])
	if !ok {
		return period, 0, 0, fmt.Errorf("%s of %v is compared, and source_date does not say when it was published", record[0], period)
	}
	return period, value, known, nil
}
