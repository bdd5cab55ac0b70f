package model

import (
	"fmt"
	"math"
)

// Model is a checked corridor, laid out for stepping. It is not changed by a
// step, so that many goroutines can share one, each with its own State.
type Model struct {
	Corridor
	flows   []flow
	legs    []leg     // the segments of all flows, flow by flow
	users   [][]int   // by segment: the flows that pass it
	service []Month   // by project: first month with an effect
	annual  []float64 // potential in Mt per year, market by market, year by year
	years   int
}

// flow is one market on one route.
type flow struct {
	market, route      int
	first, end         int // its legs
	rival              bool
	via                int     // of a rival, its terms
	utility            float64 // ln(base share) + θ × base cost, the constant of the choice
	fixedCost, ownDays float64 // of the route besides its segments
	penalty            float64
}

// leg is a flow's use of one segment.
type leg struct {
	segment int
	weight  float64 // capacity used per tonne
}

// FlowName names a flow in results.
type FlowName struct {
	Market, Cargo, Route string
	Rival                bool
}

// New checks a corridor and lays it out. An error names the first thing that is
// not a corridor; scenario files are checked before, with better messages.
func New(c Corridor) (*Model, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	m := &Model{Corridor: c, service: inService(c.Projects)}
	for i := range c.Markets {
		for j := range c.Markets[i].Routes {
			m.addFlow(i, j)
		}
	}
	m.users = make([][]int, len(c.Segments))
	for f := range m.flows {
		for _, l := range m.legsOf(&m.flows[f]) {
			m.users[l.segment] = append(m.users[l.segment], f)
		}
	}
	first := c.Start.Year()
	m.years = (c.Start + Month(c.Months) - 1).Year() - first + 1
	for i := range c.Markets {
		m.annual = append(m.annual, c.Markets[i].Growth.Path(first, m.years)...)
	}
	m.solveConstants()
	return m, nil
}

func (m *Model) addFlow(market, route int) {
	r := &m.Markets[market].Routes[route]
	f := flow{
		market: market, route: route, first: len(m.legs), rival: r.Rival, via: r.Via,
		fixedCost: r.CostUSDPerT, ownDays: r.Days, penalty: r.ReliabilityUSDPerT,
	}
	for i, s := range r.Segments {
		m.legs = append(m.legs, leg{s, r.Weights[i]})
	}
	f.end = len(m.legs)
	m.flows = append(m.flows, f)
}

// Flows names the flows in the order results list them: market by market, route
// by route.
func (m *Model) Flows() []FlowName {
	names := make([]FlowName, len(m.flows))
	for i, f := range m.flows {
		market := &m.Markets[f.market]
		names[i] = FlowName{market.Name, market.Cargo, market.Routes[f.route].Name, f.rival}
	}
	return names
}

// InService returns the first month in which project i has an effect, Never when
// it has none.
func (m *Model) InService(i int) Month { return m.service[i] }

func (m *Model) legsOf(f *flow) []leg { return m.legs[f.first:f.end] }

// check reports what New cannot lay out, and numbers no corridor can have.
func (c *Corridor) check() error {
	if c.Months <= 0 {
		return fmt.Errorf("a corridor needs at least one month, got %d", c.Months)
	}
	for i := range c.Segments {
		s := &c.Segments[i]
		if err := finite("segment "+s.Name, 0, s.Effectiveness, s.FreeFlowDays, s.CostUSDPerT, s.DistanceKm, s.EmissionsG); err != nil {
			return err
		}
		if math.IsNaN(s.StorageMt) || s.StorageMt < 0 {
			return fmt.Errorf("segment %s: storage of %v Mt", s.Name, s.StorageMt)
		}
	}
	for i := range c.Rivals {
		r := &c.Rivals[i]
		for _, s := range []Series{r.CostUSDPerT, r.Days, r.ReliabilityUSDPerT} {
			if err := finite("rival "+r.Name, 0, s.Values...); err != nil {
				return err
			}
		}
	}
	for i := range c.Markets {
		if err := c.checkMarket(&c.Markets[i]); err != nil {
			return err
		}
	}
	return c.checkProjects()
}

func (c *Corridor) checkMarket(m *Market) error {
	if len(m.Routes) == 0 {
		return fmt.Errorf("market %s has no route", m.Name)
	}
	if len(m.Growth.Years) == 0 || len(m.Growth.Years) != len(m.Growth.MtPerYear) {
		return fmt.Errorf("market %s: growth needs at least one year with a value", m.Name)
	}
	if err := finite("market "+m.Name, 0, append(m.Growth.MtPerYear, m.Sensitivity, m.ValueOfTimeUSD, m.Inertia, m.PerceptionLag, m.GiveUp)...); err != nil {
		return err
	}
	for j := range m.Routes {
		r := &m.Routes[j]
		if len(r.Segments) != len(r.Weights) {
			return fmt.Errorf("route %s: %d segments with %d weights", r.Name, len(r.Segments), len(r.Weights))
		}
		if r.Rival && len(c.Rivals) > 0 && (r.Via < 0 || r.Via >= len(c.Rivals)) {
			return fmt.Errorf("route %s goes by an unknown rival", r.Name)
		}
		if len(r.Segments) == 0 && !r.Rival {
			return fmt.Errorf("route %s passes no segment of the corridor and is not a rival", r.Name)
		}
		for i, s := range r.Segments {
			if s < 0 || s >= len(c.Segments) || !(r.Weights[i] > 0) {
				return fmt.Errorf("route %s: segment %d with weight %v", r.Name, s, r.Weights[i])
			}
		}
	}
	return nil
}

func (c *Corridor) checkProjects() error {
	for i := range c.Projects {
		p := &c.Projects[i]
		if err := finite("project "+p.Name, 0, p.CostMUSD, p.DelayFactor, p.EffectiveShare); err != nil {
			return err
		}
		for _, ch := range p.Changes {
			if ch.Segment < 0 || ch.Segment >= len(c.Segments) || ch.Quantity < 0 || ch.Quantity >= quantities {
				return fmt.Errorf("project %s changes an unknown segment or quantity", p.Name)
			}
		}
	}
	if i := RequireCycle(c.Projects); i >= 0 {
		return fmt.Errorf("project %s requires itself through others", c.Projects[i].Name)
	}
	return nil
}

// RequireCycle returns a project that requires itself, directly or through
// others, or −1.
func RequireCycle(projects []Project) int {
	const walking, done = 1, 2
	mark := make([]int, len(projects))
	var walk func(i int) bool
	walk = func(i int) bool {
		if mark[i] != 0 {
			return mark[i] == walking
		}
		mark[i] = walking
		for _, r := range projects[i].Requires {
			if walk(r) {
				return true
			}
		}
		mark[i] = done
		return false
	}
	for i := range projects {
		if walk(i) {
			return i
		}
	}
	return -1
}

func finite(what string, least float64, values ...float64) error {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) || v < least {
			return fmt.Errorf("%s has the value %v, expected a finite number of at least %v", what, v, least)
		}
	}
	return nil
}
