package model

import "slices"

// Clone returns a corridor that shares no number with c, to be changed in place.
func (c *Corridor) Clone() Corridor {
	out := *c
	out.Classes = slices.Clone(c.Classes)
	out.Segments = slices.Clone(c.Segments)
	for i := range out.Segments {
		s := &out.Segments[i]
		s.Supply.Fixed.MtPerYear = slices.Clone(s.Supply.Fixed.MtPerYear)
		s.OtherTraffic.Values = slices.Clone(s.OtherTraffic.Values)
		s.CostFrom, s.DaysFrom = slices.Clone(s.CostFrom), slices.Clone(s.DaysFrom)
	}
	out.Rivals = slices.Clone(c.Rivals)
	for i := range out.Rivals {
		r := &out.Rivals[i]
		for _, s := range []*Series{&r.CostUSDPerT, &r.Days, &r.ReliabilityUSDPerT} {
			s.Values, s.Steps = slices.Clone(s.Values), slices.Clone(s.Steps)
		}
	}
	out.Markets = slices.Clone(c.Markets)
	for i := range out.Markets {
		m := &out.Markets[i]
		m.Growth.MtPerYear = slices.Clone(m.Growth.MtPerYear)
		m.Growth.Rates = slices.Clone(m.Growth.Rates)
		m.Schedule = slices.Clone(m.Schedule)
		m.Routes, m.Nests = slices.Clone(m.Routes), slices.Clone(m.Nests)
		for j := range m.Routes {
			r := &m.Routes[j]
			r.CostFrom, r.DaysFrom = slices.Clone(r.CostFrom), slices.Clone(r.DaysFrom)
		}
	}
	out.Projects = slices.Clone(c.Projects)
	for i := range out.Projects {
		out.Projects[i].Changes = slices.Clone(out.Projects[i].Changes)
	}
	out.Shocks = slices.Clone(c.Shocks)
	out.Hazards = slices.Clone(c.Hazards)
	out.Pools = slices.Clone(c.Pools)
	for i := range out.Pools {
		out.Pools[i].Services = slices.Clone(c.Pools[i].Services)
		for j := range out.Pools[i].Services {
			v := &out.Pools[i].Services[j]
			for _, s := range []*Series{&v.RateUSDPerT, &v.CapacityMt, &v.DemandMt} {
				s.Values = slices.Clone(s.Values)
			}
		}
	}
	out.Economics.CO2eUSDPerT.Values = slices.Clone(c.Economics.CO2eUSDPerT.Values)
	out.Economics.LostCargo = slices.Clone(c.Economics.LostCargo)
	out.Water.Given.Values = slices.Clone(c.Water.Given.Values)
	return out
}
