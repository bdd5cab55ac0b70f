package hindcast

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"

	"corridor/sim/tables"
)

// Metric names a series that model and history have in common.
type Metric struct {
	Column, Scope string
}

// The metrics compared: tonnes in both official scopes, and containers.
var (
	Headline    = Metric{tables.Annual.ThroughputMt.Name, tables.Headline}
	LikeForLike = Metric{tables.Annual.ThroughputMt.Name, tables.LikeForLike}
	Containers  = Metric{tables.Annual.ContainersKTEU.Name, tables.Headline}
)

// Metrics lists them in the order they are reported.
var Metrics = []Metric{Headline, LikeForLike, Containers}

// History is what happened and what was planned, by metric and year.
type History struct {
	actual, plan map[Metric]map[int]float64
}

// Actual returns what happened, NaN where it is not known.
func (h *History) Actual(m Metric, year int) float64 { return lookUp(h.actual, m, year) }

// Plan returns the official plan for a year, made before or early in it, NaN where
// none is known.
func (h *History) Plan(m Metric, year int) float64 { return lookUp(h.plan, m, year) }

func lookUp(series map[Metric]map[int]float64, m Metric, year int) float64 {
	if v, ok := series[m][year]; ok {
		return v
	}
	return math.NaN()
}

// Columns of the history file, observed.csv.
var columns = []string{"series", "period", "value", "unit", "scope", "source_title", "source_url", "source_date", "note"}

// The series of the history file that are compared, with their unit. Others are
// there for readers.
var compared = []struct {
	name, unit, scope string
	metric            Metric
	plan              bool
	scale             float64
}{
	{"throughput-headline", "Mt", "", Headline, false, 1},
	{"throughput-like-for-like", "Mt", "", LikeForLike, false, 1},
	{"containers", "TEU", "", Containers, false, 1e-3},
	{"plan-throughput", "Mt", "headline", Headline, true, 1},
	{"plan-containers", "TEU", "headline", Containers, true, 1e-3},
	{"plan-containers", "TEU", "association", Containers, true, 1e-3},
}

// ReadHistory reads a history from CSV. Rows for parts of a year and series that
// are not compared are passed over.
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
	h := &History{actual: map[Metric]map[int]float64{}, plan: map[Metric]map[int]float64{}}
	for {
		record, err := in.Read()
		if err == io.EOF {
			return h, nil
		}
		if err != nil {
			return nil, err
		}
		line, _ := in.FieldPos(0)
		if err := h.add(record); err != nil {
			return nil, fmt.Errorf("line %d of the history: %w", line, err)
		}
	}
}

func (h *History) add(record []string) error {
	year, err := strconv.Atoi(record[1])
	if err != nil {
		return nil // part of a year, or a span
	}
	for _, c := range compared {
		if record[0] != c.name || c.scope != "" && record[4] != c.scope {
			continue
		}
		value, err := strconv.ParseFloat(record[2], 64)
		if err != nil || !(value >= 0) || math.IsInf(value, 0) || record[3] != c.unit {
			return fmt.Errorf("%s %s of %s, expected a number of %s", record[2], record[3], c.name, c.unit)
		}
		into := h.actual
		if c.plan {
			into = h.plan
		}
		if into[c.metric] == nil {
			into[c.metric] = map[int]float64{}
		}
		if _, twice := into[c.metric][year]; twice {
			return fmt.Errorf("%s of %d is given twice", c.name, year)
		}
		into[c.metric][year] = float64(value * c.scale)
	}
	return nil
}
