package findings

import (
	"fmt"
	"math"
	"strings"

	"corridor/sim/tables"
)

// Spending is what the projects of a run cost, USD million, by when it is paid.
type Spending struct {
	CostMUSD    float64 `json:"cost_musd" doc:"what all cost" unit:"USD million"`
	BeforeMUSD  float64 `json:"before_musd" doc:"paid before the first year simulated" unit:"USD million"`
	WithinMUSD  float64 `json:"within_musd" doc:"paid in the years simulated" unit:"USD million"`
	AfterMUSD   float64 `json:"after_musd" doc:"paid after the last of them" unit:"USD million"`
	RunningMUSD float64 `json:"running_musd" doc:"to keep them going in the years simulated" unit:"USD million"`

	first, last int // years simulated
}

// SpendingOf adds up projects.csv. The years simulated are those of annual.csv.
func SpendingOf(projects, annual *tables.Table) Spending {
	s := Spending{
		BeforeMUSD: sum(tables.Projects.SpentBeforeMUSD.Of(projects)), WithinMUSD: sum(tables.Projects.SpentMUSD.Of(projects)),
		AfterMUSD: sum(tables.Projects.SpentAfterMUSD.Of(projects)), RunningMUSD: sum(tables.Projects.RunningMUSD.Of(projects)),
	}
	s.CostMUSD = s.BeforeMUSD + s.WithinMUSD + s.AfterMUSD
	years := tables.Annual.Year.Of(annual)
	s.first, s.last = int(years[0]), int(years[len(years)-1])
	return s
}

func sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}

// shown is the least that is told, which rounds to a million.
const shown = 0.5

// Sentence explains what is spent in the years simulated where that is not what the
// projects cost; nothing where it is.
func (s *Spending) Sentence() string {
	var parts []string
	if s.BeforeMUSD >= shown {
		parts = append(parts, fmt.Sprintf("%s are spent before %d", millions(s.BeforeMUSD), s.first))
	}
	if s.AfterMUSD >= shown {
		parts = append(parts, fmt.Sprintf("%s after %d", millions(s.AfterMUSD), s.last))
	}
	var sentences []string
	if len(parts) > 0 {
		sentences = append(sentences, fmt.Sprintf("Of the USD %s million that the projects cost, %s.", millions(s.CostMUSD), strings.Join(parts, " and ")))
	}
	if s.RunningMUSD >= shown {
		sentences = append(sentences, fmt.Sprintf("Keeping them going takes USD %s million more in these years.", millions(s.RunningMUSD)))
	}
	return strings.Join(sentences, " ")
}

func millions(musd float64) string { return tables.Grouped(uint64(math.Round(musd))) }
