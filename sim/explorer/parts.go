package explorer

import (
	"encoding/binary"
	"math"

	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

// Part is one of the things that a result says, in rows of the same length.
type Part struct {
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

// Carried lists what the corridor carries; of an empty result without the numbers.
func (m *Machine) Carried(r *Result) (list []Part) {
	years, segments, classes, targets := m.Size()
	add := func(name string, n, width int, rows [][]float64) { list = append(list, Part{name, n, width, rows}) }
	for _, metric := range metrics {
		row := make([]float64, len(r.Years))
		for i := range r.Years {
			row[i] = r.Years[i][sim.MetricPlace(metric.column)]
		}
		add(metric.name, 1, years, [][]float64{row})
	}
	add("capacityByMonth", 1, m.of.Model.Months, [][]float64{r.Capacity})
	add("byClass", classes, years, r.ByClass)
	add("segmentLoad", segments, years, r.Load)
	add("segmentUse", segments, years, r.Use)
	add("heldBack", segments, years, r.Held)
	judged := make([][]float64, len(r.Targets))
	for i := range judged {
		judged[i] = judgedIn(&r.Targets[i])
	}
	add("targets", targets, 3, judged)
	return list
}

// judgedIn is a judgement in numbers: 1 where the target is met, its value, and when it was first
// attained: 100 times the year, and the month of a target that asks for one; 0 for never.
func judgedIn(j *sim.Judgement) []float64 {
	met, first := 0.0, 0.0
	if j.Met {
		met = 1
	}
	if j.First != calendar.Never {
		if first = float64(100 * j.First.Year()); !j.Target.At.Yearly {
			first += float64(j.First.Index() + 1)
		}
	}
	return []float64{met, j.Value, first}
}

// Money lists what it is worth, not a number where nothing is counted in money.
func (m *Machine) Money(r *Result) []Part {
	years, _, _, _ := m.Size()
	worth, gains, benefit, cost := unknown(3), unknown(len(sim.Gains)), unknown(years), unknown(years)
	if r.Worth != nil {
		worth, gains, benefit, cost = []float64{r.Worth.Benefits, r.Worth.Costs, r.Worth.NPV()}, r.Gains, r.Benefit, r.Cost
	}
	return []Part{
		{"worth", 1, len(worth), [][]float64{worth}}, {"gains", 1, len(gains), [][]float64{gains}},
		{"benefitByYear", 1, years, [][]float64{benefit}}, {"costByYear", 1, years, [][]float64{cost}},
	}
}

// Layout says which parts a result has, of what is carried and of money, without numbers.
func (m *Machine) Layout() [][]Part { return [][]Part{m.Carried(&Result{}), m.Money(&Result{})} }

func unknown(n int) []float64 {
	row := make([]float64, n)
	for i := range row {
		row[i] = math.NaN()
	}
	return row
}

// Numbers are those of parts, one after the other, as a program in a browser reads them.
func Numbers(list []Part) (out []byte) {
	for _, p := range list {
		for _, row := range p.rows {
			for _, v := range row {
				out = binary.LittleEndian.AppendUint64(out, math.Float64bits(v))
			}
		}
	}
	return out
}
