package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"corridor/sim/findings"
	"corridor/sim/portfolio"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

func printPlan(w io.Writer, p *runs.Portfolio, r *runs.Run, asJSON bool) error {
	if asJSON {
		return printJSON(w, summarisePlan(p, r))
	}
	found := p.Found
	fmt.Fprintf(w, "%s (%s): which projects and measures, and when\n", p.Scenario.Title, p.Scenario.Name)
	fmt.Fprintln(w, wrap(asked(p)+" "+tried(p), 96))
	if err := printPlans(w, p); err != nil {
		return err
	}
	var said []*runs.Planned
	for _, name := range []string{tables.PlanCheapest, tables.PlanKnee, tables.PlanBest} {
		if listed := found.Named(name); listed != nil && !slices.Contains(said, listed) {
			said = append(said, listed)
			fmt.Fprintf(w, "\n%s\n", wrap(inWords(p, listed, name), 96))
		}
	}
	if core := core(p); core != "" {
		fmt.Fprintf(w, "\n%s\n", wrap(core, 96))
	}
	if p.Question.Reach != "" {
		fmt.Fprintf(w, "\n%s\n", wrap(reached(p), 96))
	}
	if err := printPlanYears(w, p); err != nil {
		return err
	}
	if err := printRegret(w, p); err != nil {
		return err
	}
	if p.Question.Signposts > 0 {
		fmt.Fprintln(w)
		for _, sentence := range signposts(p) {
			fmt.Fprintln(w, wrap(sentence, 96))
		}
	}
	fmt.Fprintf(w, "\n%s\n", wrap(gap(p), 96))
	printFiles(w, r.Directory(), r.Manifest)
	return nil
}

// asked says what may be decided.
func asked(p *runs.Portfolio) string {
	q, found := &p.Question, p.Found
	budget := "whatever it costs"
	switch {
	case q.Budget > 0 && q.BudgetPerYear > 0:
		budget = fmt.Sprintf("for at most USD %s million until %d, and USD %s million in any year", tables.Readable(q.Budget, 0), q.Horizon, tables.Readable(q.BudgetPerYear, 0))
	case q.Budget > 0:
		budget = fmt.Sprintf("for at most USD %s million until %d", tables.Readable(q.Budget, 0), q.Horizon)
	case q.BudgetPerYear > 0:
		budget = fmt.Sprintf("for at most USD %s million in any year until %d", tables.Readable(q.BudgetPerYear, 0), q.Horizon)
	}
	text := fmt.Sprintf("Decided in %s on %s, %s", found.From, tables.Counted(uint64(len(found.Candidates)), "project or measure", "projects and measures"), budget)
	if q.Budget+q.BudgetPerYear > 0 {
		text += " in the mean of the futures"
	}
	return text + "."
}

// tried says what was looked at.
func tried(p *runs.Portfolio) string {
	found := p.Found
	what := fmt.Sprintf("%d plans were tried", len(found.Answer.Tried))
	if found.Answer.Proven {
		what = fmt.Sprintf("All %d plans that keep it were tried", len(found.Answer.Tried))
	}
	text := fmt.Sprintf("%s, each in %d futures, seed %d; figures are of %d others.", what, p.Question.TrialDraws, p.Seed, p.Draws)
	if found.Simulated < found.Asked {
		text += fmt.Sprintf(" Of %d futures %d were simulated, as plans share the rest.", found.Asked, found.Simulated)
	}
	return text
}

// shownPlans are at most so many lines.
const shownPlans = 14

func printPlans(w io.Writer, p *runs.Portfolio) error {
	found := p.Found
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	head := "\n  Plan\tprojects\tcost\t5 to 95 %\t"
	units := "  \t\tUSD m\tUSD m\t"
	if p.Question.Budget+p.Question.BudgetPerYear > 0 {
		head += "kept in\t"
		units += "\t"
	}
	for _, g := range found.Goals {
		if g.Text != runs.PlanCost {
			head += g.Text + "\t95 % interval\t"
			units += unit(g) + "\t\t"
		}
	}
	fmt.Fprintln(t, head+"\n"+units)
	left := 0
	for _, listed := range found.Listed {
		if len(found.Listed) > shownPlans && listed.Front && numbered(listed.Name) {
			left++
			continue
		}
		fmt.Fprintf(t, "  %s\t%d\t%s\t%s to %s\t", listed.Name, listed.Plan.Size(), tables.Readable(listed.Cost.Mean, 0), tables.Readable(listed.Cost.P05, 0), tables.Readable(listed.Cost.P95, 0))
		if p.Question.Budget+p.Question.BudgetPerYear > 0 {
			fmt.Fprintf(t, "%s\t", fixedPercent(listed.Within))
		}
		for i, g := range found.Goals {
			if g.Text != runs.PlanCost {
				f := &listed.Figures[i]
				fmt.Fprintf(t, "%s\t%s\t", valueOf(g, f.Value), interval(g, f.Low, f.High))
			}
		}
		fmt.Fprintln(t)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if left > 0 {
		fmt.Fprintf(w, "  and %d more of the %d between them that none is better than, in plans.csv\n", left, len(found.Answer.Front))
	}
	return nil
}

func numbered(name string) bool { return name[0] >= '0' && name[0] <= '9' }

func unit(g *runs.Goal) string {
	if g.Objective.Statistic == portfolio.Share {
		return "of futures"
	}
	return g.Reading.YearUnit
}

// valueOf writes a value of an objective, or of its metric.
func valueOf(g *runs.Goal, v float64) string {
	if g.Objective.Statistic == portfolio.Share {
		return fixedPercent(v)
	}
	return metricOf(g, v)
}

func metricOf(g *runs.Goal, v float64) string {
	return fixed(float64(v*g.Reading.Scale), g.Reading.YearDecimals)
}

// withUnit writes a value of a metric with its unit, money as USD 3 million.
func withUnit(g *runs.Goal, v float64) string {
	if money, rest, is := strings.Cut(g.Reading.YearUnit, " "); is && money == "USD" {
		return strings.TrimSpace("USD " + metricOf(g, v) + " " + rest)
	}
	return strings.TrimSpace(metricOf(g, v) + " " + g.Reading.YearUnit)
}

func interval(g *runs.Goal, low, high float64) string {
	if math.IsNaN(low) || math.IsInf(low, 0) || math.IsInf(high, 0) {
		return "–"
	}
	return valueOf(g, low) + " to " + valueOf(g, high)
}

// inWords says what a plan is, what it gains, and how sure that is.
func inWords(p *runs.Portfolio, listed *runs.Planned, name string) string {
	found := p.Found
	var also []string
	for _, other := range []string{tables.PlanBest, tables.PlanCheapest, tables.PlanKnee} {
		if other != name && listed.Has(other) {
			also = append(also, other)
		}
	}
	called := strings.ToUpper(name[:1]) + name[1:]
	if name == tables.PlanKnee && len(also) == 0 {
		called += ", from which on more money brings less"
	}
	if len(also) > 0 {
		called += " and " + strings.Join(also, " and ")
	}
	if listed.Plan.Size() == 0 && listed.Has(tables.PlanNothing) {
		return fmt.Sprintf("%s: nothing. No plan that was tried is better by %s.", called, found.Goals[0].Text)
	}
	text := fmt.Sprintf("%s: %s, for USD %s million (%s to %s in nine futures of ten)", called, members(p, listed), tables.Readable(listed.Cost.Mean, 0), tables.Readable(listed.Cost.P05, 0), tables.Readable(listed.Cost.P95, 0))
	if !math.IsNaN(listed.Within) {
		text += fmt.Sprintf(", within the budget in %s of futures", fixedPercent(listed.Within))
	}
	text += "."
	if listed.AfterMUSD >= 0.5 {
		text += fmt.Sprintf(" USD %s million more are left to pay for it after %d.", tables.Readable(listed.AfterMUSD, 0), p.Question.Horizon)
	}
	everything := found.Named(tables.PlanEverything)
	said := []string{runs.PlanCost}
	for i, g := range found.Goals {
		if slices.Contains(said, g.Metric) {
			continue
		}
		said = append(said, g.Metric)
		f, all := &listed.Figures[i], &everything.Figures[i]
		more := "more"
		gain, low, high := f.Gain, f.GainLow, f.GainHigh
		if gain < 0 {
			more, gain, low, high = "less", -gain, -high, -low
		}
		text += fmt.Sprintf(" %s: %s %s than with nothing (%s to %s), better in %s of futures", g.Title, withUnit(g, gain), more,
			metricOf(g, low), metricOf(g, high), fixedPercent(f.Better))
		if share := f.Gain / all.Gain; listed != everything && all.Gain != 0 && share > 0 && share < 10 {
			text += fmt.Sprintf(", %s of what everything changes, for %s of its cost", fixedPercent(share), partOf(listed.Cost.Mean/everything.Cost.Mean))
		}
		text += "."
	}
	return text
}

// partOf writes a share, and that it is not nothing.
func partOf(share float64) string {
	if share > 0 && share < 0.005 {
		return "less than 1 %"
	}
	return fixedPercent(share)
}

// members lists what a plan has.
func members(p *runs.Portfolio, listed *runs.Planned) string {
	var list, left []string
	later := false
	for _, m := range p.Members(listed) {
		name := p.Scenario.Labels.Project(m.Name)
		if m.LaterMonths > 0 {
			name, later = name+" from "+m.Start.String(), true
		}
		list = append(list, name)
	}
	for i, c := range p.Found.Candidates {
		if !listed.Plan.Has(i) {
			left = append(left, p.Scenario.Labels.Project(c.Name))
		}
	}
	switch {
	case len(list) == 0:
		return "nothing"
	case len(left) == 0:
		return "everything"
	case len(left) < len(list)/2 && !later:
		return "everything but " + findings.Names(left)
	}
	return findings.Names(list)
}

// core says what all plans of the front have, and none.
func core(p *runs.Portfolio) string {
	front := p.Found.Answer.Front
	var always, never []string
	plans := 0
	for _, t := range front {
		if t.Plan.Size() > 0 {
			plans++
		}
	}
	for i, c := range p.Found.Candidates {
		n := 0
		for _, t := range front {
			if t.Plan.Has(i) {
				n++
			}
		}
		switch n {
		case 0:
			never = append(never, p.Scenario.Labels.Project(c.Name))
		case plans:
			always = append(always, p.Scenario.Labels.Project(c.Name))
		}
	}
	if plans < 2 {
		return ""
	}
	text := ""
	if len(always) > 0 {
		text = fmt.Sprintf("In each of the %d plans that do something and that none is better than: %s.", plans, findings.Names(always))
	}
	if len(never) > 0 {
		text += fmt.Sprintf(" In none of them: %s.", findings.Names(never))
	}
	return strings.TrimSpace(text)
}

// reached says whether what is to be reached is.
func reached(p *runs.Portfolio) string {
	found, q := p.Found, &p.Question
	condition := found.Reach.Condition()
	wanted := fmt.Sprintf("%s in %s of futures", condition, fixedPercent(q.Probability))
	if listed := found.Named(tables.PlanCheapest); listed != nil {
		share := listed.Reached
		said := "which is sure"
		switch {
		case share.High < q.Probability:
			said = "which is less: on the futures that chose it it looked better than it is"
		case share.Low < q.Probability:
			said = "which leaves it open whether that is enough"
		}
		return fmt.Sprintf("Cheapest that was found to reach %s: plan %s, for USD %s million. In the %d futures that did not choose it it does in %s (%s to %s), %s.",
			wanted, listed.Name, fixed(listed.Cost.Mean, 0), share.Futures, fixedPercent(share.Share), fixedPercent(share.Low), fixedPercent(share.High), said)
	}
	text := fmt.Sprintf("Unreachable: no plan that was tried reaches %s.", wanted)
	if !found.Answer.Proven {
		text = fmt.Sprintf("Not reached: none of the plans that were tried reaches %s.", wanted)
	}
	if best := found.Named(tables.PlanBest); best != nil {
		text += fmt.Sprintf(" The best of them does in %s (%s to %s).", fixedPercent(best.Reached.Share), fixedPercent(best.Reached.Low), fixedPercent(best.Reached.High))
	}
	why := found.Why
	text += fmt.Sprintf(" With everything built, whatever that costs, it is reached in %s (%s to %s).", fixedPercent(why.Everything.Share), fixedPercent(why.Everything.Low), fixedPercent(why.Everything.High))
	if why.DemandOf != "" && why.Missed > 0 {
		text += fmt.Sprintf(" In %s of the futures where even that is not enough the demand is not there, whatever is built. With no segment ever full %s Mt would come in the mean of all futures, %s to %s in nine of ten.",
			fixedPercent(float64(why.Short)/float64(why.Missed)), fixed(why.Demand.Mean, 2), fixed(why.Demand.P05, 2), fixed(why.Demand.P95, 2))
	}
	if why.HeldIn > 0 {
		text += fmt.Sprintf(" In the other %d %s holds most back, in %s of them.", why.HeldIn, why.Segment, fixedPercent(why.HeldShare))
	}
	if !found.Answer.Proven {
		text += " That everything is not enough is no proof for less: the model does not promise that one project more never hurts."
	}
	return text
}

// printPlanYears shows what the named plans cost by year.
func printPlanYears(w io.Writer, p *runs.Portfolio) error {
	var columns []*runs.Planned
	for _, listed := range p.Found.Listed {
		if !numbered(listed.Name) && listed.Name != tables.PlanNothing {
			columns = append(columns, listed)
		}
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(t, "\n  USD million\t")
	for _, listed := range columns {
		fmt.Fprintf(t, "%s\t", listed.Name)
	}
	fmt.Fprintln(t)
	for i := range columns[0].Years {
		fmt.Fprintf(t, "  %d\t", p.Found.From.Year()+i)
		for _, listed := range columns {
			fmt.Fprintf(t, "%s\t", fixed(listed.Years[i].Mean, 0))
		}
		fmt.Fprintln(t)
	}
	return t.Flush()
}

// printRegret shows how far plans are from the best in each scenario.
func printRegret(w io.Writer, p *runs.Portfolio) error {
	t := p.Found.Regret
	if t == nil {
		return nil
	}
	c := &tables.Regret
	goal := p.Found.Goals[0]
	worst := map[string]float64{}
	cells := map[[2]string]float64{}
	var plans, against []string
	for row, metric := range c.Metric.Of(t) {
		if metric != goal.Metric {
			continue
		}
		plan, where := c.Plan.Of(t)[row], c.Against.Of(t)[row]
		if _, met := worst[plan]; !met {
			plans = append(plans, plan)
		}
		if len(plans) == 1 {
			against = append(against, where)
		}
		worst[plan], cells[[2]string{plan, where}] = c.Worst.Of(t)[row], c.Regret.Of(t)[row]
	}
	if len(plans) == 0 {
		return nil
	}
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(out, "\n  Regret of %s, %s, in\t", goal.Title, unit(goal))
	for _, where := range against {
		if where == p.Scenario.Name {
			where = "as it is"
		}
		fmt.Fprintf(out, "%s\t", strings.TrimPrefix(where, p.Scenario.Name+"+"))
	}
	fmt.Fprintln(out, "at worst\t")
	least := ""
	for _, plan := range plans {
		if least == "" || worst[plan] < worst[least] {
			least = plan
		}
		if numbered(plan) {
			continue
		}
		fmt.Fprintf(out, "  %s\t", plan)
		for _, where := range against {
			fmt.Fprintf(out, "%s\t", valueOf(goal, cells[[2]string{plan, where}]))
		}
		fmt.Fprintf(out, "%s\t\n", valueOf(goal, worst[plan]))
	}
	if err := out.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(w, "  Least regret at worst: plan %s, %s\n", least, valueOf(goal, worst[least]))
	return nil
}

// gap says what is proven, and what is not.
func gap(p *runs.Portfolio) string {
	a := p.Found.Answer
	if a.Proven {
		return fmt.Sprintf("Proven for the %d futures of the trial: all %d plans that keep the budget were tried. Other futures could rank near plans otherwise.", p.Question.TrialDraws, a.Feasible)
	}
	text := fmt.Sprintf("Not proven: these are the best found of %d that were tried, out of ", len(a.Tried))
	if a.Feasible >= 0 {
		text += fmt.Sprintf("%d that keep the budget", a.Feasible)
	} else {
		text += fmt.Sprintf("more than %d that keep the budget, as many as there may be of %d projects and measures", p.Question.Evaluations, len(p.Found.Candidates))
	}
	text += ". How much better the best of all is is not known: no bound is, as one project more can hurt another."
	if a.Polished {
		return text + " Every plan that differs by one project from those with a name was tried, and none of them is better."
	}
	return text + " Not every plan that differs by one project from those with a name was tried: --evaluations lets more be."
}

// signposts says what, once observed, would speak for another plan.
func signposts(p *runs.Portfolio) (list []string) {
	found, by := p.Found, p.Question.Signposts
	if len(found.Signposts) == 0 {
		return []string{fmt.Sprintf("No observation by %d was found that would speak for another of these plans.", by)}
	}
	var goal *runs.Goal
	for _, g := range found.Goals {
		if goal == nil && g.Metric != runs.PlanCost {
			goal = g
		}
	}
	for _, s := range found.Signposts {
		var when []string
		for _, o := range s.Limits {
			when = append(when, observed(o))
		}
		list = append(list, fmt.Sprintf("Signpost: if by the end of %d %s, plan %s does better than plan %s in %s of futures, by %s in the mean; without looking in %s. Found on one half of the futures, judged on %s of the other.",
			by, strings.Join(when, " and "), s.Other, s.Plan, fixedPercent(s.Judged), withUnit(goal, s.Gain), fixedPercent(s.All), tables.Grouped(s.In)))
	}
	return list
}

// observed says within which limits an observation lies.
func observed(o runs.Observed) string {
	number := func(v float64) string {
		return strings.TrimSpace(fixed(float64(v*o.Reading.Scale), o.Reading.YearDecimals) + " " + o.Reading.YearUnit)
	}
	switch {
	case o.Serves && o.Low > 0:
		return strings.TrimPrefix(o.Name, runs.ServesBefore) + " serves"
	case o.Serves:
		return strings.TrimPrefix(o.Name, runs.ServesBefore) + " does not serve"
	case math.IsInf(o.Low, -1):
		return fmt.Sprintf("%s is at most %s", lowerFirst(o.Title), number(o.High))
	case math.IsInf(o.High, 1):
		return fmt.Sprintf("%s is at least %s", lowerFirst(o.Title), number(o.Low))
	}
	return fmt.Sprintf("%s is from %s to %s", lowerFirst(o.Title), number(o.Low), number(o.High))
}

func lowerFirst(text string) string { return strings.ToLower(text[:1]) + text[1:] }
