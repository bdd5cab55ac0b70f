package main

import (
	"encoding/binary"
	"math"

	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/explorer"
	"corridor/sim/tables"
)

// part is one of the things that a result says, in rows of the same length.
type part struct {
	Name  string `json:"name"`
	Rows  int    `json:"rows"`
	Width int    `json:"width"`
	rows  [][]float64
}

// metrics are the columns of annual.csv that are passed on, with the names that JavaScript reads.
var metrics = []struct {
	name   string
	column tables.MetricColumn
}{
	{"throughput", tables.Annual.ThroughputMt}, {"capacity", tables.Annual.CapacityMt}, {"comparable", tables.Annual.ComparableCapacityMt},
	{"demand", tables.Annual.DemandMt}, {"potential", tables.Annual.PotentialMt}, {"turnedAway", tables.Annual.DivertedMt}, {"queue", tables.Annual.QueueMt},
	{"spent", tables.Annual.CapexMUSD}, {"emissions", tables.Annual.EmissionsKt},
}

// carried lists what the corridor carries; of an empty result without the numbers.
func carried(m *explorer.Machine, r *explorer.Result) (list []part) {
	years, segments, classes, targets := m.Size()
	add := func(name string, n, width int, rows [][]float64) { list = append(list, part{name, n, width, rows}) }
	for _, metric := range metrics {
		row := make([]float64, len(r.Years))
		for i := range r.Years {
			row[i] = r.Years[i][sim.MetricPlace(metric.column)]
		}
		add(metric.name, 1, years, [][]float64{row})
	}
	add("byClass", classes, years, r.ByClass)
	add("segmentLoad", segments, years, r.Load)
	add("segmentUse", segments, years, r.Use)
	add("heldBack", segments, years, r.Held)
	judged := make([][]float64, len(r.Targets))
	for i, t := range r.Targets {
		met, first := 0.0, 0.0
		if t.Met {
			met = 1
		}
		if t.First != calendar.Never {
			if first = float64(100 * t.First.Year()); !t.Target.At.Yearly {
				first += float64(t.First.Index() + 1)
			}
		}
		judged[i] = []float64{met, t.Value, first}
	}
	add("targets", targets, 3, judged)
	return list
}

// money lists what it is worth, not a number where nothing is counted in money.
func money(m *explorer.Machine, r *explorer.Result) []part {
	years, _, _, _ := m.Size()
	worth, gains, benefit, cost := unknown(3), unknown(len(sim.Gains)), unknown(years), unknown(years)
	if r.Worth != nil {
		worth, gains, benefit, cost = []float64{r.Worth.Benefits, r.Worth.Costs, r.Worth.NPV()}, r.Gains, r.Benefit, r.Cost
	}
	return []part{
		{"worth", 1, len(worth), [][]float64{worth}}, {"gains", 1, len(gains), [][]float64{gains}},
		{"benefitByYear", 1, years, [][]float64{benefit}}, {"costByYear", 1, years, [][]float64{cost}},
	}
}

func unknown(n int) []float64 {
	row := make([]float64, n)
	for i := range row {
		row[i] = math.NaN()
	}
	return row
}

// numbers are those of the parts, one after the other.
func numbers(list []part) (out []byte) {
	for _, p := range list {
		for _, row := range p.rows {
			for _, v := range row {
				out = binary.LittleEndian.AppendUint64(out, math.Float64bits(v))
			}
		}
	}
	return out
}
