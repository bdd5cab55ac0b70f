package model

import (
	"fmt"
	"math"
	"slices"

	"corridor/model/calendar"
)

// check reports what New cannot lay out, and numbers no corridor can have.
func (c *Corridor) check() error {
	if c.Months <= 0 {
		return fmt.Errorf("a corridor needs at least one month, got %d", c.Months)
	}
	for i := range c.Segments {
		if err := c.Segments[i].check(); err != nil {
			return err
		}
	}
	for i := range c.Rivals {
		if err := c.Rivals[i].check(); err != nil {
			return err
		}
	}
	for i := range c.Markets {
		if err := c.Markets[i].check(c.Segments, c.Rivals); err != nil {
			return err
		}
	}
	if err := c.checkDirections(); err != nil {
		return err
	}
	for i := range c.Projects {
		if err := c.Projects[i].check(len(c.Segments), len(c.Projects)); err != nil {
			return err
		}
	}
	if i := RequireCycle(c.Projects); i >= 0 {
		return fmt.Errorf("project %s requires itself through others", c.Projects[i].Name)
	}
	if err := c.checkHazards(); err != nil {
		return err
	}
	if err := c.checkPools(); err != nil {
		return err
	}
	if err := first(c.Economics.check(), c.Discounting.check()); err != nil {
		return err
	}
	for i := range c.Shocks {
		s := &c.Shocks[i]
		if s.Segment >= len(c.Segments) || s.Market >= len(c.Markets) || s.onRival() && (s.Rival < 0 || s.Rival >= len(c.Rivals)) {
			return fmt.Errorf("shock %d disturbs an unknown segment, market or rival", i)
		}
		if err := finite(fmt.Sprintf("shock %d", i), 0, s.Factor); err != nil {
			return err
		}
	}
	return nil
}

func (c *Corridor) checkPools() error {
	pooled := make([]bool, len(c.Segments))
	for i := range c.Pools {
		p := &c.Pools[i]
		name := "pool " + p.Name
		for j := range p.Services {
			if err := p.Services[j].check(name, c, pooled); err != nil {
				return err
			}
		}
		if err := first(shares(name, p.Speed), finite(name, 0, p.Sensitivity)); err != nil {
			return err
		}
	}
	return nil
}

func (v *Service) check(pool string, c *Corridor, pooled []bool) error {
	name := pool + ", service " + v.Name
	if !(v.VoyageDays > 0) || math.IsInf(v.VoyageDays, 1) {
		return fmt.Errorf("%s: a voyage of %v days", name, v.VoyageDays)
	}
	capacity := v.CapacityMt.At(c.baseYear())
	if v.Segment >= 0 {
		if v.Segment >= len(c.Segments) || pooled[v.Segment] {
			return fmt.Errorf("%s is an unknown segment, or one that ships of a pool serve already", name)
		}
		pooled[v.Segment] = true
		s := &c.Segments[v.Segment]
		q := s.base(c.BaseMonth(), c.Water.FallM(c.baseYear()))
		capacity = float64(q.capacity() * s.meanOpen())
		if s.Supply.Rail.TrainsPerDay > 0 {
			return fmt.Errorf("%s is a railway", name)
		}
	}
	if !(capacity > 0) {
		return fmt.Errorf("%s has no capacity in the base year, by which its ships are counted", name)
	}
	return first(v.RateUSDPerT.check(name), v.CapacityMt.check(name), v.DemandMt.check(name))
}

func (s *Segment) check() error {
	name := "segment " + s.Name
	fixed, rail, fleet := &s.Supply.Fixed, &s.Supply.Rail, &s.Supply.Fleet
	if len(fixed.Years) != len(fixed.MtPerYear) {
		return fmt.Errorf("%s: %d years with %d capacities", name, len(fixed.Years), len(fixed.MtPerYear))
	}
	if fleet.Vessels > 0 && !(fleet.CycleDays() > 0) {
		return fmt.Errorf("%s: vessels with a round trip of %v days", name, fleet.CycleDays())
	}
	if math.IsNaN(s.StorageMt) || s.StorageMt < 0 {
		return fmt.Errorf("%s: storage of %v Mt", name, s.StorageMt)
	}
	if s.IncludesWeather && s.Availability == [calendar.MonthsPerYear]float64{} {
		return fmt.Errorf("%s: a capacity that includes the weather, open in no month", name)
	}
	return first(
		finite(name, 0, fixed.MtPerYear...),
		finite(name, 0, rail.TrainsPerDay, rail.NetTonnes),
		finite(name, 0, fleet.Vessels, fleet.PayloadT, fleet.LoadFactor, fleet.SailingDays, fleet.PortDays),
		finite(name, 0, s.CatchUp, s.Effectiveness, s.FreeFlowDays, s.CostUSDPerT, s.DistanceKm, s.EmissionsG),
		finite(name, 0, s.Congestion.Alpha, s.Congestion.Beta),
		s.OtherTraffic.check(name),
		shares(name, s.DraftLossPerM),
		finite(name, 0, s.DraftFullM),
		shares(name, s.Availability[:]...),
	)
}

func (r *Rival) check() error {
	name := "rival " + r.Name
	return first(r.CostUSDPerT.check(name), r.Days.check(name), r.ReliabilityUSDPerT.check(name), finite(name, 0, r.EmissionsKgPerT))
}

func (s *Series) check(name string) error {
	if len(s.Years) != len(s.Values) {
		return fmt.Errorf("%s: %d years with %d values", name, len(s.Years), len(s.Values))
	}
	for i := range s.Steps {
		if err := finite(name, 0, s.Steps[i].Value); err != nil {
			return err
		}
	}
	return finite(name, 0, s.Values...)
}

func (m *Market) check(segments []Segment, rivals []Rival) error {
	name := "market " + m.Name
	if len(m.Routes) == 0 {
		return fmt.Errorf("%s has no route", name)
	}
	if len(m.Schedule) == 0 && len(m.Growth.Years) == 0 || len(m.Growth.Years) != len(m.Growth.MtPerYear) {
		return fmt.Errorf("%s: growth needs at least one year with a value", name)
	}
	if err := first(
		m.Schedule.check(name),
		finite(name, 0, m.Growth.MtPerYear...),
		finite(name, 0, m.Growth.Fade, m.Growth.CeilingMt, m.Sensitivity, m.ValueOfTimeUSD, m.PathSize),
		finite(name, math.Inf(-1), m.BaseShiftUSDPerT),
		finite(name, 0, m.Season[:]...),
		shares(name, m.Inertia, m.PerceptionLag, m.GiveUp),
	); err != nil {
		return err
	}
	total, later, outlets := 0.0, 0, 0
	for j := range m.Routes {
		if err := m.Routes[j].check(segments, rivals); err != nil {
			return err
		}
		if m.Routes[j].Outlet {
			outlets++
		}
		if m.Routes[j].Later {
			later++
		} else {
			total += m.Routes[j].Share
		}
	}
	if outlets > 1 {
		return fmt.Errorf("%s has %d outlets, expected at most one", name, outlets)
	}
	if later+outlets < len(m.Routes) && math.Abs(total-1) > 1e-9 {
		return fmt.Errorf("%s: the shares of its routes add to %v, expected 1", name, total)
	}
	return first(m.checkNests(name), m.checkBeside(name))
}

func (m *Market) checkNests(name string) error {
	nested := make([]bool, len(m.Routes))
	for i := range m.Nests {
		nest := &m.Nests[i]
		if !(nest.Dissimilarity > 0 && nest.Dissimilarity <= 1) {
			return fmt.Errorf("%s: nest %s has a dissimilarity of %v, expected one above 0 and at most 1", name, nest.Name, nest.Dissimilarity)
		}
		for _, r := range nest.Routes {
			if r < 0 || r >= len(m.Routes) || nested[r] {
				return fmt.Errorf("%s: nest %s has route %d, which there is not or which is in a nest already", name, nest.Name, r)
			}
			nested[r] = true
		}
	}
	return nil
}

// checkBeside: what a route draws beside another has to be told from what that one does.
func (m *Market) checkBeside(name string) error {
	for i := range m.Routes {
		r := &m.Routes[i]
		if m.PathSize > 0 && r.Later && (r.Beside < 0 || r.Beside >= len(m.Routes) || m.Routes[r.Beside].Later) {
			return fmt.Errorf("%s: route %s draws beside one that was not there either", name, r.Name)
		}
	}
	return nil
}

func (s Schedule) check(name string) error {
	for i := range s {
		a := &s[i]
		if a.To < a.From || a.RampMonths < 0 {
			return fmt.Errorf("%s: agreement %s is from %v to %v with a ramp of %d months", name, a.Name, a.From, a.To, a.RampMonths)
		}
		if i > 0 && a.From <= s[i-1].To {
			return fmt.Errorf("%s: agreement %s begins before %s ends", name, a.Name, s[i-1].Name)
		}
		if err := finite(name, 0, a.MtPerYear, a.Fulfilment); err != nil {
			return err
		}
	}
	return nil
}

func (r *Route) check(segments []Segment, rivals []Rival) error {
	name := "route " + r.Name
	if len(r.Segments) != len(r.Weights) {
		return fmt.Errorf("%s: %d segments with %d weights", name, len(r.Segments), len(r.Weights))
	}
	if r.Rival && len(rivals) > 0 && (r.Via < 0 || r.Via >= len(rivals)) {
		return fmt.Errorf("%s goes by an unknown rival", name)
	}
	if len(r.Segments) == 0 && !r.Rival {
		return fmt.Errorf("%s passes no segment of the corridor and is not a rival", name)
	}
	if r.Outlet && (!r.Rival || len(r.Segments) > 0 || r.Share != 0 || r.Later) {
		return fmt.Errorf("%s is an outlet, expected a rival through no segment and without a share", name)
	}
	for i, s := range r.Segments {
		if s < 0 || s >= len(segments) || !(r.Weights[i] > 0) {
			return fmt.Errorf("%s: segment %d with weight %v", name, s, r.Weights[i])
		}
		if slices.Index(r.Segments, s) < i {
			return fmt.Errorf("%s passes segment %s twice", name, segments[s].Name)
		}
	}
	return first(
		finite(name, 0, r.Weights...),
		finite(name, math.Inf(-1), r.CostUSDPerT, r.Days, r.ReliabilityUSDPerT),
		r.checkShare(name),
	)
}

// checkShare: what a route still to be built would draw has no bound.
func (r *Route) checkShare(name string) error {
	if r.Later {
		return finite(name, 0, r.Share)
	}
	return shares(name, r.Share)
}

func (p *Project) check(segments, projects int) error {
	name := "project " + p.Name
	for _, r := range p.Requires {
		if r < 0 || r >= projects {
			return fmt.Errorf("%s requires an unknown project", name)
		}
	}
	for _, ch := range p.Changes {
		if ch.Segment < 0 || ch.Segment >= segments || ch.Quantity < 0 || ch.Quantity >= quantities {
			return fmt.Errorf("%s changes an unknown segment or quantity", name)
		}
		if err := finite(name, math.Inf(-1), ch.Add, ch.Scale, ch.Part); err != nil {
			return err
		}
	}
	if p.Kind < 0 || p.Kind > ProjectKinds {
		return fmt.Errorf("%s is of kind %d", name, p.Kind)
	}
	return first(finite(name, 0, p.CostMUSD, p.DelayFactor, p.EffectiveShare, p.ServiceLifeYears), shares(name, p.OthersShare))
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func finite(what string, least float64, values ...float64) error {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) || v < least {
			return fmt.Errorf("%s has the value %v, expected a finite number of at least %v", what, v, least)
		}
	}
	return nil
}

func shares(what string, values ...float64) error {
	for _, v := range values {
		if !(v >= 0 && v <= 1) {
			return fmt.Errorf("%s has the value %v, expected a share from 0 to 1", what, v)
		}
	}
	return nil
}
