package plots

import "corridor/sim/tables"

// examplePart is a part of the examples: what a scenario changes in it in the last year, with half
// of its interval, and the share of futures that have more and less.
type examplePart struct {
	by, name, title string
	mean, half      float64
	higher, lower   float64
}

var exampleParts = []examplePart{
	{"market", "china-europe", "China to Europe", 0.31, 0.2, 0.94, 0.06},
	{"market", "oil", "Oil of Tengiz", 0.22, 0.3, 0.7, 0.02},
	{"market", "", "Not said", -0.04, 0.03, 0.05, 0.95},
	{"segment", "rail-ferry", "Rail ferries Kuryk–Alat", 0.52, 0.3, 0.97, 0.03},
	{"segment", "tankers", "Tankers Aktau–Sangachal", 0.22, 0.3, 0.7, 0.02},
	{"segment", "box-feeder", "Container feeders Aktau–Alat, with berths of their own in both ports and in Baku", 0.1, 0.12, 0.9, 0.1},
	{"segment", "btk", "Baku–Tbilisi–Kars", -0.21, 0.1, 0.01, 0.99},
	{"segment", "road", "Road Alat–Red Bridge–Sarpi", -0.02, 0.05, 0.4, 0.6},
	{"segment", "dostyk", "Border at Dostyk", 0.0004, 0.0003, 0.9, 0.1}, // next to nothing
	{"country", "KZ", "Kazakhstan", 0.5, 0.3, 0.97, 0.03},
}

// exampleBreakdown takes apart what scenarios change, each more than the one before it, in two years.
func exampleBreakdown(scenarios ...string) *tables.Table {
	t := tables.New(tables.Breakdown)
	for s, scenario := range scenarios {
		for _, q := range exampleParts {
			mean := q.mean - float64(0.15*float64(s))
			higher, lower := q.higher, q.lower
			if s > 0 && mean < 0 {
				higher, lower = 0.02, 0.95
			}
			for year := 2034; year <= 2035; year++ {
				m := mean / float64(2036-year)
				t.Append("reference", scenario, q.by, q.name, q.title, carriedMetric, year, 1000, 2.0, 2.0+m, m, m-q.half, m, m+q.half, higher, lower)
			}
			t.Append("reference", scenario, q.by, q.name, q.title, "held_back_mt", 2035, 1000, 9.0, 0.0, -9.0, -9.0, -9.0, -9.0, 0.0, 1.0)
		}
	}
	return t
}

// exampleContributions is the same of the expected futures.
func exampleContributions(scenario string) *tables.Table {
	t := tables.New(tables.Contributions)
	for _, q := range exampleParts {
		t.Append("reference", scenario, q.by, q.name, q.title, carriedMetric, 2035, 2.0, 2.0+q.mean, q.mean)
	}
	return t
}

// exampleTaken is a comparison of which 1,000 pairs of futures are taken apart.
func exampleTaken(scenarios ...string) *tables.Package {
	pairs := 1000
	if len(scenarios) > 1 {
		pairs = exampleDraws // more than were taken apart
	}
	p := examplePackage(exampleBreakdown(scenarios...), exampleContributions(scenarios[0]), exampleDifferences(pairs, scenarios...))
	seed := uint64(7)
	p.Seed = &seed
	return p
}
