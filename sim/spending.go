package sim

import (
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/tables"
)

// spending writes what each project costs by year, whether it serves, and whose traffic
// passes the segments that it changes.
func (r Run) spending(m *model.Model, of *loads) *tables.Table {
	out := tables.New(tables.Spending)
	c := m.Corridor()
	first, years := c.Years()
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
				y.own += of.at(month, s)
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

// loads are what the corridor takes of the capacity of the segments that projects change, Mt
// by month.
type loads struct {
	segments []int // nil for none
	mt       []float64
}

// loadsOf gathers the loads of a corridor that a table of spending asks for.
func loadsOf(c *model.Corridor) (l loads) {
	for i := range c.Projects {
		if p := &c.Projects[i]; !p.Disabled {
			l.segments = append(l.segments, changedBy(p)...)
		}
	}
	slices.Sort(l.segments)
	l.segments = slices.Compact(l.segments)
	return l
}

func (l *loads) add(out *model.Outcome) {
	for _, s := range l.segments {
		l.mt = append(l.mt, out.LoadMt[s])
	}
}

// at returns the load of a segment in a month, counted from 0.
func (l *loads) at(month, segment int) float64 {
	i, _ := slices.BinarySearch(l.segments, segment)
	return l.mt[month*len(l.segments)+i]
}
