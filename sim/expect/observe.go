package expect

import (
	"context"
	"math"
	"slices"

	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

// Observed are the figures of a run that were asked for.
type Observed map[key]float64

// Of returns a figure, NaN where it has no value or was not asked for.
func (o Observed) Of(a Ask) float64 {
	if v, known := o[a.key()]; known {
		return v
	}
	return math.NaN()
}

// Targets are the asks as targets without a threshold, in their order, where all of them are of
// the corridor as a whole.
func Targets(asks []Ask) (list []tables.Target, whole bool) {
	for _, a := range asks {
		if a.of == nil {
			return nil, false
		}
		list = append(list, a.target())
	}
	return list, true
}

func (a *Ask) target() tables.Target {
	return tables.Target{Metric: a.of, At: a.At, Threshold: math.NaN()}
}

// Found are figures that were asked for, in the same order.
func Found(asks []Ask, values []float64) Observed {
	o := Observed{}
	for i := range asks {
		o[asks[i].key()] = values[i]
	}
	return o
}

// Observe runs a future and reads what is asked of it.
func Observe(ctx context.Context, run sim.Run, asks []Ask) (Observed, error) {
	run.Targets, run.Wanted = nil, []tables.Described{tables.Annual}
	for _, a := range asks {
		switch {
		case a.of != nil:
			run.Targets = append(run.Targets, a.target())
		case a.Part.Kind == Segment:
			run.Wanted = append(run.Wanted, tables.Segments)
		default:
			run.Wanted = append(run.Wanted, tables.Flows, tables.Routes, tables.Classes)
		}
	}
	r, err := run.RunContext(ctx)
	if err != nil {
		return nil, err
	}
	o, parts, next := Observed{}, partsOf(run, r), 0
	for _, a := range asks {
		if a.of == nil {
			o[a.key()] = parts.of(a)
			continue
		}
		o[a.key()] = r.Judged[next].Value
		next++
	}
	return o, nil
}

// parts reads the tables of a run by month and part.
type parts struct {
	*sim.Result
	start    calendar.Month
	months   int
	segments []string
	flows    map[Part][]int // rows of the first month, of ways of the corridor
	rows     int            // of flows in a month
}

func partsOf(run sim.Run, r *sim.Result) *parts {
	p := &parts{Result: r, start: run.Corridor.Start, months: run.Corridor.Months, flows: map[Part][]int{}}
	for i := range run.Corridor.Segments {
		p.segments = append(p.segments, run.Corridor.Segments[i].Name)
	}
	if r.Flows == nil {
		return p
	}
	outside := map[[2]string]bool{}
	for i, market := range tables.Routes.Market.Of(r.Routes) {
		outside[[2]string{market, tables.Routes.Route.Of(r.Routes)[i]}] = tables.Routes.Rival.True(r.Routes, i)
	}
	p.rows = r.Flows.Len() / p.months
	markets, routes, cargos := tables.Flows.Market.Of(r.Flows), tables.Flows.Route.Of(r.Flows), tables.Flows.Cargo.Of(r.Flows)
	for i := range p.rows {
		if !outside[[2]string{markets[i], routes[i]}] {
			for _, part := range []Part{{Market, markets[i]}, {Cargo, cargos[i]}} {
				p.flows[part] = append(p.flows[part], i)
			}
		}
	}
	return p
}

// of is a figure of a part in a period: of a month a rate per year, as of the corridor.
func (p *parts) of(a Ask) float64 {
	from, to := int(beginning(a.At)-p.start), int(a.At.Month-p.start)
	if from = max(from, 0); to >= p.months || to < from {
		return math.NaN()
	}
	rate := 1.0
	if !a.At.Yearly {
		rate = calendar.MonthsPerYear
	}
	if a.Part.Kind == Segment {
		return p.segment(a, from, to, rate)
	}
	return p.flow(a, from, to, rate)
}

// segment is a figure of a segment from one month to another, counted from the first.
func (p *parts) segment(a Ask, from, to int, rate float64) float64 {
	n := len(p.segments)
	place := slices.Index(p.segments, a.Part.Name)
	if place < 0 {
		return math.NaN()
	}
	sum := func(c tables.NumberColumn) (total float64) {
		cells := c.Of(p.Segments)
		for month := from; month <= to; month++ {
			total += cells[month*n+place]
		}
		return total
	}
	last := func(c tables.NumberColumn) float64 { return c.Of(p.Segments)[to*n+place] }
	switch c := &tables.Segments; a.Metric {
	case c.CapacityMt.Name:
		return sum(c.CapacityMt) * rate
	case c.LoadMt.Name:
		return sum(c.LoadMt) * rate
	case c.HeldBackMt.Name:
		return sum(c.HeldBackMt) * rate
	case c.Utilisation.Name:
		if capacity := sum(c.CapacityMt); capacity > 0 {
			return sum(c.LoadMt) / capacity
		}
		return math.NaN()
	case c.Availability.Name:
		return sum(c.Availability) / float64(to-from+1)
	case c.QueueMt.Name:
		return last(c.QueueMt)
	}
	return last(tables.Segments.WaitDays)
}

// flow is a figure of a market or cargo class likewise.
func (p *parts) flow(a Ask, from, to int, rate float64) float64 {
	rows, known := p.flows[a.Part]
	if !known {
		return math.NaN()
	}
	sum := func(c tables.NumberColumn, from int) (total float64) {
		cells := c.Of(p.Flows)
		for month := from; month <= to; month++ {
			for _, row := range rows {
				total += cells[month*p.rows+row]
			}
		}
		return total
	}
	c := &tables.Flows
	queue := sum(c.OfferedMt, to) - sum(c.CarriedMt, to) - sum(c.DivertedMt, to)
	switch a.Metric {
	case "queue_mt":
		return max(0, queue)
	case c.OfferedMt.Name: // what waits is offered again each month, and counts once
		if from == to {
			return sum(c.OfferedMt, from) * rate
		}
		return sum(c.CarriedMt, from) + sum(c.DivertedMt, from) + max(0, queue)
	case c.CarriedMt.Name:
		return sum(c.CarriedMt, from) * rate
	case c.DivertedMt.Name:
		return sum(c.DivertedMt, from) * rate
	}
	return p.class(a)
}

// class is a figure that cargo classes have by year.
func (p *parts) class(a Ask) float64 {
	for i, cargo := range tables.Classes.Cargo.Of(p.Classes) {
		if cargo == a.Part.Name && tables.Classes.Year.Of(p.Classes)[i] == float64(a.At.Year()) {
			return p.Classes.Numbers(a.Metric)[i]
		}
	}
	return math.NaN()
}
