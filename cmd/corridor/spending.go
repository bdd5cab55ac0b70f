package main

import (
	"fmt"
	"math"
	"strings"

	"corridor/sim/tables"
)

// spending is what the projects of a run cost, USD million, by when it is paid.
type spending struct {
	Cost    float64 `json:"cost_musd"`
	Before  float64 `json:"before_musd"`  // the first year simulated
	Within  float64 `json:"within_musd"`  // the years simulated
	After   float64 `json:"after_musd"`   // the last of them
	Running float64 `json:"running_musd"` // to keep them going, in the years simulated
	first   int
	last    int
}

func spendingOf(projects, annual *tables.Table) spending {
	var s spending
	for row := range projects.Len() {
		n := func(column string) float64 { return projects.Numbers(column)[row] }
		s.Before += n("spent_before_musd")
		s.Within += n("spent_musd")
		s.After += n("spent_after_musd")
		s.Running += n("running_musd")
	}
	s.Cost = s.Before + s.Within + s.After
	years := annual.Numbers("year")
	s.first, s.last = int(years[0]), int(years[len(years)-1])
	return s
}

// sentence explains what is spent in the years simulated where that is not what the
// projects cost; nothing where it is.
func (s *spending) sentence() string {
	const shown = 0.5 // which rounds to a million
	var parts []string
	if s.Before >= shown {
		parts = append(parts, fmt.Sprintf("%s are spent before %d", millions(s.Before), s.first))
	}
	if s.After >= shown {
		parts = append(parts, fmt.Sprintf("%s after %d", millions(s.After), s.last))
	}
	var sentences []string
	if len(parts) > 0 {
		sentences = append(sentences, fmt.Sprintf("Of the USD %s million that the projects cost, %s.", millions(s.Cost), strings.Join(parts, " and ")))
	}
	if s.Running >= shown {
		sentences = append(sentences, fmt.Sprintf("Keeping them going takes USD %s million more in these years.", millions(s.Running)))
	}
	return strings.Join(sentences, " ")
}

func millions(musd float64) string { return tables.Grouped(uint64(math.Round(musd))) }
