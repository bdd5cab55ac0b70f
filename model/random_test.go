package model

import (
	"math"

	"pgregory.net/rapid"

	"corridor/model/calendar"
)

// randomCorridor draws three years of a corridor that uses every part of the
// model: all kinds of supply, agreements and outlets, routes still to be built, rivals with and without a
// capacity, storms, shocks, falling water, other traffic, projects of every shape.
func randomCorridor(t *rapid.T) Corridor {
	d := draw{t}
	c := Corridor{Start: calendar.NewMonth(2024, 1) + calendar.Month(d.upTo(11)), Months: 36}
	for range 1 + d.upTo(5) {
		c.Segments = append(c.Segments, d.segment())
	}
	for _, name := range []string{"boxes", "wagons"}[:d.upTo(2)] {
		c.Classes = append(c.Classes, Class{name, d.share(), d.share()})
	}
	for range d.upTo(2) {
		c.Rivals = append(c.Rivals, Rival{
			Name: "rival", CostUSDPerT: Series{Years: []int{2024, 2026}, Values: []float64{d.amount(80), d.amount(80)}}, Days: Constant(d.amount(40)), EmissionsKgPerT: d.amount(300),
		})
	}
	for range 1 + d.upTo(3) {
		c.Markets = append(c.Markets, d.market(len(c.Segments), len(c.Rivals)))
	}
	for i := range d.upTo(4) {
		c.Projects = append(c.Projects, d.project(i, len(c.Segments)))
	}
	for range d.upTo(3) {
		from := c.Start + calendar.Month(d.upTo(35))
		shock := Shock{From: from, To: from + calendar.Month(d.upTo(8)), Segment: -1, Market: -1, Factor: d.amount(1.5)}
		switch kind := d.upTo(2); {
		case kind == 0:
			shock.Segment = d.upTo(len(c.Segments) - 1)
		case kind == 1 && len(c.Rivals) > 0:
			shock.AddUSDPerT, shock.AddDays = d.amount(50), d.amount(20)
		default:
			shock.Market = d.upTo(len(c.Markets) - 1)
		}
		c.Shocks = append(c.Shocks, shock)
	}
	c.Water = WaterLevel{Given: Constant(-d.amount(1)), MPerYear: -d.amount(0.3)}
	d.hazards(&c)
	d.pools(&c)
	c.Economics = Economics{Given: d.upTo(3) > 0, LostCargoUSDPerT: d.amount(900), LostCargo: []LostCargo{{"ore", d.amount(90)}}}
	return c
}

// draw is a source of amounts; a fifth of them is zero.
type draw struct{ *rapid.T }

func (d draw) upTo(n int) int { return rapid.IntRange(0, n).Draw(d.T, "n") }

func (d draw) amount(most float64) float64 {
	if d.upTo(4) == 0 {
		return 0
	}
	return rapid.Float64Range(most/100, most).Draw(d.T, "amount")
}

func (d draw) share() float64 {
	return rapid.OneOf(rapid.Just(0.0), rapid.Just(1.0), rapid.Float64Range(1e-3, 1)).Draw(d.T, "share")
}

func (d draw) segment() Segment {
	s := fixed("segment", d.amount(12))
	switch d.upTo(3) {
	case 0:
		s.Supply = Supply{Rail: Rail{TrainsPerDay: d.amount(20), NetTonnes: 2000}}
	case 1:
		s.Supply = Supply{Fleet: Fleet{Vessels: d.amount(9), PayloadT: 5000, LoadFactor: d.share(), SailingDays: 1, PortDays: 0.5 + d.amount(2)}}
	case 2:
		s.Supply.Fixed = Fixed{Years: []int{2024, 2025}, MtPerYear: []float64{d.amount(12), d.amount(12)}}
	}
	for month := range s.Availability {
		s.Availability[month] = d.share()
	}
	s.BothWays = d.upTo(2) == 0
	s.CatchUp, s.IncludesWeather = d.amount(1), d.upTo(2) == 0 && s.Availability != always(0)
	s.Effectiveness, s.FreeFlowDays, s.CostUSDPerT = d.amount(1), d.amount(6), d.amount(20)
	s.CostFrom, s.DaysFrom = d.dated(20), d.dated(6)
	s.DistanceKm, s.EmissionsG = d.amount(900), d.amount(30)
	s.Congestion = Congestion{Alpha: d.amount(1), Beta: d.amount(6)}
	s.OtherTraffic, s.DraftLossPerM = Constant(d.amount(2)), d.share()/3
	s.DraftFullM = d.amount(1)
	if d.upTo(2) > 0 {
		s.StorageMt = d.amount(0.5)
	}
	return s
}

// dated are amounts from later months on.
func (d draw) dated(most float64) (later []Dated) {
	from := calendar.NewMonth(2022, 6)
	for range d.upTo(2) {
		from += 1 + calendar.Month(d.upTo(20))
		later = append(later, Dated{from, d.amount(most)})
	}
	return later
}

func (d draw) market(segments, rivals int) Market {
	m := market("market", 0)
	m.Cargo, m.Eastbound = rapid.SampledFrom([]string{"ore", "boxes", "wagons"}).Draw(d.T, "cargo"), d.upTo(2) == 0
	m.Growth = Growth{
		Years: []int{2023, 2025}, MtPerYear: []float64{d.amount(9), d.amount(9)},
		Rates: []Rate{{2024, 0.1 - d.amount(0.2)}, {2026, d.amount(0.3)}}, Fade: d.share(), CeilingMt: d.amount(20),
	}
	for month := range m.Season {
		m.Season[month] = d.amount(2)
	}
	if d.upTo(2) == 0 {
		m.Growth, m.Schedule = Growth{}, d.schedule()
	}
	m.Sensitivity, m.ValueOfTimeUSD = d.amount(0.2), d.amount(12)
	m.Inertia, m.PerceptionLag, m.GiveUp = d.share(), d.share(), d.share()

	routes := 1 + d.upTo(3)
	for i := range routes {
		all := make([]int, segments)
		for s := range all {
			all[s] = s
		}
		path := rapid.Permutation(all).Draw(d.T, "path")[:1+d.upTo(segments-1)]
		r := route("route", 1/float64(routes), path...)
		for w := range r.Weights {
			r.Weights[w] = 0.2 + d.amount(2.8)
		}
		r.CostUSDPerT, r.Days, r.ReliabilityUSDPerT = d.amount(30), d.amount(9), d.amount(5)
		r.CostFrom, r.DaysFrom = d.dated(30), d.dated(9)
		if i > 0 && d.upTo(2) == 0 {
			r.Rival, r.Via = true, d.upTo(max(0, rivals-1))
			if d.upTo(2) > 0 {
				r.Segments, r.Weights = nil, nil
			}
		}
		m.Routes = append(m.Routes, r)
	}
	if d.upTo(3) == 0 { // one more, to come
		later := route("later", d.amount(1), d.upTo(segments-1))
		later.Later = true // beside the first
		m.Routes = append(m.Routes, later)
	}
	if len(m.Schedule) > 0 || d.upTo(3) == 0 {
		outlet := rival("outlet", 0)
		outlet.Outlet, outlet.Via = true, d.upTo(max(0, rivals-1))
		m.Routes = append(m.Routes, outlet)
	}
	if d.upTo(2) == 0 {
		m.Nests = []Nest{{Name: "nest", Dissimilarity: 1 - 0.9*d.share(), Routes: []int{d.upTo(len(m.Routes) - 1)}}}
		if m.Nests[0].Routes[0] > 0 {
			m.Nests[0].Routes = append(m.Nests[0].Routes, 0)
		}
	}
	m.PathSize = d.amount(1)
	m.Priority = d.upTo(2) * d.upTo(1)
	return m
}

// pools are of what they can be of: segments that are not railways and have capacity in the
// base year.
func (d draw) pools(c *Corridor) {
	var services []Service
	for i := range c.Segments {
		s := &c.Segments[i]
		q := s.base(c.BaseMonth(), c.Water.FallM(c.baseYear()))
		if s.Supply.Rail.TrainsPerDay > 0 || float64(q.capacity()*s.meanOpen()) <= 0 || d.upTo(2) > 0 {
			continue
		}
		v := Service{Name: "line", Segment: i, VoyageDays: 1 + d.amount(9)}
		if d.upTo(1) == 0 {
			v.RateUSDPerT = Series{Years: []int{2024, 2026}, Values: []float64{d.amount(40), d.amount(40)}}
		}
		services = append(services, v)
	}
	if d.upTo(1) == 0 {
		services = append(services, Service{
			Name: "trade", Segment: -1, VoyageDays: 1 + d.amount(9), RateUSDPerT: Constant(d.amount(40)),
			CapacityMt: Series{Years: []int{2024, 2026}, Values: []float64{1 + d.amount(5), d.amount(5)}}, DemandMt: Series{Years: []int{2024, 2026}, Values: []float64{d.amount(5), d.amount(5)}},
		})
	}
	if len(services) > 0 {
		c.Pools = []Pool{{Name: "ships", Speed: d.share(), Sensitivity: d.amount(8), Services: services}}
	}
}

// schedule is agreements of some months each, with gaps or without.
func (d draw) schedule() (s Schedule) {
	from := calendar.NewMonth(2023, 6)
	for range 1 + d.upTo(3) {
		from += calendar.Month(d.upTo(9))
		to := from + calendar.Month(d.upTo(18))
		s = append(s, Agreement{From: from, To: to, MtPerYear: d.amount(9), Fulfilment: float64(d.upTo(1)) * d.amount(1.5), RampMonths: d.upTo(1) * d.upTo(12)})
		from = to + 1
	}
	return s
}

func (d draw) project(i, segments int) Project {
	p := Project{
		Name: "project", CostMUSD: d.amount(500), AnnualMUSD: d.amount(9), Start: calendar.NewMonth(2023, 6) + calendar.Month(d.upTo(30)),
		DurationMonths: d.upTo(18), DelayFactor: 0.5 + d.amount(2), DelayMonths: d.upTo(6),
		RampMonths: d.upTo(9), Adoption: d.upTo(1) == 0, EffectiveShare: d.amount(2), LifeMonths: d.upTo(1) * 24,
		Disabled: d.upTo(5) == 0, OthersShare: d.share(),
	}
	if i > 0 && d.upTo(1) == 0 {
		p.Requires = []int{d.upTo(i - 1)}
	}
	for range 1 + d.upTo(2) {
		p.Changes = append(p.Changes, rapid.SampledFrom([]Change{
			{Quantity: Capacity, Add: 3}, {Quantity: Capacity, Scale: 1.5}, {Quantity: TrainsPerDay, Add: 4}, {Quantity: LoadFactor, Add: 0.2},
			{Quantity: Availability, Scale: 1.3}, {Quantity: Closure, Scale: 0.5}, {Quantity: DepthM, Add: 1},
			{Quantity: FreeFlowDays, Scale: 0.3}, {Quantity: CostUSDPerT, Scale: 1.4}, {Quantity: OtherTraffic, Add: 1},
			{Quantity: StorageMt, Add: 0.1}, {Quantity: StorageMt, Add: -0.3}, {Quantity: PortDays, Scale: 0.2}, {Quantity: SailingDays, Scale: 0.2},
		}).Draw(d.T, "change"))
		p.Changes[len(p.Changes)-1].Segment = d.upTo(segments - 1)
	}
	return p
}

// near is the part of a value that rounding may take.
func near(value, part float64) float64 { return math.Abs(value) * part }
