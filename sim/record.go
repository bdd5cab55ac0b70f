package sim

import (
	"math"
	"slices"
	"strconv"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// recorder turns outcomes into rows. A table that is not wanted is nil.
type recorder struct {
	name     string
	model    *model.Model
	names    []model.FlowName
	labels   *tables.Labels
	own      []int32 // the flows of the corridor
	accounts *Accounts

	annual, monthly, segments, flows, pools, byClass, capacities, directions *tables.Table

	byMonth      bool // whether rates are gathered, for the targets
	rates, years []dated
	loads        loads
	held         findings.Tally // of the year
	classes      []class
	movements    []movement
	space        []float64 // by segment
	behind       []float64 // by segment: Mt that the flows carried which it holds back
}

func newRecorder(run *Run, m *model.Model) *recorder {
	c := m.Corridor()
	r := &recorder{
		name: run.Name, model: m, names: m.Flows(), labels: &run.Labels, own: OwnFlows(m), accounts: NewAccounts(m, &run.Labels),
		annual: run.wanted(tables.Annual), monthly: run.wanted(tables.Monthly), segments: run.wanted(tables.Segments),
		flows: run.wanted(tables.Flows), pools: run.wanted(tables.Pools), byClass: run.wanted(tables.Classes),
		capacities: run.wanted(tables.Capacities), directions: run.wanted(tables.Directions),
		byMonth: slices.ContainsFunc(run.Targets, func(t tables.Target) bool { return !t.At.Yearly }),
		held:    findings.NewTally(len(c.Segments)),
		space:   make([]float64, len(c.Segments)), behind: make([]float64, len(c.Segments)),
	}
	if r.byClass != nil {
		r.classes = classesOf(m)
	}
	if r.directions != nil {
		r.movements = movementsOf(m)
	}
	if run.wants(tables.Spending) {
		r.loads = loadsOf(c)
	}
	for t, rows := range map[*tables.Table]int{
		r.monthly: c.Months, r.segments: c.Months * len(c.Segments), r.flows: c.Months * len(r.names), r.pools: 0, r.capacities: 0,
	} {
		if t == nil {
			continue
		}
		if run.Overflow != nil {
			t.WriteAsItComes(run.Overflow)
		}
		t.Grow(rows)
	}
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
	r.appendMonth(s, out)
	r.accounts.Add(out)
	ends := r.model.Corridor().EndsYear(out.Month)
	var yearly Capacities
	if r.byMonth || ends {
		yearly = r.accounts.Capacities(s, out)
	}
	if r.byMonth {
		r.rates = append(r.rates, dated{out.Month, r.accounts.Rates(out, yearly)})
	}
	r.loads.add(out)
	r.held.Add(out.HeldBackMt)
	for i := range r.classes {
		r.classes[i].add(out, r.space)
	}
	for i := range r.movements {
		r.movements[i].add(r.model, out)
	}
	if !ends {
		return
	}
	if r.capacities != nil {
		r.appendCapacities(s, out.Month)
	}
	r.endYear(s, yearly, out.Month.Year())
	for i := range r.classes {
		r.classes[i].append(r.byClass, r, s, out.Month.Year())
	}
	for i := range r.movements {
		r.movements[i].append(r.directions, r, out.Month.Year())
	}
}

// appendMonth adds the rows of the tables by month.
func (r *recorder) appendMonth(s *model.State, out *model.Outcome) {
	at := out.Month.String()
	if r.monthly != nil {
		r.appendMonthly(s, out, at)
	}
	if r.segments != nil {
		r.carriedBehind(out)
		for i := range r.model.Corridor().Segments {
			r.segments.AppendCells([]string{r.name, at, r.model.Corridor().Segments[i].Name},
				out.SegmentCapacityMt[i], out.LoadMt[i], model.Ratio(out.LoadMt[i], out.SegmentCapacityMt[i]),
				out.HeldBackMt[i], out.WaitingMt[i], segmentWait(out, i, r.behind[i]), out.Availability[i])
		}
	}
	if r.flows != nil {
		for f, name := range r.names {
			r.flows.AppendCells([]string{r.name, at, name.Market, name.Cargo, name.Route},
				out.FlowOfferedMt[f], out.CarriedMt[f], out.FlowDivertedMt[f], s.Share[f])
		}
	}
	if r.pools != nil {
		r.model.Deployments(s, func(p *model.Pool, v *model.Service, d model.Deployment) {
			r.pools.Append(r.name, at, p.Name, v.Name, strconv.FormatBool(v.Segment < 0), d.Ships, d.Own, d.Earnings, d.CarriedMt)
		})
	}
}

func (r *recorder) appendMonthly(s *model.State, out *model.Outcome, at string) {
	mix, first := r.model.MixCapacityMt(out.CarriedMt, out.SegmentCapacityMt)
	comparable, _ := r.model.Limit(s, r.accounts.comparable.in(out.Month))
	month := []any{r.name, at,
		out.PotentialMt, out.OfferedMt, out.ThroughputMt, out.DivertedMt, out.QueueMt,
		out.CapacityMt, mix, comparable, model.Ratio(out.ThroughputMt, out.CapacityMt), r.segmentName(out.Limiting), r.segmentName(first), r.segmentName(findings.Most(out.HeldBackMt)),
		out.TransitDays, out.CostUSDPerT, out.EmissionsKt, out.CapexMUSD,
		r.accounts.boxes.thousand(r.accounts.boxes.of(out.CarriedMt)), out.DemandMt, r.accounts.boxes.thousand(r.accounts.boxes.of(out.FlowDemandMt))}
	for _, v := range r.accounts.worth.figures(periodOf(out)) {
		month = append(month, v)
	}
	r.monthly.Append(month...)
}

// endYear adds the row of the year, at whose end s stands after YearlyCapacityMt.
func (r *recorder) endYear(s *model.State, c Capacities, year int) {
	figures := r.accounts.EndYear(c)
	r.years = append(r.years, dated{calendar.NewMonth(year, calendar.MonthsPerYear), figures})
	if r.annual != nil {
		_, limiting := r.model.Limit(s, r.own)
		cells := []any{r.name, year}
		for metric, v := range figures {
			cells = append(cells, v)
			if metric == utilisationPlace { // beside which the segments are named
				cells = append(cells, r.segmentName(limiting), r.segmentName(c.yearsMixSegment), r.segmentName(r.held.Most()))
			}
		}
		r.annual.Append(append(cells, r.held.Months)...)
	}
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
