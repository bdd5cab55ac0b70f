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
	Scenario  string             `json:"scenario" doc:"name of the scenario"`
	Title     string             `json:"title" doc:"name for readers"`
	Seed      uint64             `json:"seed" doc:"seed of the random numbers"`
	Draws     uint64             `json:"draws" doc:"futures in which it was asked; 0 for the expected one alone"`
	Orders    uint64             `json:"orders" doc:"orders in which the projects were added, of which means are taken"`
	Ranking   []appraisedSummary `json:"ranking" doc:"what each project or measure brings over the years simulated, most first"`
	Sentences []string           `json:"sentences" doc:"what there is to say, in sentences"`
	Directory string             `json:"directory" doc:"where the results are"`
	Files     []string           `json:"files" doc:"the files there"`
}

// appraisedSummary is what one project brings, Mt over the years simulated.
type appraisedSummary struct {
	Project string   `json:"project" doc:"name of the project or measure"`
	Title   string   `json:"title" doc:"name for readers"`
	CapexM  *float64 `json:"capex_musd" doc:"what it costs, in 2025 prices" unit:"USD million"`
	Carried *float64 `json:"carried_mt" doc:"what it adds to what is carried, in the mean of the orders" unit:"Mt"`
	Error   *float64 `json:"carried_error" doc:"standard error of carried_mt" unit:"Mt"`
	First   *float64 `json:"carried_first_mt" doc:"the same as the first of all projects" unit:"Mt"`
	Last    *float64 `json:"carried_last_mt" doc:"the same as the last, beside all others" unit:"Mt"`
	Late    *float64 `json:"late_mt" doc:"what a year of delay takes from it" unit:"Mt"`

	NPV        *float64 `json:"npv_musd" doc:"net present value in the mean of the orders" unit:"USD million"`
	NPVError   *float64 `json:"npv_error" doc:"standard error of npv_musd" unit:"USD million"`
	NPVP05     *float64 `json:"npv_p05" doc:"5 % quantile over the futures" unit:"USD million"`
	NPVP95     *float64 `json:"npv_p95" doc:"95 % quantile over the futures" unit:"USD million"`
	Costs      *float64 `json:"costs_musd" doc:"present value of its costs" unit:"USD million"`
	Ratio      *float64 `json:"ratio" doc:"benefits over costs"`
	Rate       *float64 `json:"internal_rate_per_year" doc:"discount rate at which it is worth nothing" unit:"per year"`
	WorthFirst *float64 `json:"worth_first_share" doc:"share of the futures in which it is worth its cost as the first"`
	WorthLast  *float64 `json:"worth_last_share" doc:"share likewise beside all others"`
	LateNPV    *float64 `json:"late_npv_musd" doc:"what a year of delay takes from its net present value" unit:"USD million"`
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
	for _, sentence := range a.Sentences(findings.English) {
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
	fmt.Fprintf(w, "  %-*s  Costs  Net value    ±        5 to 95 %%  Ratio  Alone  Beside    Mt  Late\n", widest, "Project or measure")
	for i := range list {
		q := &list[i]
		fmt.Fprintf(w, "  %-*s  %5s  %9s  %3s  %15s  %5s  %5s  %6s  %4s  %4s\n", widest, q.Title, minus(q.Costs, 0), minus(q.NPV, 0), fixed(q.NPVError, 0),
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
		Ranking: []appraisedSummary{}, Sentences: a.Sentences(findings.English), Directory: r.Directory(),
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
