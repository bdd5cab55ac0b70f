package findings

import (
	"math"
	"strings"

	"corridor/sim/tables"
)

// Indicators are what a year of a run says of a corridor that is to be safe, efficient and
// sustainable. One that has no value, such as a time where nothing is carried, is NaN.
type Indicators struct {
	Year int

	SteadyMonths float64 // share of the months with a door-to-door time within a fifth of the year's mean
	OpenShare    float64 // share of the time that services at sea are open, by what they carry
	HeldBack     float64 // share of what is offered in a month that is not carried in it
	TurnedAway   float64 // share of the year's cargo that gives up or is refused

	Days, USDPerT, Utilisation float64

	KgPerT, GramsPerTkm float64 // CO2e
}

// Steady is how far a month's time may be from the mean of its year.
const Steady = 0.2

// IndicatorsOf reads the indicators of every year from the tables of a run: what nobody
// measures, such as accidents, theft or damage, is not among them.
func IndicatorsOf(p *tables.Package) (all []Indicators) {
	annual, byMonth := p.Table(tables.Annual), p.Table(tables.Monthly)
	km := kilometres(p.Table(tables.Routes), p.Table(tables.Network))
	of := tables.Annual
	for row, year := range of.Year.Of(annual) {
		i := Indicators{
			Year: int(year), Days: of.TransitDays.Of(annual)[row], USDPerT: of.CostUSDPerT.Of(annual)[row], Utilisation: of.Utilisation.Of(annual)[row],
			TurnedAway: part(of.DivertedMt.Of(annual)[row], of.OfferedMt.Of(annual)[row]),
			KgPerT:     part(of.EmissionsKt.Of(annual)[row], of.ThroughputMt.Of(annual)[row]), // kt of Mt
		}
		is := func(month string) bool { return month[:4] == yearText(year) }
		i.SteadyMonths = steady(byMonth, is, i.Days)
		i.OpenShare, i.HeldBack = services(p.Table(tables.Segments), p.Table(tables.Network), byMonth, is)
		i.GramsPerTkm = part(1000*of.EmissionsKt.Of(annual)[row], mtKm(p.Table(tables.Flows), km, is))
		all = append(all, i)
	}
	return all
}

// Needed are the tables that indicators are read from.
func Needed() []tables.Described {
	return []tables.Described{tables.Annual, tables.Monthly, tables.Segments, tables.Flows, tables.Routes, tables.Network}
}

func part(a, b float64) float64 {
	if !(b > 0) {
		return math.NaN()
	}
	return a / b
}

func yearText(year float64) string { return tables.Rounded(year, 0) }

// steady is the share of the months with a time near the mean, of those that have one.
func steady(t *tables.Table, is func(month string) bool, mean float64) float64 {
	near, months := 0.0, 0.0
	for row, month := range tables.Monthly.Month.Of(t) {
		days := tables.Monthly.TransitDays.Of(t)[row]
		if !is(month) || math.IsNaN(days) {
			continue
		}
		months++
		if math.Abs(days-mean) <= Steady*mean {
			near++
		}
	}
	return part(near, months)
}

// services returns how open the services at sea are, and what segments hold back of what is
// offered.
func services(segments, network, monthly *tables.Table, is func(month string) bool) (open, held float64) {
	atSea := map[string]bool{}
	for row, kind := range tables.Network.Kind.Of(network) {
		atSea[tables.Network.Segment.Of(network)[row]] = kind == "sea"
	}
	opened, load, heldMt, carried := 0.0, 0.0, 0.0, 0.0
	for row, month := range tables.Segments.Month.Of(segments) {
		if !is(month) {
			continue
		}
		heldMt += tables.Segments.HeldBackMt.Of(segments)[row]
		if mt := tables.Segments.LoadMt.Of(segments)[row]; atSea[tables.Segments.Segment.Of(segments)[row]] {
			load += mt
			opened += float64(mt * tables.Segments.Availability.Of(segments)[row])
		}
	}
	for row, month := range tables.Monthly.Month.Of(monthly) {
		if is(month) {
			carried += tables.Monthly.ThroughputMt.Of(monthly)[row]
		}
	}
	return part(opened, load), part(heldMt, heldMt+carried)
}

// kilometres is the length of each route of the corridor, by market and route.
func kilometres(routes, network *tables.Table) map[[2]string]float64 {
	length := map[string]float64{}
	for row, name := range tables.Network.Segment.Of(network) {
		length[name] = tables.Network.DistanceKm.Of(network)[row]
	}
	km := map[[2]string]float64{}
	for row, path := range tables.Routes.Segments.Of(routes) {
		if path == "" {
			continue
		}
		sum := 0.0
		for segment := range strings.SplitSeq(path, ">") {
			sum += length[segment]
		}
		km[[2]string{tables.Routes.Market.Of(routes)[row], tables.Routes.Route.Of(routes)[row]}] = sum
	}
	return km
}

// mtKm is what is carried, Mt, times how far it goes on the corridor, km.
func mtKm(flows *tables.Table, km map[[2]string]float64, is func(month string) bool) float64 {
	sum := 0.0
	for row, month := range tables.Flows.Month.Of(flows) {
		if is(month) {
			sum += float64(tables.Flows.CarriedMt.Of(flows)[row] * km[[2]string{tables.Flows.Market.Of(flows)[row], tables.Flows.Route.Of(flows)[row]}])
		}
	}
	return sum
}
