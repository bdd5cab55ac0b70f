package economics

import "math"

// Flow is what a plan brings and costs in a year, by itself or beside another plan.
type Flow struct {
	Benefit float64 // what shippers gain, less the harm to others
	Upkeep  float64 // spent on keeping works going
	Capital float64 // spent on building them
}

// Net is what is left of the benefit.
func (f *Flow) Net() float64 { return f.Benefit - f.Upkeep - f.Capital }

// Worth is what a plan is worth, as present values.
type Worth struct {
	Benefits float64 // with what works leave at the end (European Commission 2014, section 2.8.8)
	Costs    float64 // of building works and keeping them going, but for those not in use by the last year
}

// OneUSD, in USD million, is what a sum must come to for something to be gained or spent: less is
// what sums stray by.
const OneUSD = 1e-6

// NPV is the net present value.
func (w Worth) NPV() float64 { return w.Benefits - w.Costs }

// Pays reports whether the benefits are more than the costs.
func (w Worth) Pays() bool { return w.NPV() > OneUSD }

// Ratio is that of benefits to costs, NaN where nothing is spent.
func (w Worth) Ratio() float64 {
	if w.Costs > OneUSD {
		return w.Benefits / w.Costs
	}
	return math.NaN()
}

// Less is what a plan is worth beside another.
func (w Worth) Less(o Worth) Worth { return Worth{w.Benefits - o.Benefits, w.Costs - o.Costs} }

// Worth appraises a plan by its flows from the first year to the last, and by what its works
// leave. What works in progress have cost is taken as recovered in the last year, as there
// are no figures of the years in which they serve.
func (t *Terms) Worth(flow func(year int) Flow, left Left) (w Worth) {
	var last Flow
	for year := t.First; year <= t.Last; year++ {
		factor := t.Factor(year)
		last = flow(year)
		w.Benefits += float64(last.Benefit * factor)
		w.Costs += float64((last.Upkeep + last.Capital) * factor)
	}
	after := t.Annuity()
	w.Benefits += float64(last.Benefit*after) + float64(left.Residual*t.Factor(t.End))
	w.Costs += float64(last.Upkeep*after) - float64(left.InProgress*t.Factor(t.Last))
	return w
}

// Net returns what a plan comes to in each year appraised, not discounted: the amounts whose
// present values are its worth.
func (t *Terms) Net(flow func(year int) Flow, left Left) []float64 {
	net := make([]float64, t.End-t.First+1)
	for year := t.First; year <= t.Last; year++ {
		f := flow(year)
		net[year-t.First] = f.Net()
	}
	if last := flow(t.Last); t.Constant {
		for i := t.Last - t.First + 1; i < len(net); i++ {
			net[i] = last.Benefit - last.Upkeep
		}
	}
	net[t.Last-t.First] += left.InProgress
	net[len(net)-1] += left.Residual
	return net
}

// Payback returns the place of the amount with which what was gained covers what was spent, and
// does to the end; −1 where nothing is spent or it ends below. Nothing is discounted.
func Payback(net []float64) int {
	sum, since := 0.0, -1
	for i, v := range net {
		before := sum
		sum += v
		switch {
		case sum < 0:
			since = -1
		case before < 0:
			since = i
		}
	}
	return since
}
