package findings

import (
	"fmt"
	"math"
	"strings"

	"corridor/sim/tables"
)

// Appraised is what a project, a measure or a package of them brings to what is carried in the
// years simulated, Mt.
type Appraised struct {
	Name, Title             string
	Soft                    bool
	CapexMUSD               float64
	CarriedMt, Error        float64 // Shapley value, and its standard error
	FirstMt, LastMt, LateMt float64 // alone, to all the others, and what a year's delay changes
}

// Appraisal is what projects bring, first what brings most.
type Appraisal struct {
	List          []Appraised
	Without, With float64 // Mt carried in the years simulated, without any and with all
	P05, P95      float64 // of what all bring
}

// AppraisalOf reads an appraisal from its tables.
func AppraisalOf(ranking, together *tables.Table) *Appraisal {
	c := &tables.Ranking
	a := &Appraisal{}
	for i := range ranking.Len() {
		a.List = append(a.List, Appraised{
			Name: c.Project.Of(ranking)[i], Title: c.Title.Of(ranking)[i], Soft: c.Soft.True(ranking, i), CapexMUSD: c.CapexMUSD.Of(ranking)[i],
			CarriedMt: c.CarriedMt.Of(ranking)[i], Error: c.CarriedError.Of(ranking)[i],
			FirstMt: c.CarriedFirstMt.Of(ranking)[i], LastMt: c.CarriedLastMt.Of(ranking)[i], LateMt: c.LateMt.Of(ranking)[i],
		})
	}
	t := &tables.Together
	for i := range together.Len() {
		if t.Metric.Of(together)[i] == tables.Annual.ThroughputMt.Name && t.Period.Of(together)[i] == tables.Total {
			a.Without, a.With = t.Without.Of(together)[i], t.With.Of(together)[i]
			a.P05, a.P95 = t.P05.Of(together)[i], t.P95.Of(together)[i]
		}
	}
	return a
}

// idleMt is what a project brings that brings next to nothing, in all years.
const idleMt = 0.005

// Idle reports whether next to nothing comes of it in any view.
func (q *Appraised) Idle() bool {
	return math.Abs(q.CarriedMt)+float64(2*q.Error) < idleMt && math.Abs(q.FirstMt) < idleMt && math.Abs(q.LastMt) < idleMt
}

// Half is how many, from the first on, bring half of what all bring or more; 0 where all together
// bring nothing.
func (a *Appraisal) Half() int {
	all := 0.0 // since the Shapley values add up to it
	for i := range a.List {
		all += a.List[i].CarriedMt
	}
	sum, half := 0.0, 0
	for i := 0; i < len(a.List) && sum < all/2; i++ {
		sum += a.List[i].CarriedMt
		half++
	}
	return half
}

// Sentences say what the appraisal comes to.
func (a *Appraisal) Sentences() (list []string) {
	brought := a.With - a.Without
	all := fmt.Sprintf("All together they bring %s Mt in these years, %s instead of %s", signed(brought), tables.Rounded(a.With, 3), tables.Rounded(a.Without, 3))
	if a.P05 < a.P95 {
		all += fmt.Sprintf("; %s to %s in nine of ten futures", signed(a.P05), signed(a.P95))
	}
	list = append(list, all+".")
	var idle, negative []string
	for i := range a.List {
		q := &a.List[i]
		switch {
		case q.Idle():
			idle = append(idle, q.Title)
		case q.CarriedMt+float64(2*q.Error) < 0:
			negative = append(negative, q.Title)
		}
	}
	if half := a.Half(); half > 0 && half < len(a.List) {
		list = append(list, fmt.Sprintf("%d of the %d bring half of that.", half, len(a.List)))
	}
	if len(negative) > 0 {
		list = append(list, fmt.Sprintf("Less is carried with these, as what they let through takes room from shorter ways further on: %s.", strings.Join(negative, ", ")))
	}
	if len(idle) > 0 {
		list = append(list, fmt.Sprintf("Next to nothing more is carried in these years with %d of them: %s.", len(idle), strings.Join(idle, ", ")))
	}
	return list
}
