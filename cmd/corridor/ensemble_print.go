package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"text/tabwriter"

	"corridor/sim/findings"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// ensembleSummary is what an ensemble prints, for people or, with --json, for
// programs.
type ensembleSummary struct {
	Scenario      string             `json:"scenario" doc:"name of the scenario"`
	Title         string             `json:"title" doc:"name for readers"`
	Seed          uint64             `json:"seed" doc:"seed of the random numbers"`
	Design        string             `json:"design" doc:"how the draws are spread"`
	Replicates    uint64             `json:"replicates,omitempty" doc:"of the design"`
	Draws         uint64             `json:"draws" doc:"futures, those that failed included"`
	Failed        uint64             `json:"failed" doc:"futures that came to no finite number"`
	Uncertainties int                `json:"uncertainties" doc:"how many there are"`
	Posterior     *posteriorSummary  `json:"posterior,omitempty" doc:"what is drawn together, one of the uncertainties"`
	Hazards       int                `json:"hazards" doc:"how many there are"`
	Chances       []chanceSummary    `json:"chances" doc:"in how many futures each target is met"`
	Findings      []findings.Finding `json:"findings" doc:"in how many futures a sentence holds, in the years of targets and the last"`
	HangsOn       []findings.Hanging `json:"hangs_on,omitempty" doc:"figures that turn the verdict on a target in the expected future"`
	Figures       []figureSummary    `json:"figures" doc:"headline figures with half of their 95 % intervals"`
	Precision     float64            `json:"precision" doc:"half of an interval over the value, that is asked for"`
	Enough        *uint64            `json:"draws_wanted,omitempty" doc:"draws that would give every headline figure that precision"`
	Directory     string             `json:"directory" doc:"where the results are"`
	Files         []string           `json:"files" doc:"the files there"`

	years []string // of targets, and the last
}

// posteriorSummary says what is drawn together.
type posteriorSummary struct {
	Title string   `json:"title" doc:"name for readers"`
	Of    []string `json:"of" doc:"numbers that it gives"`
	Rows  int      `json:"rows" doc:"rows of the sample"`
}

type chanceSummary struct {
	Target string  `json:"target" doc:"name of the target"`
	Title  string  `json:"title" doc:"name for readers"`
	At     string  `json:"at" doc:"year or month"`
	Met    float64 `json:"met" doc:"share of the futures that meet it"`
	Low    float64 `json:"low" doc:"low end of the 95 % interval"`
	High   float64 `json:"high" doc:"high end of the 95 % interval"`
}

// figureSummary is a headline figure, with half of its 95 % interval.
type figureSummary struct {
	Metric    string   `json:"metric" doc:"metric, a result column or an expression on result columns"`
	Period    string   `json:"period" doc:"year or month"`
	Statistic string   `json:"statistic" doc:"mean, or a quantile such as p05"`
	Value     *float64 `json:"value" doc:"value; null where there is none"`
	HalfWidth *float64 `json:"half_width" doc:"half of the 95 % interval; null where the draws are too few to tell"`
}

func summariseEnsemble(p *runs.Ensemble, r *runs.Run) *ensembleSummary {
	s, e, f := p.Scenario, p.Ensemble, p.Futures
	sum := &ensembleSummary{
		Scenario: s.Name, Title: s.Title, Seed: e.Seed, Design: e.Design, Replicates: runs.ReplicatesOf(e), Draws: f.Done(), Failed: f.Failed(),
		Uncertainties: len(s.Uncertainties), Hazards: len(s.Corridor.Hazards), Precision: p.Precision, Directory: r.Directory(),
		Chances: chancesIn(tableOf(p.Tables, tables.Chances)), Figures: figuresIn(tableOf(p.Tables, tables.Precision)),
		HangsOn: findings.HangsOn(p.Swings, s.Targets), years: headlineYears(s),
	}
	if d := s.Posterior; d != nil {
		sum.Posterior = &posteriorSummary{d.Title, d.Of, len(d.Rows)}
	}
	for _, f := range findings.FindingsOf(tableOf(p.Tables, tables.Findings)) {
		if slices.Contains(sum.years, f.Year()) {
			sum.Findings = append(sum.Findings, f)
		}
	}
	if enough, known := e.EnoughDraws(f, p.Precision); known {
		sum.Enough = &enough
	}
	sum.Files = outputsOf(r.Manifest)
	return sum
}

func tableOf(list []*tables.Table, of tables.Described) *tables.Table {
	return list[slices.IndexFunc(list, func(t *tables.Table) bool { return t.Schema == of.Describe() })]
}

func chancesIn(t *tables.Table) []chanceSummary {
	list := []chanceSummary{}
	for i, name := range tables.Chances.Target.Of(t) {
		if p := tables.Chances.Met.Share.Of(t)[i]; !math.IsNaN(p) {
			list = append(list, chanceSummary{name, tables.Chances.Title.Of(t)[i], tables.Chances.At.Of(t)[i], p, tables.Chances.Met.Low.Of(t)[i], tables.Chances.Met.High.Of(t)[i]})
		}
	}
	return list
}

func figuresIn(t *tables.Table) []figureSummary {
	list := []figureSummary{}
	for i, metric := range tables.Precision.Metric.Of(t) {
		list = append(list, figureSummary{
			metric, tables.Precision.Period.Of(t)[i], tables.Precision.Statistic.Of(t)[i],
			numberOrNil(tables.Precision.Value.Of(t)[i]), numberOrNil(tables.Precision.HalfWidth.Of(t)[i]),
		})
	}
	return list
}

func numberOrNil(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}

func orNaN(v *float64) float64 {
	if v == nil {
		return math.NaN()
	}
	return *v
}

// print shows the spread of throughput and capacity by year, the chance of each
// target, and how sure both are.
func (sum *ensembleSummary) print(w io.Writer, p *runs.Ensemble) {
	fmt.Fprintf(w, "%s (%s): %s, seed %d, %s, %s, %s\n\n",
		sum.Title, sum.Scenario, tables.Counted(sum.Draws, "future"), sum.Seed, sum.Design,
		tables.Counted(sum.Uncertainties, "uncertainty", "uncertainties"), tables.Counted(sum.Hazards, "hazard"))
	if d := sum.Posterior; d != nil {
		fmt.Fprintln(w, wrap(fmt.Sprintf("%s are drawn together (%s): each future has one of %d rows.", tables.Counted(len(d.Of), "figure"), d.Title, d.Rows), 96)+"\n")
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tThroughput, Mt\t\t\tDemand, Mt\t\t\tCapacity, Mt/yr\t\t\t")
	fmt.Fprintln(t, "Year\t5 %\tmedian\t95 %\t5 %\tmedian\t95 %\t5 %\tmedian\t95 %\t")
	first, n := p.Scenario.Corridor.Years()
	for period := range n {
		fmt.Fprintf(t, "%d", first+period)
		for _, column := range []tables.MetricColumn{tables.Annual.ThroughputMt, tables.Annual.DemandMt, tables.Annual.CapacityMt} {
			c := p.Futures.Alternatives[0].Metrics.At(slices.Index(tables.Metrics(), column.Name), period)
			for _, q := range []float64{0.05, 0.5, 0.95} {
				fmt.Fprintf(t, "\t%s", fixed(c.Quantile(q), 2))
			}
		}
		fmt.Fprintln(t, "\t")
	}
	t.Flush()
	fmt.Fprintln(w)
	fmt.Fprintln(w, wrap(findings.Rule, 96))
	printFindings(w, sum.Findings, sum.Scenario, sum.years)
	if len(sum.HangsOn) > 0 {
		fmt.Fprintln(w, "\nIn the expected future, with one figure at either end of its range:")
		printHangsOn(w, sum.HangsOn)
	}
	if sum.Failed > 0 {
		left := "are left out; %s lists them.\n"
		if sum.Failed == 1 {
			left = "is left out; %s lists it.\n"
		}
		fmt.Fprintf(w, "%s came to no finite number and "+left, tables.Counted(sum.Failed, "future"), tables.Failures.File())
	}
	sum.printPrecision(w)
}

// printFindings says what holds of a scenario in its futures, and in how many of them.
func printFindings(w io.Writer, list []findings.Finding, scenario string, years []string) {
	sentences := findings.Targets(list, scenario)
	for _, year := range years {
		sentences = append(sentences, findings.Leading(findings.English, list, scenario, year)...)
	}
	printList(w, sentences)
}

// printList prints the sentences that there are, one below the other.
func printList(w io.Writer, sentences []string) {
	for _, sentence := range sentences {
		if sentence != "" {
			fmt.Fprintln(w, wrap("- "+sentence, 96))
		}
	}
}

// printPrecision says how far chance alone may have moved the figures, and how many
// draws would be enough.
func (sum *ensembleSummary) printPrecision(w io.Writer) {
	fmt.Fprintln(w, "\nHow far chance alone may have moved them (95 %):")
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tmean\t5 %\tmedian\t95 %\t")
	titles := map[string]string{"throughput_mt": "Throughput", "capacity_mt": "Capacity"}
	for i, figure := range sum.Figures {
		if figure.Statistic == "chance" {
			continue
		}
		if figure.Statistic == "mean" {
			fmt.Fprintf(t, "  %s %s", titles[figure.Metric], figure.Period)
		}
		fmt.Fprintf(t, "\t%s ± %s", fixed(orNaN(figure.Value), 2), fixed(orNaN(figure.HalfWidth), 3))
		if last := i == len(sum.Figures)-1 || sum.Figures[i+1].Statistic == "mean" || sum.Figures[i+1].Statistic == "chance"; last {
			fmt.Fprintln(t, "\t")
		}
	}
	t.Flush()
	wanted := (*percentage)(&sum.Precision)
	switch {
	case sum.Enough == nil:
		fmt.Fprintf(w, "These draws are too few to tell how many would bring every headline figure within %v.\n", wanted)
	case *sum.Enough <= sum.Draws:
		fmt.Fprintf(w, "Every headline figure is within %v: these draws are enough.\n", wanted)
	default:
		fmt.Fprintf(w, "About %s would bring every headline figure within %v, chances within so many points.\n", tables.Counted(rounded(*sum.Enough), "draw"), wanted)
	}
	if sum.Replicates > 0 {
		fmt.Fprintf(w, "That is by the spread of %d independent replicates of the %s design, which the draws take in turn.\n", sum.Replicates, sum.Design)
	}
}

// rounded rounds a number up to two digits.
func rounded(n uint64) uint64 {
	unit := uint64(1)
	for n/unit >= 100 {
		unit *= 10
	}
	return (n + unit - 1) / unit * unit
}

func percent(p float64) string {
	if math.IsNaN(p) {
		return "–"
	}
	return findings.Percent(p)
}
