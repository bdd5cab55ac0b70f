package main

import (
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"corridor/scenarios"
	"corridor/sim/findings"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// appraisalSummary is how programs read an appraisal.
type appraisalSummary struct {
	Scenario  string             `json:"scenario"`
	Title     string             `json:"title"`
	Seed      uint64             `json:"seed"`
	Draws     uint64             `json:"draws"`
	Orders    uint64             `json:"orders"`
	Ranking   []appraisedSummary `json:"ranking"`
	Sentences []string           `json:"sentences"`
	Directory string             `json:"directory"`
	Files     []string           `json:"files"`
}

// appraisedSummary is what one project brings, Mt over the years simulated.
type appraisedSummary struct {
	Project string   `json:"project"`
	Title   string   `json:"title"`
	CapexM  *float64 `json:"capex_musd"`
	Carried *float64 `json:"carried_mt"`
	Error   *float64 `json:"carried_error"`
	First   *float64 `json:"carried_first_mt"`
	Last    *float64 `json:"carried_last_mt"`
	Late    *float64 `json:"late_mt"`
}

func printAppraisal(w io.Writer, p *runs.Appraisal, r *runs.Run, asJSON bool) error {
	a := findings.AppraisalOf(p.Answer.Ranking, p.Answer.Together)
	if asJSON {
		return printJSON(w, summariseAppraisal(p, r, a))
	}
	s := p.Scenario
	fmt.Fprintf(w, "%s (%s): what its projects and measures bring\n", s.Title, s.Name)
	fmt.Fprintln(w, wrap(fmt.Sprintf(`%s. Mt carried in %s: in the mean over the orders in which they may come (Shapley) with its
standard error, alone, to all the others, and what a year's delay changes.`, futuresAppraised(p), yearsOf(s)), 96))
	fmt.Fprintln(w)
	if slices.ContainsFunc(a.List, func(q findings.Appraised) bool { return !q.Idle() }) {
		printAppraised(w, a.List)
	}
	for _, sentence := range a.Sentences() {
		fmt.Fprintf(w, "\n%s\n", wrap(sentence, 96))
	}
	printFiles(w, r.Directory(), r.Manifest)
	return nil
}

// futuresAppraised says which futures were looked at.
func futuresAppraised(p *runs.Appraisal) string {
	if !runs.Uncertain(p.Scenario) {
		return fmt.Sprintf("The expected future, in %d orders", p.Draws*p.Orders)
	}
	return fmt.Sprintf("%s, seed %d, and %d orders in each", tables.Counted(p.Draws, "future"), p.Seed, p.Orders)
}

// yearsOf names the years of a scenario.
func yearsOf(s *scenarios.Scenario) string {
	start, years := s.Corridor.Years()
	if years == 1 {
		return fmt.Sprint(start)
	}
	return fmt.Sprintf("%d to %d", start, start+years-1)
}

// printAppraised shows a line for each that brings something.
func printAppraised(w io.Writer, list []findings.Appraised) {
	widest := utf8.RuneCountInString("Project or measure")
	for i := range list {
		if !list[i].Idle() {
			widest = max(widest, utf8.RuneCountInString(list[i].Title))
		}
	}
	fmt.Fprintf(w, "  %-*s  USD m  Mean of orders     ±   Alone  To the others  A year late\n", widest, "Project or measure")
	for i := range list {
		if q := &list[i]; !q.Idle() {
			fmt.Fprintf(w, "  %-*s  %5s  %14s  %4s  %6s  %13s  %11s\n", widest, q.Title, fixed(q.CapexMUSD, 0),
				signedNumber(q.CarriedMt), fixed(q.Error, 2), signedNumber(q.FirstMt), signedNumber(q.LastMt), signedNumber(q.LateMt))
		}
	}
}

func summariseAppraisal(p *runs.Appraisal, r *runs.Run, a *findings.Appraisal) *appraisalSummary {
	sum := &appraisalSummary{
		Scenario: p.Scenario.Name, Title: p.Scenario.Title, Seed: p.Seed, Draws: p.Draws, Orders: p.Orders,
		Ranking: []appraisedSummary{}, Sentences: a.Sentences(), Directory: r.Directory(),
	}
	for i := range a.List {
		q := &a.List[i]
		sum.Ranking = append(sum.Ranking, appraisedSummary{
			q.Name, q.Title, numberOrNil(q.CapexMUSD), numberOrNil(q.CarriedMt), numberOrNil(q.Error), numberOrNil(q.FirstMt), numberOrNil(q.LastMt), numberOrNil(q.LateMt),
		})
	}
	for _, o := range r.Manifest.Outputs {
		sum.Files = append(sum.Files, o.Path)
	}
	return sum
}
