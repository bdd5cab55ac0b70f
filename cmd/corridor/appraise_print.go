package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
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

	NPV        *float64 `json:"npv_musd"`
	NPVError   *float64 `json:"npv_error"`
	NPVP05     *float64 `json:"npv_p05"`
	NPVP95     *float64 `json:"npv_p95"`
	Costs      *float64 `json:"costs_musd"`
	Ratio      *float64 `json:"ratio"`
	Rate       *float64 `json:"internal_rate_per_year"`
	WorthFirst *float64 `json:"worth_first_share"`
	WorthLast  *float64 `json:"worth_last_share"`
	LateNPV    *float64 `json:"late_npv_musd"`
}

func printAppraisal(w io.Writer, p *runs.Appraisal, r *runs.Run, asJSON bool) error {
	a := findings.AppraisalOf(p.Answer.Ranking, p.Answer.Together)
	if asJSON {
		return printJSON(w, summariseAppraisal(p, r, a))
	}
	s := p.Scenario
	fmt.Fprintf(w, "%s (%s): what its projects and measures bring\n", s.Title, s.Name)
	fmt.Fprintln(w, wrap(fmt.Sprintf(`%s. %s`, futuresAppraised(p), whatIsShown(a.Money, s)), 96))
	fmt.Fprintln(w)
	if a.Money {
		printWorth(w, a.List)
	} else if slices.ContainsFunc(a.List, func(q findings.Appraised) bool { return !q.Idle() }) {
		printAppraised(w, a.List)
	}
	for _, sentence := range a.Sentences() {
		fmt.Fprintf(w, "\n%s\n", wrap(sentence, 96))
	}
	if a.Money {
		fmt.Fprintf(w, "\n%s\n", wrap(runs.TermsSentence(&s.Corridor, s.Uncertainties, runs.Uncertain(s))+" Costs are the corridor's part, where other traffic uses the same works; corridor plan has all that is paid.", 96))
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

// whatIsShown says what the columns are.
func whatIsShown(money bool, s *scenarios.Scenario) string {
	if money {
		return fmt.Sprintf(`USD million, present values of all years appraised: costs, the corridor's part, and the net present value in the mean over the orders in
which the projects may come (Shapley) with its standard error and nine of ten futures; benefits over costs; the share of the
futures in which it is worth its cost alone, and beside all the others; Mt more carried in %s; and the present value that a
year's delay takes away.`, yearsOf(s))
	}
	return fmt.Sprintf(`Mt carried in %s: in the mean over the orders in which they may come (Shapley) with its
standard error, alone, to all the others, and what a year's delay changes.`, yearsOf(s))
}

// printWorth shows a line for each, in money.
func printWorth(w io.Writer, list []findings.Appraised) {
	widest := utf8.RuneCountInString("Project or measure")
	for i := range list {
		widest = max(widest, utf8.RuneCountInString(list[i].Title))
	}
	fmt.Fprintf(w, "  %-*s  Costs  Net value    ±      5 to 95 %%  Ratio  Alone  Beside    Mt  Late\n", widest, "Project or measure")
	for i := range list {
		q := &list[i]
		fmt.Fprintf(w, "  %-*s  %5s  %9s  %3s  %13s  %5s  %5s  %6s  %4s  %4s\n", widest, q.Title, minus(q.Costs, 0), minus(q.NPV, 0), fixed(q.NPVError, 0),
			minus(q.P05, 0)+" to "+minus(q.P95, 0), fixed(q.Ratio, 1), fixedPercent(q.WorthFirst), fixedPercent(q.WorthLast), minus(q.CarriedMt, 2), minus(q.LateNPV, 0))
	}
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
	if !runs.Uncertain(p.Scenario) {
		sum.Draws, sum.Orders = 1, p.Draws*p.Orders
	}
	for i := range a.List {
		q := &a.List[i]
		sum.Ranking = append(sum.Ranking, appraisedSummary{
			q.Name, q.Title, numberOrNil(q.CapexMUSD), numberOrNil(q.CarriedMt), numberOrNil(q.Error), numberOrNil(q.FirstMt), numberOrNil(q.LastMt), numberOrNil(q.LateMt),
			numberOrNil(q.NPV), numberOrNil(q.NPVError), numberOrNil(q.P05), numberOrNil(q.P95), numberOrNil(q.Costs), numberOrNil(q.Ratio), numberOrNil(q.Rate),
			numberOrNil(q.WorthFirst), numberOrNil(q.WorthLast), numberOrNil(q.LateNPV),
		})
	}
	sum.Files = outputsOf(r.Manifest)
	return sum
}

// minus writes a number with so many decimals, with a true minus and no negative nothing.
func minus(v float64, decimals int) string {
	text := fixed(v, decimals)
	if strings.Trim(text, "-0.") == "" {
		text = strings.TrimPrefix(text, "-")
	}
	return strings.Replace(text, "-", "−", 1)
}
