package runs

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim/portfolio"
	"corridor/sim/tables"
)

// Names of metrics that are no column of annual.csv: what a plan costs, and its net present value
// beside doing nothing.
const (
	PlanCost = "cost"
	PlanNPV  = "npv"
)

// Goal is what a plan is to be good at: a statistic of a metric over the futures.
type Goal struct {
	Text      string              // as it was asked for
	Metric    string              // throughput_mt_2030, throughput_mt_2026..2030 for a sum of years, or cost
	Title     string              // of the metric, for readers
	Reading   tables.Reading      // how its values are shown
	Objective portfolio.Objective // Metric is the place among the metrics asked for

	targets []tables.Target // whose sum the metric is; none for the cost
}

// fewer lists the columns of annual.csv of which less is better.
var fewer = []string{
	tables.Annual.DivertedMt.Name, tables.Annual.QueueMt.Name, tables.Annual.TransitDays.Name, tables.Annual.CostUSDPerT.Name,
	tables.Annual.EmissionsKt.Name, tables.Annual.CapexMUSD.Name, tables.Annual.Utilisation.Name,
	tables.Annual.WaitingMUSD.Name, tables.Annual.TurnedAwayMUSD.Name, tables.Annual.OperatingMUSD.Name, tables.Annual.UpkeepMUSD.Name, tables.Annual.CO2eMUSD.Name,
	tables.Annual.RivalMt.Name, tables.Annual.RivalsEmissionsKt.Name, tables.Annual.CO2eGPerTkm.Name,
}

// statisticNames are the statistics of an objective but quantiles, which are p and the percent.
var statisticNames = map[string]portfolio.Statistic{
	"mean": portfolio.Mean, "share": portfolio.Share, "regret": portfolio.Regret, "scenario-regret": portfolio.ScenarioRegret,
}

// signsOfPrint writes comparisons with the signs of a keyboard.
var signsOfPrint = strings.NewReplacer("≥", " >= ", "≤", " <= ")

// meant are the comparisons that a share has, by those that it may have been meant to have. What
// must be more than a value, or less, is said by the value that it must reach or keep.
var meant = map[string]string{">": ">=", "=>": ">=", "<": "<=", "=<": "<="}

const goalForm = `expected [min|max] [mean|p10|share|regret|scenario-regret] METRIC, such as "mean throughput_mt_2030", "p10 throughput_mt_2026..2030", "share throughput_mt_2030 >= 7" or cost`

// parseGoal reads an objective.
func parseGoal(s *scenarios.Scenario, words string) (*Goal, error) {
	words = signsOfPrint.Replace(words)
	g := &Goal{Text: strings.Join(strings.Fields(words), " ")}
	rest := strings.Fields(words)
	sense := ""
	if len(rest) > 0 && (rest[0] == "min" || rest[0] == "max") {
		sense, rest = rest[0], rest[1:]
	}
	g.Objective.Statistic = portfolio.Mean
	if len(rest) > 1 {
		if statistic, known := statisticNames[rest[0]]; known {
			g.Objective.Statistic, rest = statistic, rest[1:]
		} else if p, err := strconv.ParseFloat(strings.TrimPrefix(rest[0], "p"), 64); err == nil && strings.HasPrefix(rest[0], "p") {
			if !(p > 0 && p < 100) {
				return nil, invalidf("the objective %q asks for the quantile at %v %%, expected one between 0 and 100", g.Text, p)
			}
			g.Objective.Statistic, g.Objective.P, rest = portfolio.Quantile, p/100, rest[1:]
		}
	}
	if len(rest) == 0 {
		return nil, invalidf("the objective is %q, %s", words, goalForm)
	}
	if err := g.of(s, rest[0]); err != nil {
		return nil, err
	}
	switch {
	case g.Objective.Statistic == portfolio.Share:
		if err := g.threshold(s, rest, sense); err != nil {
			return nil, err
		}
	case len(rest) > 1:
		return nil, invalidf("the objective %q has %q after its metric, %s", g.Text, rest[1], goalForm)
	case sense != "":
		g.Objective.Least = sense == "min"
	}
	return g, nil
}

// parseReach reads a condition such as throughput_mt_2030 >= 7, or the name of a target.
func parseReach(s *scenarios.Scenario, words string) (*Goal, error) {
	return parseGoal(s, "share "+words)
}

// of sets the metric.
func (g *Goal) of(s *scenarios.Scenario, metric string) error {
	g.Metric = metric
	if metric == PlanCost {
		g.Title, g.Objective.Least = "Cost", true
		g.Reading = tables.Reading{YearUnit: "USD million", UnitInWords: "USD million", Scale: 1}
		return nil
	}
	if isNPV(metric) {
		g.Metric = PlanNPV
		return g.ofWorth(s)
	}
	from, to, several := strings.Cut(metric, "..")
	years := 1
	if several {
		at := strings.LastIndexByte(from, '_')
		first, err := strconv.Atoi(from[at+1:])
		last, err2 := strconv.Atoi(to)
		if err != nil || err2 != nil || last < first {
			return invalidf("the objective %q asks for the sum of %q, expected years such as throughput_mt_2026..2030", g.Text, metric)
		}
		if _, err := Asked(s, fmt.Sprintf("%s%d", from[:at+1], last)); err != nil {
			return err
		}
		years = last - first + 1
	}
	t, err := Asked(s, from)
	if err != nil {
		return err
	}
	g.targets, g.Title = []tables.Target{t}, t.Title
	for range years - 1 {
		t.At.Month += calendar.MonthsPerYear
		g.targets = append(g.targets, t)
	}
	name := t.Metric.String()
	g.Objective.Threshold, g.Objective.Least = t.Threshold, t.AtMost || slices.Contains(fewer, name)
	g.Reading = tables.Reading{Scale: 1, YearDecimals: 2}
	if column, found := tables.Metric(name); found {
		g.Reading = column.Reading
		g.Title = column.Label + " in " + t.At.Name()
		if several {
			g.Title = fmt.Sprintf("%s in %s to %s", column.Label, g.targets[0].At.Name(), to)
		}
	}
	if several && g.Title == t.Title {
		g.Title = metric
	}
	return nil
}

// ofWorth makes the metric the net present value, for which all months must be simulated.
func (g *Goal) ofWorth(s *scenarios.Scenario) error {
	if err := inMoney(s, "the objective "+strconv.Quote(g.Text)); err != nil {
		return err
	}
	end := s.Corridor.Start + calendar.Month(s.Corridor.Months) - 1
	last, err := Asked(s, fmt.Sprintf("%s_%v", tables.Annual.NetBenefitMUSD.Name, end))
	g.targets, g.Title, g.Reading = []tables.Target{last}, "Net present value", tables.Annual.NetBenefitMUSD.Reading
	return err
}

// threshold reads what a share is to reach: of the metric, or of the target that was named.
func (g *Goal) threshold(s *scenarios.Scenario, rest []string, sense string) error {
	switch {
	case sense != "":
		return invalidf("the objective %q has %s before a share, whose direction is that of >= or <=", g.Text, sense)
	case len(rest) == 1 && math.IsNaN(g.Objective.Threshold) || len(rest) == 1 && g.targets == nil:
		return invalidf("%q says nothing to reach, expected such as %s >= 7, or the name of a target of %s%s", g.Text, rest[0], s.Name, targetsOf(s))
	case len(rest) == 1:
		return nil
	}
	switch {
	case len(rest) > 1 && meant[rest[1]] != "":
		return invalidf("%q compares by %s, expected >= or <=: write %s", strings.Join(rest, " "), rest[1], strings.Join(slices.Concat(rest[:1], []string{meant[rest[1]]}, rest[2:]), " "))
	case len(rest) < 3 || rest[1] != ">=" && rest[1] != "<=":
		return invalidf("%q is no condition, expected such as %s >= 7", strings.Join(rest, " "), rest[0])
	}
	written := strings.Join(rest[2:], " ")
	v, err := g.number(s, written)
	if err != nil {
		return invalidf("%q asks for %q, %w", g.Text, written, err)
	}
	g.Objective.Threshold, g.Objective.Least = v, rest[1] == "<="
	return nil
}

// number reads a value of the metric.
func (g *Goal) number(s *scenarios.Scenario, written string) (float64, error) {
	switch {
	case g.Metric == PlanCost || g.Metric == PlanNPV:
		return s.ValueOf(tables.NPV, written)
	case len(g.targets) > 1:
		return s.SumOf(g.targets[0].Metric.String(), written)
	}
	return s.ValueOf(g.targets[0].Metric.String(), written)
}

// targetsOf lists the targets of a scenario for a message.
func targetsOf(s *scenarios.Scenario) string {
	var names []string
	for _, t := range s.Targets {
		names = append(names, t.Name)
	}
	if len(names) == 0 {
		return ", which has none"
	}
	return ": " + strings.Join(names, ", ")
}

// Condition is what a share asks of a future, in words: throughput_mt_2030 >= 7.
func (g *Goal) Condition() string {
	sign := ">="
	if g.Objective.Least {
		sign = "<="
	}
	what := g.Metric
	if len(g.targets) == 1 && g.Metric != PlanNPV { // which may have been given as a target
		what = g.targets[0].Metric.String() + "_" + g.targets[0].At.String()
	}
	return fmt.Sprintf("%s %s %v", what, sign, g.Objective.Threshold)
}

// leastDraws is how many draws an objective needs to have a meaning: as many as it takes for
// one of them to lie beyond a quantile with a probability of 95 %.
func (g *Goal) leastDraws() uint64 {
	if g.Objective.Statistic != portfolio.Quantile {
		return 1
	}
	return drawsFor(max(g.Objective.P, 1-g.Objective.P))
}

// drawsFor is the least number of draws that can say that something has a probability of p: if
// all of them do it, a probability of less is ruled out at 95 %.
func drawsFor(p float64) uint64 {
	n, all := uint64(0), 1.0
	for all > 0.05 && n < 1<<20 {
		all = float64(all * p)
		n++
	}
	return n
}
