package sim

import (
	"math"
	"strconv"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// recorder turns outcomes into rows.
type recorder struct {
	name                             string
	model                            *model.Model
	names                            []model.FlowName
	monthly, segments, flows, annual *tables.Table
	pools                            *tables.Table
	rates                            []monthlyRates
	accounts                         *Accounts
	own                              []int32        // the flows of the corridor
	held                             findings.Tally // of the year
	classes                          []class
	byClass, capacities              *tables.Table
	movements                        []movement
	directions                       *tables.Table
	labels                           *tables.Labels
	space                            []float64 // by segment
	behind                           []float64 // by segment: Mt that the flows carried which it holds back
}

func newRecorder(run *Run, m *model.Model) *recorder {
	labels := &run.Labels
	r := &recorder{
		name: run.Name, model: m, names: m.Flows(),
		monthly: tables.New(tables.Monthly), segments: tables.New(tables.Segments),
		flows: tables.New(tables.Flows), annual: tables.New(tables.Annual), pools: tables.New(tables.Pools),
		held: findings.NewTally(len(m.Corridor().Segments)), classes: classesOf(m), byClass: tables.New(tables.Classes), capacities: tables.New(tables.Capacities), labels: labels,
		movements: movementsOf(m), directions: tables.New(tables.Directions),
		space: make([]float64, len(m.Corridor().Segments)), behind: make([]float64, len(m.Corridor().Segments)), accounts: NewAccounts(m, labels),
		own: OwnFlows(m),
	}
	if run.Overflow != nil {
		for _, t := range []*tables.Table{r.monthly, r.segments, r.flows, r.pools, r.capacities} {
			t.WriteAsItComes(run.Overflow)
		}
	}
	months := m.Corridor().Months
	r.monthly.Grow(months)
	r.segments.Grow(months * len(m.Corridor().Segments))
	r.flows.Grow(months * len(r.names))
	return r
}

// OwnFlows lists the flows of the corridor, without those of rivals, as Model.Limit asks.
func OwnFlows(m *model.Model) (own []int32) {
	for f, name := range m.Flows() {
		if !name.Rival {
			own = append(own, int32(f))
		}
	}
	return own
}

// record adds the rows of one month, and those of the year when it ends.
func (r *recorder) record(s *model.State, out *model.Outcome) {
	mix, first := r.model.MixCapacityMt(out.CarriedMt, out.SegmentCapacityMt)
	comparable, _ := r.model.Limit(s, r.accounts.comparable.in(out.Month))
	at := out.Month.String()
	month := []any{r.name, at,
		out.PotentialMt, out.OfferedMt, out.ThroughputMt, out.DivertedMt, out.QueueMt,
		out.CapacityMt, mix, comparable, model.Ratio(out.ThroughputMt, out.CapacityMt), r.segmentName(out.Limiting), r.segmentName(first), r.segmentName(findings.Most(out.HeldBackMt)),
		out.TransitDays, out.CostUSDPerT, out.EmissionsKt, out.CapexMUSD,
		r.accounts.boxes.thousand(r.accounts.boxes.of(out.CarriedMt)), out.DemandMt, r.accounts.boxes.thousand(r.accounts.boxes.of(out.FlowDemandMt))}
	for _, v := range r.accounts.worth.figures(periodOf(out)) {
		month = append(month, v)
	}
	r.monthly.Append(month...)
	r.carriedBehind(out)
	for i := range r.model.Corridor().Segments {
		r.segments.Append(r.name, at, r.model.Corridor().Segments[i].Name,
			out.SegmentCapacityMt[i], out.LoadMt[i], model.Ratio(out.LoadMt[i], out.SegmentCapacityMt[i]),
			out.HeldBackMt[i], out.WaitingMt[i], segmentWait(out, i, r.behind[i]), out.Availability[i])
	}
	for f, name := range r.names {
		r.flows.Append(r.name, at, name.Market, name.Cargo, name.Route,
			out.FlowOfferedMt[f], out.CarriedMt[f], out.FlowDivertedMt[f], s.Share[f])
	}
	r.model.Deployments(s, func(p *model.Pool, v *model.Service, d model.Deployment) {
		r.pools.Append(r.name, at, p.Name, v.Name, strconv.FormatBool(v.Segment < 0), d.Ships, d.Own, d.Earnings, d.CarriedMt)
	})
	r.accounts.Add(out)
	yearly := r.accounts.Capacities(s, out)
	r.rates = append(r.rates, monthlyRates{out.Month, r.accounts.Rates(out, yearly)})
	r.held.Add(out.HeldBackMt)
	for i := range r.classes {
		r.classes[i].add(out, r.space)
	}
	for i := range r.movements {
		r.movements[i].add(r.model, out)
	}
	if out.Month.IsDecember() || len(r.rates) == r.model.Corridor().Months {
		r.appendCapacities(s, out.Month)
		r.endYear(s, yearly, out.Month.Year())
		for i := range r.classes {
			r.classes[i].append(r.byClass, r, s, out.Month.Year())
		}
		for i := range r.movements {
			r.movements[i].append(r.directions, r, out.Month.Year())
		}
	}
}

// endYear adds the row of the year, at whose end s stands after YearlyCapacityMt.
func (r *recorder) endYear(s *model.State, c Capacities, year int) {
	_, limiting := r.model.Limit(s, r.own)
	cells := []any{r.name, year}
	for metric, v := range r.accounts.EndYear(c) {
		cells = append(cells, v)
		if metric == utilisationPlace { // beside which the segments are named
			cells = append(cells, r.segmentName(limiting), r.segmentName(c.yearsMixSegment), r.segmentName(r.held.Most()))
		}
	}
	r.annual.Append(append(cells, r.held.Months)...)
	r.held.Clear()
}

// appendCapacities says of the flows what passes of each, before the year is ended.
func (r *recorder) appendCapacities(s *model.State, at calendar.Month) {
	counted := make([]bool, len(r.names))
	for _, f := range r.accounts.comparable.in(at) {
		counted[f] = true
	}
	for _, f := range r.own {
		name := r.names[f]
		mt, limiting := r.model.Reach(s, f)
		r.capacities.Append(r.name, at.Year(), name.Market, name.Cargo, name.Route, r.labels.Markets[name.Market].Scope,
			counted[f], r.accounts.carried[f], mt, r.segmentName(limiting))
	}
}

func (r *recorder) segmentName(i int) string {
	if i < 0 {
		return ""
	}
	return r.model.Corridor().Segments[i].Name
}

// carriedBehind finds what the flows carried that each segment holds back.
func (r *recorder) carriedBehind(out *model.Outcome) {
	clear(r.behind)
	for f, s := range out.FlowBinding {
		if s >= 0 {
			r.behind[s] += out.CarriedMt[f]
		}
	}
}

// segmentWait is the mean wait at a segment by Little's law: what waits there
// over what its held-back flows carried. Where nothing waits and nothing passes there
// is none.
func segmentWait(out *model.Outcome, segment int, carried float64) float64 {
	if out.WaitingMt[segment] <= 0 && out.LoadMt[segment] <= 0 {
		return math.NaN()
	}
	return model.WaitDays(out.WaitingMt[segment], carried)
}
