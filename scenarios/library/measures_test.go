package library_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/hindcast"
	"corridor/sim/tables"
)

// throughput is what the corridor carried in a year, Mt.
func (f *future) throughput(year int) float64 { return annual(f.Result, "throughput_mt", year) }

// offered is what came to the corridor in a year, Mt.
func (f *future) offered(year int) float64 { return annual(f.Result, "offered_mt", year) }

// days is the mean time on the way in a year.
func (f *future) days(year int) float64 { return annual(f.Result, "transit_days", year) }

// boxes are the containers carried in a year, thousand TEU.
func (f *future) boxes(t testing.TB, year int) float64 {
	t.Helper()
	v, err := hindcast.Measure(f.Result, "containers_kteu", year)
	require.NoError(t, err)
	return v
}

// onFlows sums columns of flows.csv over the corridor's own flows that count, in the
// months that begin with a period, such as 2027 or 2027-09.
func (f *future) onFlows(period string, counts func(market, cargo string) bool, columns ...string) float64 {
	mine := map[[2]string]bool{}
	for row, rival := range tables.Routes.Rival.Of(f.Routes) {
		if rival != "true" && counts(tables.Routes.Market.Of(f.Routes)[row], tables.Routes.Cargo.Of(f.Routes)[row]) {
			mine[[2]string{tables.Routes.Market.Of(f.Routes)[row], tables.Routes.Route.Of(f.Routes)[row]}] = true
		}
	}
	mt := 0.0
	for row, month := range tables.Flows.Month.Of(f.Flows) {
		if month[:len(period)] == period && mine[[2]string{tables.Flows.Market.Of(f.Flows)[row], tables.Flows.Route.Of(f.Flows)[row]}] {
			for _, column := range columns {
				mt += f.Flows.Numbers(column)[row]
			}
		}
	}
	return mt
}

func (f *future) cargo(class string, year int) float64 {
	return f.onFlows(strconv.Itoa(year), func(_, cargo string) bool { return cargo == class }, "carried_mt")
}

// dry is all but oil.
func (f *future) dry(year int) float64 {
	return f.onFlows(strconv.Itoa(year), func(_, cargo string) bool { return cargo != tables.Oil }, "carried_mt")
}

func (f *future) market(name string, year int) float64 {
	return f.onFlows(strconv.Itoa(year), func(market, _ string) bool { return market == name }, "carried_mt")
}

// sought is what shippers of a cargo class brought to the corridor in a year and it
// carried or lost.
func (f *future) sought(class string, year int) float64 {
	return f.onFlows(strconv.Itoa(year), func(_, cargo string) bool { return cargo == class }, "carried_mt", "diverted_mt")
}

// on sums a column of segments.csv over the months that begin with a period.
func (f *future) on(segment, column, period string) float64 {
	sum := 0.0
	for row, month := range tables.Segments.Month.Of(f.Segments) {
		if month[:len(period)] == period && tables.Segments.Segment.Of(f.Segments)[row] == segment {
			sum += f.Segments.Numbers(column)[row]
		}
	}
	return sum
}

// freeFlow is the time a market's first route takes when nothing is in the way, at
// the start of the run.
func (f *future) freeFlow(market string) float64 { return f.ofRoute(market, tables.Routes.Days) }

// price is what a market's first route costs at the start of the run, USD/t.
func (f *future) price(market string) float64 { return f.ofRoute(market, tables.Routes.CostUSDPerT) }

func (f *future) ofRoute(market string, column tables.NumberColumn) float64 {
	for row, name := range tables.Routes.Market.Of(f.Routes) {
		if name == market && !tables.Routes.Rival.True(f.Routes, row) {
			return column.Of(f.Routes)[row]
		}
	}
	return 0
}

// in2031 starts a run of the reference in January 2031.
var in2031 = []string{"time.start=2031-01", "targets=null"}
