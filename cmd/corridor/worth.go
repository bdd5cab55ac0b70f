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
	NPV       *float64 `json:"npv_musd" doc:"net present value of all projects and measures; null without values" unit:"USD million"`
	Benefits  *float64 `json:"benefits_musd" doc:"present value of the benefits" unit:"USD million"`
	Costs     *float64 `json:"costs_musd" doc:"present value of the costs" unit:"USD million"`
	Best      string   `json:"most_for_its_money,omitempty" doc:"project with the highest benefit for its cost"`
	Sentences []string `json:"sentences" doc:"what there is to say, in sentences"`
}

// worthOf returns it, nil where there is nothing to say in money.
func worthOf(ctx context.Context, s *scenarios.Scenario) (*worthSummary, error) {
	a, err := runs.Glance(ctx, s)
	if a == nil || err != nil {
		return nil, err
	}
	if a.Unvalued {
		return &worthSummary{Sentences: []string{findings.Unvalued(findings.English)}}, nil
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
