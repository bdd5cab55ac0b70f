package plots

import (
	"fmt"
	"math"

	"corridor/sim/tables"
)

// Made-up packages that look like results: the ministry's potential against one
// segment of 6 Mt that becomes 10 Mt at the end of 2028.
var (
	exampleYears     = []int{2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035}
	examplePotential = []float64{2.78, 4.5, 5.2, 6.009, 6.85, 7.71, 8.59, 9.47, 10.34, 11.19, 12.0, 12.8, 13.6}
	exampleCapacity  = []float64{5.8, 6, 6, 6, 6, 10, 10, 10, 10, 10, 10, 10, 10}
	exampleSpending  = []float64{0, 12, 40, 95, 160, 120, 30, 0, 0, 15, 0, 0, 0}
)

func examplePackage(list ...*tables.Table) *tables.Package {
	return &tables.Package{
		Name:        "stated",
		Title:       "Capacity rises to 10 Mt per year in late 2028, as stated by the ministry",
		Description: "When is the corridor full, and how much cargo is lost until the programme is done?",
		Program:     "corridor 0.1.0",
		Figures:     21,
		Assumptions: 7,
		Sources: []tables.Source{
			{Title: "Mission of Kazakhstan to the EU (24 Nov 2025)"},
			{Title: "Kazakhstan Temir Zholy, annual report 2024"},
			{Title: "World Bank, The Middle Trade and Transport Corridor (2023)"},
		},
		Tables: list,
	}
}

// annualTable has the given potential and capacity; throughput is the smaller,
// a tenth of the rest waits.
func annualTable(years []int, potential, capacity, spending []float64) *tables.Table {
	t := tables.New(tables.Annual)
	for i, y := range years {
		throughput := math.Min(potential[i], capacity[i])
		if i > 0 {
			throughput = math.Min(potential[i], capacity[i-1])
		}
		queue := float64(0.1 * (potential[i] - throughput))
		fill(t, "stated", y, potential[i], potential[i], throughput, potential[i]-throughput-queue, queue,
			capacity[i], capacity[i], capacity[i], throughput/capacity[i], "aktau-kuryk-ports", "", "", 18.5, 2400.0, float64(throughput*21), spending[i], nil, potential[i])
	}
	return t
}

// fill appends a row of annual.csv or monthly.csv that has its first cells alone.
func fill(t *tables.Table, cells ...any) {
	t.Append(append(cells, make([]any, len(t.Schema.Columns)-len(cells))...)...)
}

func exampleAnnual() *tables.Table {
	return annualTable(exampleYears, examplePotential, exampleCapacity, exampleSpending)
}

// exampleSeason is by month; its mean is one.
var exampleSeason = []float64{0.86, 0.88, 0.97, 1.02, 1.05, 1.06, 1.05, 1.06, 1.07, 1.06, 1.0, 0.92}

func monthName(year, m int) string { return fmt.Sprintf("%d-%02d", year, m+1) }

func exampleMonthly() *tables.Table {
	t := tables.New(tables.Monthly)
	for i, y := range exampleYears {
		for m, season := range exampleSeason {
			capacity := exampleCapacity[i] / 12
			if y == 2028 && m < 11 {
				capacity = 6.0 / 12
			}
			potential := float64(examplePotential[i] * season / 12)
			throughput := math.Min(potential, capacity)
			fill(t, "stated", monthName(y, m), potential, potential, throughput, potential-throughput, 0.0, capacity, capacity, capacity,
				throughput/capacity, "aktau-kuryk-ports", "", "", 18.5, 2400.0, float64(throughput*21), 0.0, nil, potential)
		}
	}
	return t
}

var exampleSegmentNames = []string{
	"aktau-kuryk-ports", "caspian-ferries", "alat-port", "baku-tbilisi-kars", "poti-port", "khorgos-border",
	"zhezkazgan-beyneu-railway", "batumi-port", "ahilkelek-border", "black-sea-feeders",
}

// exampleSegments has n segments, each with a little more room than the last.
func exampleSegments(n int) *tables.Table {
	t := tables.New(tables.Segments)
	for s := range n {
		for i, y := range exampleYears {
			for m, season := range exampleSeason {
				capacity := float64((exampleCapacity[i] + float64(float64(s)*0.9)) / 12)
				load := math.Min(float64(examplePotential[i]*season/12), capacity)
				load = math.Min(load, exampleCapacity[i]/12)
				open := 1.0
				if s == 1 && m < 2 {
					open = 0.93
				}
				t.Append("stated", monthName(y, m), exampleSegmentNames[s], float64(capacity*open), load,
					math.Min(1, load/float64(capacity*open)), 0.0, 0.0, 0.0, open)
			}
		}
	}
	return t
}

// exampleProjects has n projects, the first of which is the one that counts.
func exampleProjects(n int) *tables.Table {
	t := tables.New(tables.Projects)
	for i := range n {
		switch i {
		case 0:
			t.Append("stated", "programme", "Programme of berths, dredging and vessels at Aktau and Kuryk", "2024-06", "2028-12", "2029-06", 472.0, 4.0, 0.0, 472.0, 0.0, 0.0)
		case 1:
			t.Append("stated", "smart-cargo", "Smart Cargo documents", "2025-01", "2026-01", "2027-01", 12.0, nil, 0.0, 12.0, 0.0, 0.0)
		case 2:
			t.Append("stated", "container-hub", "Container hub at the port of Aktau", "2024-01", "2026-07", "2026-07", 80.0, 1.3, 0.0, 80.0, 0.0, 0.0)
		case 3:
			t.Append("stated", "later", "Second railway line that comes after the horizon of this scenario", "2034-01", "", "", 900.0, 5.0, 0.0, 900.0, 0.0, 0.0)
		default:
			t.Append("stated", fmt.Sprintf("works-%02d", i), fmt.Sprintf("Works package %d on the railway line", i), "2025-01",
				monthName(2024+i*5%11, i*7%12), "", 10.0+float64(i), float64(0.1*float64(i%9)), 0.0, 10.0+float64(i), 0.0, 0.0)
		}
	}
	return t
}

var (
	exampleGrowth     = []string{"growth/low", "growth/stated", "growth/high", "growth/logistic", "growth/stagnation", "growth/northern-route-reopens", "growth/double-track", "growth/peak"}
	exampleInvestment = []string{"investment/on-time", "investment/late", "investment/half", "investment/none", "investment/fast-track", "investment/ports-first", "investment/ferries", "investment/all"}
)

// Growth and investment by their titles; of one the library has none.
var (
	exampleGrowthTitles = map[string]string{
		"growth/low": "Growth of the region's freight", "growth/stated": "Growth as stated", "growth/high": "Growth that fills 10 Mt in 2028",
		"growth/logistic": "Growth that fades", "growth/stagnation": "No growth after 2025", "growth/northern-route-reopens": "The northern route opens again",
		"growth/double-track": "Growth on two tracks", "growth/peak": "Growth to a peak",
	}
	exampleInvestmentTitles = map[string]string{
		"investment/on-time": "Everything on the announced dates", "investment/late": "late", "investment/half": "Half the claimed capacity",
		"investment/none": "Nothing is built", "investment/fast-track": "Everything a year early", "investment/ports-first": "Ports first",
		"investment/ferries": "Ferries alone", "investment/all": "All of it",
	}
	exampleGrowthMt = []float64{7.8, 13.6, 27.6, 12, 5.2, 4.4, 20, 18} // in the last year
)

func exampleMatrix(rows, columns int) *tables.Table {
	t := tables.New(tables.Matrix)
	for r := range rows {
		for c := range columns {
			var held, target any
			if r > 0 {
				held = monthName(2029-r/2, (r*5+c)%12)
			}
			if c != 3 {
				target = monthName(2028+c/2, 11-c%6)
			}
			lost := float64(float64(r*r)*0.61) + float64(float64(r*c)*1.27)
			t.Append("stated", exampleGrowth[r], exampleInvestment[c], held, target, 10.0, lost, lost+1, 9.8, exampleGrowthMt[r], 10.0, 472.0, 30.0, 0.0, 0.0, 0.0, 0.0,
				exampleGrowthTitles[exampleGrowth[r]], exampleInvestmentTitles[exampleInvestment[c]])
		}
	}
	return t
}
