package sim

import (
	"math"

	"corridor/model"
	"corridor/sim/tables"
)

// recorder turns outcomes into rows.
type recorder struct {
	name                             string
	model                            *model.Model
	names                            []model.FlowName
	monthly, segments, flows, annual *tables.Table
	rates                            []yearlyRates
	year                             year
	classes                          *classes
	byClass                          *tables.Table
	labels                           *tables.Labels
}

func newRecorder(name string, m *model.Model, labels *tables.Labels) *recorder {
	return &recorder{
		name: name, model: m, names: m.Flows(),
		monthly: tables.New(tables.Monthly), segments: tables.New(tables.Segments),
		flows: tables.New(tables.Flows), annual: tables.New(tables.Annual),
		year: newYear(len(m.Segments)), classes: newClasses(m, m.Flows()), byClass: tables.New(tables.Classes), labels: labels,
	}
}

// record adds the rows of one month, and those of the year when it ends.
func (r *recorder) record(s *model.State, out *model.Outcome) {
	r.monthly.Append(r.name, out.Month.String(),
		out.PotentialMt, out.OfferedMt, out.ThroughputMt, out.DivertedMt, out.QueueMt,
		out.CapacityMt, model.Ratio(out.ThroughputMt, out.CapacityMt), r.segmentName(out.Binding),
		out.TransitDays, out.CostUSDPerT, out.EmissionsKt, out.CapexMUSD)
	for i := range r.model.Segments {
		r.segments.Append(r.name, out.Month.String(), r.model.Segments[i].Name,
			out.SegmentCapacityMt[i], out.LoadMt[i], model.Ratio(out.LoadMt[i], out.SegmentCapacityMt[i]),
			out.WaitingMt[i], segmentWait(out, i), out.Availability[i])
	}
	for f, name := range r.names {
		r.flows.Append(r.name, out.Month.String(), name.Market, name.Cargo, name.Route,
			out.FlowOfferedMt[f], out.CarriedMt[f], out.FlowDivertedMt[f], s.Share[f])
	}
	yearly := r.model.YearlyCapacityMt(s, out)
	r.rates = append(r.rates, ratesOf(out, yearly))
	r.year.add(out)
	r.classes.add(out)
	if out.Month.IsDecember() || len(r.rates) == r.model.Months {
		r.year.append(r.annual, r.name, out, yearly, r.segmentName)
		reach, holder := r.model.Reach(s)
		r.classes.append(r.byClass, r.name, out.Month.Year(), r.labels, reach, holder, r.segmentName)
	}
}

func (r *recorder) segmentName(i int) string {
	if i < 0 {
		return ""
	}
	return r.model.Segments[i].Name
}

// segmentWait is the mean wait at a segment by Little's law: what waits there
// over what its held-back flows carried. Where nothing waits and nothing passes there
// is none.
func segmentWait(out *model.Outcome, segment int) float64 {
	if out.WaitingMt[segment] <= 0 && out.LoadMt[segment] <= 0 {
		return math.NaN()
	}
	carried := 0.0
	for f, s := range out.FlowBinding {
		if s == segment {
			carried += out.CarriedMt[f]
		}
	}
	return model.WaitDays(out.WaitingMt[segment], carried)
}
