package parts

import (
	"slices"

	"corridor/model"
	"corridor/model/calendar"
)

// Tally adds up the months of a future, by part and year.
type Tally struct {
	model        *model.Model
	words        *Words
	first, years int
	flows        []model.FlowName
	eastbound    []bool // by flow
	dimensions   []*dimension
	load, room   []float64 // of each segment by year, Mt: utilisation is of the sums
}

// dimension is what is gathered of one.
type dimension struct {
	Dimension
	parts  []Part
	index  map[string]int
	values []float64 // by part, then metric, then year

	passes [][]int                        // by flow: the parts it passes, each once
	waits  func(flow, segment int) string // name of the part in which cargo waits, that a segment holds back
}

// New returns the tally of no months of a corridor.
func New(m *model.Model, w *Words) *Tally {
	c := m.Corridor()
	t := &Tally{model: m, words: w, flows: m.Flows()}
	t.eachRoute(func(_ int, market *model.Market, _ *model.Route) { t.eastbound = append(t.eastbound, market.Eastbound) })
	t.first, t.years = c.Years()
	t.load, t.room = make([]float64, len(c.Segments)*t.years), make([]float64, len(c.Segments)*t.years)
	for _, of := range Dimensions() {
		list := List(of, c, w)
		if len(list) == 0 {
			continue
		}
		d := &dimension{Dimension: of, index: map[string]int{}}
		for _, part := range append(list, nowhere) {
			d.index[part.Name] = len(d.parts)
			d.parts = append(d.parts, part)
		}
		d.values = make([]float64, len(d.parts)*metricCount*t.years)
		t.lay(d)
		t.dimensions = append(t.dimensions, d)
	}
	t.pay()
	return t
}

// lay finds which parts each flow passes, and in which its cargo waits.
func (t *Tally) lay(d *dimension) {
	c := t.model.Corridor()
	d.passes = make([][]int, len(t.flows))
	switch d.Name {
	case segments.Name:
		t.layWays(d, func(segment int) []string { return []string{c.Segments[segment].Name} })
		d.waits = func(_, segment int) string { return c.Segments[segment].Name }
	case places.Name:
		t.layWays(d, func(segment int) []string { return t.words.nodesOf(c, segment) })
		d.waits = t.placeBefore
	case countries.Name:
		country := func(node string) string { return t.words.Countries.Nodes[node] }
		t.layWays(d, func(segment int) (codes []string) {
			for _, node := range t.words.nodesOf(c, segment) {
				codes = append(codes, country(node))
			}
			return codes
		})
		d.waits = func(flow, segment int) string { return country(t.placeBefore(flow, segment)) }
	case markets.Name:
		t.layFlows(d, func(f model.FlowName) string { return f.Market })
	case classes.Name:
		t.layFlows(d, func(f model.FlowName) string { return f.Cargo })
	}
}

// layWays finds the parts of each flow by those of the segments on its way.
func (t *Tally) layWays(d *dimension, of func(segment int) []string) {
	t.eachRoute(func(flow int, _ *model.Market, r *model.Route) {
		for _, segment := range r.Segments {
			for _, name := range of(segment) {
				if i := d.index[name]; name != "" && !slices.Contains(d.passes[flow], i) {
					d.passes[flow] = append(d.passes[flow], i)
				}
			}
		}
	})
}

// layFlows finds the only part of each flow by its name.
func (t *Tally) layFlows(d *dimension, of func(model.FlowName) string) {
	for flow, name := range t.flows {
		d.passes[flow] = []int{d.index[of(name)]}
	}
	d.waits = func(flow, _ int) string { return of(t.flows[flow]) }
}

// eachRoute visits the routes of the corridor, which are its flows in their order.
func (t *Tally) eachRoute(visit func(flow int, m *model.Market, r *model.Route)) {
	c, flow := t.model.Corridor(), 0
	for i := range c.Markets {
		for j := range c.Markets[i].Routes {
			visit(flow, &c.Markets[i], &c.Markets[i].Routes[j])
			flow++
		}
	}
}

// placeBefore is the place in which cargo of a flow waits for a segment: the end it comes to
// first on its way.
func (t *Tally) placeBefore(flow, segment int) string {
	nodes := t.words.nodesOf(t.model.Corridor(), segment)
	switch {
	case nodes == nil:
		return ""
	case t.eastbound[flow]:
		return nodes[1]
	}
	return nodes[0]
}

// pay adds what is paid for building and running projects, which is known beforehand.
func (t *Tally) pay() {
	c := t.model.Corridor()
	for i := range c.Projects {
		p := &c.Projects[i]
		if p.Disabled {
			continue
		}
		building, running := t.model.PaymentsMUSD(i)
		for _, d := range t.dimensions {
			var name string
			switch d.Name {
			case projects.Name:
				name = p.Name
			case countries.Name:
				name = t.words.Projects[p.Name].Country
			default:
				continue
			}
			part, known := d.index[name]
			if !known {
				part = d.index[nowhere.Name]
			}
			for month := range building {
				*t.at(d, part, spent, c.Start+calendar.Month(month)) += building[month] + running[month]
			}
		}
	}
}

// Add adds a month.
func (t *Tally) Add(out *model.Outcome) {
	year := out.Month.Year() - t.first
	for segment := range out.LoadMt {
		t.load[segment*t.years+year] += out.LoadMt[segment]
		t.room[segment*t.years+year] += out.SegmentCapacityMt[segment]
	}
	for flow := range t.flows {
		if !t.flows[flow].Rival {
			t.addFlow(out, flow)
		}
	}
}

func (t *Tally) addFlow(out *model.Outcome, flow int) {
	for _, d := range t.dimensions {
		for _, part := range d.passes[flow] {
			*t.at(d, part, carried, out.Month) += out.CarriedMt[flow]
		}
		segment := out.FlowBinding[flow]
		if segment < 0 || d.waits == nil {
			continue
		}
		part := d.index[d.waits(flow, segment)]
		*t.at(d, part, heldBack, out.Month) += out.FlowOfferedMt[flow] - out.CarriedMt[flow]
		*t.at(d, part, turnedAway, out.Month) += out.FlowDivertedMt[flow]
	}
}

// at is the place of a metric of a part in the year of a month.
func (t *Tally) at(d *dimension, part, metric int, month calendar.Month) *float64 {
	return &d.values[(part*metricCount+metric)*t.years+month.Year()-t.first]
}

// value is a metric of a part in a year; NaN where it has none, 0 where there is no such part.
func (t *Tally) value(d *dimension, part Part, m Metric, year int) float64 {
	i, known := d.index[part.Name]
	switch {
	case m.place != utilisation && !known:
		return 0
	case m.place != utilisation:
		return d.values[(i*metricCount+m.place)*t.years+year]
	case !known || part == nowhere:
		return none
	}
	return model.Ratio(t.load[i*t.years+year], t.room[i*t.years+year]) // parts are segments in their order
}
