package plots

import (
	"fmt"
	"math"
	"strconv"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// Made-up tables of an ensemble of 2000 futures, as small as show every part of
// the charts.
const exampleDraws = 2000

// wilson returns the score interval of a share, as the engine writes it.
func wilson(p float64) (low, high float64) {
	const z, n = 1.96, exampleDraws
	middle := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, middle-half), min(1, middle+half)
}

// rising is a share that rises from 0 to most around a year.
func rising(year, around int, most float64) float64 {
	steps := min(max(year-around+3, 0), 6)
	return math.Round(most*float64(steps*steps)/36*exampleDraws) / exampleDraws
}

func exampleProbabilities() *tables.Table {
	t := tables.New(tables.Probabilities)
	for _, c := range []struct {
		metric    string
		threshold float64
		around    int
		most      float64
	}{{"capacity_mt", 10, 2029, 0.62}, {"throughput_mt", 10, 2032, 0.18}, {"throughput_mt", 6, 2028, 0.93}} {
		for year := 2024; year <= 2035; year++ {
			p := rising(year, c.around, c.most)
			low, high := wilson(p)
			t.Append("reference", c.metric, strconv.Itoa(year), c.threshold, exampleDraws, p, low, high, p, low, high, exampleDraws)
		}
	}
	return t
}

func exampleAttainment() *tables.Table {
	t := tables.New(tables.Attainment)
	for _, c := range []struct {
		event, title string
		around       int
		most         float64
	}{
		{"capacity-10", "A capacity of 10 Mt/yr", 2029, 0.71},
		{"carried-10", "10 Mt carried in a year", 2033, 0.22},
		{findings.HeldBackAllYear, "Cargo is held back in every month", 2026, 1},
	} {
		for year := 2024; year <= 2035; year++ {
			p := rising(year, c.around, c.most)
			low, high := wilson(p)
			t.Append("reference", c.event, c.title, year, exampleDraws, p, low, high)
		}
	}
	return t
}

func exampleBottlenecks(months int) *tables.Table {
	t := tables.New(tables.Bottlenecks)
	for i := range months {
		year, season := 2024+i/12, exampleSeason[i%12]
		left := 1.0
		for s, name := range []string{"aktau-alat-boxes", "aktau-alat-tankers", "kuryk-alat-rail", "aktau-alat-dry", "btk", "poti-port", "khorgos", "dostyk"} {
			p := math.Round(left*(0.45-float64(0.02*float64(s))+float64(0.01*float64((i/12+s)%5)))*season/1.1*exampleDraws) / exampleDraws
			if s == 7 {
				p = 0
			}
			low, high := wilson(p)
			t.Append("reference", monthName(year, i%12), name, exampleDraws, p, low, high, p/2)
			left -= p
		}
	}
	return t
}

// exampleDifferences compares scenarios with a baseline over as many pairs.
var titles = map[string]string{"reference": "The Middle Corridor as a network", "sea-first": "Ships, dredging and ports first", "late": "Everything two years late"}

func exampleDifferences(pairs int, scenarios ...string) *tables.Table {
	t := tables.New(tables.Differences)
	for s, scenario := range scenarios {
		for year := 2024; year <= 2035; year++ {
			n := float64(year - 2024)
			middle, spread := float64((0.02+0.05*float64(s))*n)-float64(0.12*float64(s)), 0.01+float64(0.03*n)
			at := func(sd float64) any { return middle + float64(sd*spread) }
			higher := rising(year, 2029, 0.85)
			low, high := wilson(higher)
			var sd, err any = spread, spread / math.Sqrt(exampleDraws)
			if pairs == 1 {
				at = func(float64) any { return middle }
				sd, err, higher, low, high = nil, nil, 1, 1, 1
			}
			t.Append("reference", scenario, "throughput_mt", fmt.Sprint(year), pairs, 5.0, 5.0+middle, middle, err, sd,
				at(-3), at(-1.64), at(-1.28), at(-0.67), at(0), at(0.67), at(1.28), at(1.64), at(3), higher, low, high, 1-higher, pairs, pairs, higher, low, high, 1-higher, titles["reference"], titles[scenario], 1-high, 1-low)
		}
	}
	return t
}

// exampleEnsemble has every table an ensemble writes.
func exampleEnsemble() *tables.Package {
	p := manyFutures()
	seed := uint64(7)
	p.Title, p.Seed, p.Figures, p.Assumptions = "The Middle Corridor as a network, 2024 to 2035", &seed, 1197, 1142
	targets := tables.New(tables.Targets)
	targets.Append("reference", "carried-10", "throughput_mt", "2028", 10.0, 0.05, false, "", nil, "")
	p.Tables = append(p.Tables, exampleProbabilities(), exampleAttainment(), exampleBottlenecks(144), exampleDifferences(exampleDraws, "sea-first"), targets)
	annual := annualTable([]int{2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035},
		[]float64{4.4, 4.4, 4.8, 5.1, 5, 5.2, 5.3, 5.5, 5.7, 5.7, 5.7, 5.6}, []float64{7.1, 6.9, 6.9, 7.5, 7.8, 7.8, 7.6, 7.4, 7.7, 7.5, 7.2, 6.9}, make([]float64, 12))
	p.Tables = append(p.Tables, annual)
	return p
}
