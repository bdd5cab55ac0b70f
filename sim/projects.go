package sim

import (
	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/tables"
)

// projects writes when each project serves and what it adds. A project that is
// not built is left out.
func (r Run) projects(m *model.Model) *tables.Table {
	out := tables.New(tables.Projects)
	c := m.Corridor()
	end := c.Start + calendar.Month(c.Months) - 1
	for i := range c.Projects {
		p := &c.Projects[i]
		if p.Disabled {
			continue
		}
		service := m.InService(i)
		var inService, full any
		if service <= end {
			inService = service.String()
			if ramped := service + calendar.Month(max(0, p.RampMonths-1)); ramped <= end {
				full = ramped.String()
			}
		}
		paid := m.OutlayMUSD(i)
		out.Append(r.Name, p.Name, r.Labels.Project(p.Name), p.Start.String(), inService, full, p.CostMUSD, added(m.AddedCapacityMt(i)),
			paid.Before, paid.Within, paid.After, paid.Running)
	}
	return out
}

// added leaves the cell of a project that adds no capacity empty.
func added(mt float64) any {
	if mt == 0 {
		return nil
	}
	return mt
}
