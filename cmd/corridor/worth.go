package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"corridor/scenarios"
	"corridor/sim/findings"
	"corridor/sim/runs"
)

// worthSummary is what the projects and measures of a scenario are worth in its expected future.
type worthSummary struct {
	NPV       *float64 `json:"npv_musd"`
	Benefits  *float64 `json:"benefits_musd"`
	Costs     *float64 `json:"costs_musd"`
	Best      string   `json:"most_for_its_money,omitempty"`
	Sentences []string `json:"sentences"`
}

// worthOf returns it, nil where there is nothing to say in money.
func worthOf(ctx context.Context, s *scenarios.Scenario) (*worthSummary, error) {
	a, err := runs.Glance(ctx, s)
	if a == nil || err != nil {
		return nil, err
	}
	if a.Unvalued {
		return &worthSummary{Sentences: []string{findings.Unvalued}}, nil
	}
	w := &worthSummary{NPV: numberOrNil(a.NPV), Benefits: numberOrNil(a.Benefits), Costs: numberOrNil(a.CostsOfAll), Sentences: a.Lead(findings.English)}
	if best := a.MostForMoney(); best != nil {
		w.Best = best.Name
	}
	return w, nil
}

func (s *worthSummary) print(w io.Writer, asked string) {
	fmt.Fprintf(w, "\nWhat the projects and measures are worth in the expected future:\n%s\n", wrap(strings.Join(s.Sentences, " "), 96))
	fmt.Fprintln(w, wrap(fmt.Sprintf("How sure that is, and what each brings: corridor appraise %s. Which of them to choose: corridor plan. What it hangs on, and when it fails: corridor sensitivity and corridor discover.", asked), 96))
}
