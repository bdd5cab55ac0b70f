package sim

import (
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/tables"
)

// spending writes what each project costs by year, whether it serves, and whose traffic
// passes the segments that it changes. loadMt is what the corridor takes of their
// capacity, by month, then segment.
func (r Run) spending(m *model.Model, loadMt []float64) *tables.Table {
	out := tables.New(tables.Spending)
	c := m.Corridor()
	first, years := c.Years()
	segments := len(c.Segments)
	for i := range c.Projects {
		p := &c.Projects[i]
		if p.Disabled {
			continue
		}
		rows := make([]yearOfProject, years)
		building, running := m.PaymentsMUSD(i)
		changed := changedBy(p)
		for month := range c.Months {
			at := c.Start + calendar.Month(month)
			y := &rows[at.Year()-first]
			y.building += building[month]
			y.running += running[month]
			y.serves = m.InService(i) <= at
			for _, s := range changed {
				y.own += loadMt[month*segments+s]
				y.others += c.Segments[s].OtherTraffic.At(at.Year()) / calendar.MonthsPerYear
			}
		}
		for n, y := range rows {
			own, others := any(y.own), any(y.others)
			if len(changed) == 0 {
				own, others = nil, nil
			}
			out.Append(r.Name, p.Name, r.Labels.Project(p.Name), first+n, y.building, y.running, y.serves, own, others)
		}
	}
	return out
}

// yearOfProject is what is paid for a project in a year, USD million, whether it serves at
// the end, and what passes the segments that it changes, Mt.
type yearOfProject struct {
	building, running float64
	serves            bool
	own, others       float64
}

// changedBy lists the segments that a project changes, each once.
func changedBy(p *model.Project) (list []int) {
	for i := range p.Changes {
		if s := p.Changes[i].Segment; !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}
