package findings

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"corridor/sim/economics"
	"corridor/sim/tables"
)

// Appraised is what a project, a measure or a package of them brings. What is in money is NaN
// where the scenario does not say what things are worth.
type Appraised struct {
	Name, Title             string
	Soft                    bool
	CapexMUSD               float64
	CarriedMt, Error        float64 // in the years simulated: Shapley value, and its standard error
	FirstMt, LastMt, LateMt float64 // alone, to all the others, and what a year's delay changes

	NPV, NPVError         float64 // USD million: Shapley value, and its standard error
	P05, P95              float64 // of the futures
	NPVFirst, NPVLast     float64 // alone, and beside all the others
	Costs, Ratio          float64 // present value, and benefits over it
	Rate                  float64 // internal rate of return, a year
	WorthFirst, WorthLast float64 // share of the futures in which it is worth its cost alone, and beside all
	RatioFirst, RatioLast float64
	LateNPV               float64
}

// Appraisal is what projects bring, first what brings most.
type Appraisal struct {
	List                 []Appraised
	Money                bool    // whether anything is said in money
	Unvalued             bool    // or nothing is, though the scenario says what things are worth
	Without, With        float64 // Mt carried in the years simulated, without any and with all
	P05, P95             float64 // of what all bring
	NPV, NPVP05, NPVP95  float64 // of all together, USD million
	NPVAbove             float64 // share of the futures in which all together are worth their cost
	Benefits, CostsOfAll float64
}

// AppraisalOf reads an appraisal from its tables.
func AppraisalOf(ranking, together *tables.Table) *Appraisal {
	c := &tables.Ranking
	a := &Appraisal{}
	for i := range ranking.Len() {
		of := func(c tables.NumberColumn) float64 { return c.Of(ranking)[i] }
		a.List = append(a.List, Appraised{
			Name: c.Project.Of(ranking)[i], Title: c.Title.Of(ranking)[i], Soft: c.Soft.True(ranking, i), CapexMUSD: of(c.CapexMUSD),
			CarriedMt: of(c.CarriedMt), Error: of(c.CarriedError), FirstMt: of(c.CarriedFirstMt), LastMt: of(c.CarriedLastMt), LateMt: of(c.LateMt),
			NPV: of(c.NPVMUSD), NPVError: of(c.NPVError), P05: of(c.NPVP05), P95: of(c.NPVP95), NPVFirst: of(c.NPVFirstMUSD), NPVLast: of(c.NPVLastMUSD), Costs: of(c.CostsMUSD), Ratio: of(c.Ratio), Rate: of(c.InternalRatePerYear),
			WorthFirst: of(c.WorthFirstShare), WorthLast: of(c.WorthLastShare), RatioFirst: of(c.RatioFirst), RatioLast: of(c.RatioLast), LateNPV: of(c.LateNPVMUSD),
		})
	}
	t := &tables.Together
	for i := range together.Len() {
		of := func(c tables.NumberColumn) float64 { return c.Of(together)[i] }
		if t.Period.Of(together)[i] != tables.Total {
			continue
		}
		switch t.Metric.Of(together)[i] {
		case tables.Annual.ThroughputMt.Name:
			a.Without, a.With, a.P05, a.P95 = of(t.Without), of(t.With), of(t.P05), of(t.P95)
		case tables.NPV:
			a.Money = !math.IsNaN(of(t.Mean))
			a.Unvalued = !a.Money
			a.NPV, a.NPVP05, a.NPVP95, a.NPVAbove = of(t.Mean), of(t.P05), of(t.P95), of(t.AboveShare)
		case tables.PresentBenefits:
			a.Benefits = of(t.Mean)
		case tables.PresentCosts:
			a.CostsOfAll = of(t.Mean)
		}
	}
	return a
}

// idleMt is what a project brings that brings next to nothing, in all years.
const idleMt = 0.005

// Idle reports whether next to nothing more is carried with it in any view.
func (q *Appraised) Idle() bool {
	return math.Abs(q.CarriedMt)+float64(2*q.Error) < idleMt && math.Abs(q.FirstMt) < idleMt && math.Abs(q.LastMt) < idleMt
}

// Half is how few bring half of what all bring or more; 0 where all together bring nothing.
func (a *Appraisal) Half() int {
	carried := slices.Clone(a.List)
	slices.SortStableFunc(carried, func(p, q Appraised) int { return cmp.Compare(q.CarriedMt, p.CarriedMt) })
	all := 0.0 // since the Shapley values add up to it
	for i := range carried {
		all += carried[i].CarriedMt
	}
	sum, half := 0.0, 0
	for i := 0; i < len(carried) && sum < all/2; i++ {
		sum += carried[i].CarriedMt
		half++
	}
	return half
}

// Sentences say what the appraisal comes to.
func (a *Appraisal) Sentences(w Words) (list []string) {
	list = append(list, a.brings(w))
	var idle, negative []string
	for i := range a.List {
		switch q := &a.List[i]; {
		case q.Idle():
			idle = append(idle, q.Title)
		case q.CarriedMt+float64(2*q.Error) < 0 && q.CarriedMt <= -idleMt:
			negative = append(negative, q.Title)
		}
	}
	switch half := a.Half(); {
	case half == 0 || half == len(a.List):
	case half == 1:
		list = append(list, w.Say("1 of them brings half of that."))
	default:
		list = append(list, w.Say("%s of them bring half of that.", w.Amount(float64(half), 0)))
	}
	if len(negative) > 0 {
		list = append(list, w.Say("Less is carried with these, as what they let through takes room from shorter ways further on: %s.", Names(negative)))
	}
	if len(idle) > 0 {
		list = append(list, w.Say("Next to nothing more is carried in these years with %[1]d of them: %[2]s.", len(idle), Names(idle)))
	}
	switch {
	case a.Money:
		list = append(list, a.inMoney(w)...)
	case a.Unvalued:
		list = append(list, Unvalued(w))
	}
	return list
}

// Names joins the names of projects, some of which may have a comma.
func Names(list []string) string {
	if slices.ContainsFunc(list, func(name string) bool { return strings.Contains(name, ",") }) {
		return strings.Join(list, "; ")
	}
	return strings.Join(list, ", ")
}

// all names all that are appraised.
func (a *Appraisal) all(w Words) string {
	if len(a.List) == 1 {
		return w.Say("%s would", a.List[0].Title)
	}
	return w.Say("All %d projects and measures together", len(a.List))
}

// brings says what is carried more with all of them.
func (a *Appraisal) brings(w Words) string {
	if a.P05 < a.P95 {
		return w.Say("%[1]s bring %[2]s Mt in the years simulated, %[3]s instead of %[4]s; %[5]s to %[6]s in nine of ten futures.",
			a.all(w), signed(w, a.With-a.Without), w.Rounded(a.With, 3), w.Rounded(a.Without, 3), signed(w, a.P05), signed(w, a.P95))
	}
	return w.Say("%[1]s bring %[2]s Mt in the years simulated, %[3]s instead of %[4]s.", a.all(w), signed(w, a.With-a.Without), w.Rounded(a.With, 3), w.Rounded(a.Without, 3))
}

// Lead says what all projects are worth, and which gives most for its money.
func (a *Appraisal) Lead(w Words) []string {
	if !a.Money {
		return []string{a.brings(w)}
	}
	return sentencesOf(a.worth(w), a.Best(w))
}

// oneFuture reports whether it is of one future, of which nothing is said of nine in ten.
func (a *Appraisal) oneFuture() bool { return !(a.NPVP05 < a.NPVP95) }

// worth says what all projects are worth together.
func (a *Appraisal) worth(w Words) string {
	all := w.Say("%[1]s have a net present value of USD %[2]s million", a.all(w), w.Rounded(a.NPV, 0))
	if !a.oneFuture() {
		all = w.Say("%[1]s, %[2]s to %[3]s in nine of ten futures: %[4]s", all, w.Rounded(a.NPVP05, 0), w.Rounded(a.NPVP95, 0), a.verdict(w))
	}
	if ratio := (economics.Worth{Benefits: a.Benefits, Costs: a.CostsOfAll}).Ratio(); !math.IsNaN(ratio) {
		all = w.Say("%[1]s; benefits of %[2]s over costs of %[3]s, a ratio of %[4]s", all, w.Rounded(a.Benefits, 0), w.Rounded(a.CostsOfAll, 0), w.Rounded(ratio, 2))
	}
	return w.Say("%s.", all)
}

// Best says which gives most for its money; "" where none does.
func (a *Appraisal) Best(w Words) string {
	best := a.MostForMoney()
	if best == nil {
		return ""
	}
	beside, alone := w.Rounded(best.RatioLast, 1), w.Rounded(best.RatioFirst, 1)
	said := w.Say("Most for its money, of what is worth its cost in nine of ten futures beside all the others: %[1]s, USD %[2]s for every dollar it costs and %[3]s alone.", best.Title, beside, alone)
	if a.oneFuture() {
		said = w.Say("Most for its money, of what is worth its cost beside all the others: %[1]s, USD %[2]s for every dollar it costs and %[3]s alone.", best.Title, beside, alone)
	}
	if more := a.mostInTheMean(); more != nil && more != best && more.Ratio > best.RatioLast {
		said += " " + w.Say("In the mean of all futures it is %[1]s: USD %[2]s, and worth its cost in %[3]s %% of them beside the others.",
			more.Title, w.Rounded(more.Ratio, 1), w.Rounded(100*more.WorthLast, 0))
	}
	return said
}

// inMoney says what the projects are worth.
func (a *Appraisal) inMoney(w Words) []string {
	list := a.Lead(w)
	var worth, not, nothing []string
	for i := range a.List {
		switch q := &a.List[i]; {
		case q.Worthwhile():
			worth = append(worth, q.Title)
		case q.NotWorthwhile():
			not = append(not, q.Title)
		case q.Costs < economics.OneUSD && math.Abs(q.NPV) < economics.OneUSD:
			nothing = append(nothing, q.Title)
		}
	}
	switch {
	case len(worth) > 0 && a.oneFuture():
		list = append(list, w.Say("Worth their cost alone and beside all the others: %s.", Names(worth)))
	case len(worth) > 0:
		list = append(list, w.Say("Worth their cost alone and beside all the others, each in nine of ten futures or more: %s.", Names(worth)))
	}
	switch {
	case len(not) > 0 && a.oneFuture():
		list = append(list, w.Say("Not worth it either way, for what this corridor gains: %s.", Names(not)))
	case len(not) > 0:
		list = append(list, w.Say("Not worth it either way in nine of ten, for what this corridor gains: %s.", Names(not)))
	}
	if len(nothing) > 0 {
		list = append(list, w.Say("Nothing is paid and nothing gained here with %s.", Names(nothing)))
	}
	if late := slices.MinFunc(a.List, func(p, q Appraised) int { return cmp.Compare(p.LateNPV, q.LateNPV) }); w.Rounded(-late.LateNPV, 0) != "0" && late.LateNPV < 0 {
		list = append(list, w.Say("A year's delay costs most with %[1]s: USD %[2]s million.", late.Title, w.Rounded(-late.LateNPV, 0)))
	}
	return list
}

// MostForMoney is what has the highest ratio of benefits to costs beside all the others among
// what is worth its cost in most futures; nil where nothing is.
func (a *Appraisal) MostForMoney() (best *Appraised) {
	for i := range a.List {
		q := &a.List[i]
		if q.WorthLast >= Decided && q.Costs > 0 && !math.IsNaN(q.RatioLast) && (best == nil || q.RatioLast > best.RatioLast) {
			best = q
		}
	}
	return best
}

// mostInTheMean is what has the highest ratio of benefits to costs in the mean of futures and orders;
// nil where nothing has one.
func (a *Appraisal) mostInTheMean() (best *Appraised) {
	for i := range a.List {
		if q := &a.List[i]; !math.IsNaN(q.Ratio) && (best == nil || q.Ratio > best.Ratio) {
			best = q
		}
	}
	return best
}

// Worthwhile reports whether it is worth its cost in nearly all futures, alone and beside all the
// others; NotWorthwhile that it costs something and is in hardly any either way.
func (q *Appraised) Worthwhile() bool { return q.WorthFirst >= Decided && q.WorthLast >= Decided }

func (q *Appraised) NotWorthwhile() bool {
	return q.WorthFirst <= 1-Decided && q.WorthLast <= 1-Decided && !(q.Costs < economics.OneUSD && math.Abs(q.NPV) < economics.OneUSD)
}

// verdict says whether all are worth their cost together.
func (a *Appraisal) verdict(w Words) string {
	one := len(a.List) == 1
	switch {
	case a.NPVAbove >= Decided && one:
		return w.Say("worth its cost")
	case a.NPVAbove >= Decided:
		return w.Say("worth their cost")
	case a.NPVAbove <= 1-Decided && one:
		return w.Say("not worth its cost")
	case a.NPVAbove <= 1-Decided:
		return w.Say("not worth their cost")
	case one:
		return w.Say("undecided, worth its cost in %s %%", w.Rounded(100*a.NPVAbove, 1))
	}
	return w.Say("undecided, worth their cost in %s %%", w.Rounded(100*a.NPVAbove, 1))
}
