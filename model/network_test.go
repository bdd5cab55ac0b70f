package model

import (
	"math"

	"corridor/model/calendar"
)

// network is a corridor of the size of a whole country-to-country network: 18
// segments, 12 markets with three routes of seven to nine segments and one rival
// each, ten projects. Its figures are invented; what matters is that several
// segments bind in turn over its 156 months and that ports embargo.
func network() Corridor {
	c := Corridor{Start: calendar.NewMonth(2023, 1), Months: 156}
	for _, s := range []struct {
		name                           string
		mt, days, price, km, storageMt float64
	}{
		{"east border", 9, 1.5, 3, 0, 0.3}, {"south border", 7, 1.2, 3, 0, 0.3},
		{"east line", 14, 2.1, 9, 1200, 0.6}, {"south line", 8, 1.7, 7, 900, 0.6}, {"steppe line", 0, 2.6, 10, 1400, 0.5},
		{"coast line", 12, 0.9, 3, 500, 0.4}, {"north port", 7.5, 2, 6, 0, 0.25}, {"south port", 5, 1.6, 6, 0, 0.2},
		{"east port", 4, 1.4, 7, 0, 0.2}, {"north crossing", 0, 1.3, 11, 470, 0.03}, {"south crossing", 0, 1.2, 11, 460, 0.03},
		{"east crossing", 0, 0.9, 10, 300, 0.03}, {"west port", 11, 1.8, 5, 0, 0.5}, {"west line", 10, 1.1, 6, 500, 0.5},
		{"west border", 9, 0.7, 2, 0, 0.2}, {"valley line", 12, 1, 5, 350, 0.5}, {"mountain line", 1.5, 1.9, 8, 800, 0.1},
		{"black sea", 9, 4.5, 9, 1000, math.Inf(1)},
	} {
		segment := fixed(s.name, s.mt)
		segment.FreeFlowDays, segment.CostUSDPerT, segment.DistanceKm, segment.StorageMt = s.days, s.price, s.km, s.storageMt
		segment.EmissionsG, segment.Effectiveness = 18, 0.95
		segment.Congestion = Congestion{Alpha: 0.15, Beta: 4}
		c.Segments = append(c.Segments, segment)
	}
	c.Segments[4].Supply = Supply{Rail: Rail{TrainsPerDay: 14, NetTonnes: 1900}}
	stormy := [calendar.MonthsPerYear]float64{0.85, 0.87, 0.9, 0.95, 1, 1, 1, 1, 0.97, 0.93, 0.88, 0.84}
	for i, vessels := range []float64{9, 6, 4} {
		crossing := &c.Segments[9+i]
		crossing.Supply = Supply{Fleet: Fleet{Vessels: vessels, PayloadT: 6200, LoadFactor: 0.8, SailingDays: 1.3, PortDays: 2.4}}
		crossing.Availability = stormy
	}
	for i := range 12 {
		c.Markets = append(c.Markets, networkMarket(i))
	}
	for i, segment := range []int{6, 7, 12, 9, 10, 0, 13, 3, 14, 16} {
		c.Projects = append(c.Projects, networkProject(i, segment))
	}
	return c
}

// networkMarket goes from one of two borders to one of two ends, by the north
// port, the south port or the port to the east of the sea.
func networkMarket(i int) Market {
	origin, end := []int{0, 2, 4}, []int{14, 15, 17}
	if i%2 == 1 {
		origin = []int{1, 3}
	}
	if i%3 == 2 {
		end = []int{14, 16}
	}
	m := market("market", float64(4+i)/10)
	m.Growth.Years, m.Growth.MtPerYear = []int{2023, 2024}, []float64{m.Growth.MtPerYear[0], m.Growth.MtPerYear[0]}
	m.Growth.Rates, m.Growth.Fade = []Rate{{2023, 0.09}, {2030, 0.05}}, 0.97
	for month := range m.Season {
		m.Season[(month+i)%calendar.MonthsPerYear] = []float64{0.9, 0.92, 0.95, 1, 1.03, 1.05, 1.08, 1.07, 1.05, 1.03, 0.98, 0.94}[month]
	}
	m.ValueOfTimeUSD, m.Sensitivity, m.Inertia, m.PerceptionLag, m.GiveUp = 4+float64(i), 0.04, 0.3, 0.5, 0.1
	for j, sea := range [][]int{{5, 6, 9, 12, 13}, {5, 7, 10, 12, 13}, {8, 11, 12, 13}} {
		path := append(append(append([]int{}, origin...), sea...), end...)
		r := route("route", []float64{0.35, 0.2, 0.05}[j], path...)
		r.Weights[0], r.Weights[len(r.Weights)-1] = 1.2, 0.9
		r.ReliabilityUSDPerT = 2
		m.Routes = append(m.Routes, r)
	}
	other := rival("rival", 0.4)
	other.CostUSDPerT, other.Days = 90, 22
	m.Routes = append(m.Routes, other)
	return m
}

func networkProject(i, segment int) Project {
	return Project{
		Name: "project", CostMUSD: float64(100 + 20*i), Start: calendar.NewMonth(2024, 1) + calendar.Month(5*i), DurationMonths: 24 + 3*i,
		DelayFactor: 1.1, DelayMonths: i % 3, RampMonths: 6 * (i % 3), EffectiveShare: 0.9, LifeMonths: 120 * (i % 2),
		Changes: []Change{
			{Segment: segment, Quantity: Capacity, Add: 2.5},
			{Segment: segment, Quantity: FreeFlowDays, Scale: 0.8},
			{Segment: segment, Quantity: StorageMt, Add: 0.2},
		},
	}
}

// single is a corridor of one segment with one market and one rival.
func single() Corridor {
	m := market("boxes", 5, route("corridor", 0.6, 0), rival("rival", 0.4))
	m.Growth.Rates, m.Growth.Fade = []Rate{{2025, 0.1}}, 1
	m.Sensitivity, m.ValueOfTimeUSD, m.Inertia, m.GiveUp = 0.05, 5, 0.3, 0.2
	c := corridor([]Segment{fixed("corridor", 4)}, m)
	c.Months = 156
	return c
}
