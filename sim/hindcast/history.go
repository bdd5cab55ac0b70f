package hindcast

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
)

// Metric names a series that model and history have in common.
type Metric struct {
	Column, Scope string
}

// The metrics compared: tonnes in both official scopes, and containers.
var (
	Headline    = Metric{"throughput_mt", "headline"}
	LikeForLike = Metric{"throughput_mt", "like-for-like"}
	Containers  = Metric{"containers_kteu", "headline"}
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

// Columns of the history file: observed.csv.
var columns = []string{"kind", "metric", "scope", "year", "value", "source_title", "source_url", "source_date", "note"}

// ReadHistory reads a history from CSV with the columns kind (actual or plan),
// metric, scope, year and value, and after them the source.
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
	into := h.actual
	switch record[0] {
	case "plan":
		into = h.plan
	case "actual":
	default:
		return fmt.Errorf("kind %q, expected actual or plan", record[0])
	}
	m := Metric{record[1], record[2]}
	year, err := strconv.Atoi(record[3])
	if err != nil {
		return fmt.Errorf("year %q is no number", record[3])
	}
	value, err := strconv.ParseFloat(record[4], 64)
	if err != nil || !(value >= 0) || math.IsInf(value, 0) {
		return fmt.Errorf("value %q, expected a number of at least 0", record[4])
	}
	if into[m] == nil {
		into[m] = map[int]float64{}
	}
	if _, twice := into[m][year]; twice {
		return fmt.Errorf("%s of %s in %d is given twice", record[0], m.Column, year)
	}
	into[m][year] = value
	return nil
}
