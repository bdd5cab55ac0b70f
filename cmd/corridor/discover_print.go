package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"corridor/sim/findings"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// discoverySummary is how programs read a discovery.
type discoverySummary struct {
	Scenario  string       `json:"scenario" doc:"name of the scenario"`
	Title     string       `json:"title" doc:"name for readers"`
	Condition string       `json:"condition" doc:"the condition, as it was given"`
	Seed      uint64       `json:"seed" doc:"seed of the random numbers"`
	Draws     int          `json:"draws" doc:"futures of which it is known"`
	Cases     int          `json:"cases" doc:"of them: those that meet it"`
	Unknown   int          `json:"unknown" doc:"futures of which it is not known"`
	Method    string       `json:"method" doc:"the method"`
	Boxes     []boxSummary `json:"boxes" doc:"limits on uncertain figures, the first found first"`
	Directory string       `json:"directory" doc:"where the results are"`
	Files     []string     `json:"files" doc:"the files there"`
}

type boxSummary struct {
	Sentence       string         `json:"sentence" doc:"what it says, in words"`
	Overlay        string         `json:"overlay" doc:"file of the results that lays these limits on a scenario"`
	Density        *float64       `json:"density" doc:"share of the futures inside that meet the condition, on the half it was found on"`
	Coverage       *float64       `json:"coverage" doc:"share of all that meet it which are inside"`
	Mass           *float64       `json:"mass" doc:"share of the futures inside"`
	JudgedDensity  *float64       `json:"judged_density" doc:"density on the other half"`
	JudgedCoverage *float64       `json:"judged_coverage" doc:"coverage on the other half"`
	Limits         []limitSummary `json:"limits" doc:"of the box"`
}

type limitSummary struct {
	Input   string    `json:"input" doc:"uncertain figure"`
	AtLeast *float64  `json:"at_least,omitempty" doc:"lower limit"`
	AtMost  *float64  `json:"at_most,omitempty" doc:"upper limit"`
	Among   []float64 `json:"among,omitempty" doc:"values that it takes inside"`
	Beyond  *float64  `json:"beyond" doc:"density where this limit alone is left out"`
	QuasiP  *float64  `json:"quasi_p" doc:"probability that a limit on a figure that matters nothing would do as much"`
	Again   *float64  `json:"found_again" doc:"share of resamples in which the figure is limited again"`
}

func printDiscovery(w io.Writer, p *runs.Discovery, r *runs.Run, asJSON bool) error {
	d := p.Discovered
	list := findings.DiscoveredIn(d.Boxes, d.Limits)
	if asJSON {
		return printJSON(w, summariseDiscovery(p, r, list))
	}
	s := p.Scenario
	base := float64(d.Cases) / float64(d.Draws)
	fmt.Fprintf(w, "%s (%s): where %s\n", s.Title, s.Name, p.Where)
	text := fmt.Sprintf("%s, seed %d; %d of them meet it, %s.", tables.Counted(p.Sampling.Draws, "future"), p.Sampling.Seed, d.Cases, percents(base))
	if d.Unknown > 0 {
		text += fmt.Sprintf(" Of %d it is not known, as what decides it has no value; they are left out.", d.Unknown)
	}
	fmt.Fprintln(w, wrap(text, 96))
	if len(list) == 0 {
		fmt.Fprintf(w, "\n%s\n", wrap("No limits on the uncertain figures tell these futures from the others better than chance: it hangs on hazards, on many figures by a little each, or on what more draws would show.", 96))
	}
	for i := range list {
		if err := printBox(w, &list[i]); err != nil {
			return err
		}
	}
	if len(list) > 0 {
		fmt.Fprintf(w, "\n%s\n", wrap(findings.Unexplained(findings.English, list), 96))
	}
	printFiles(w, r.Directory(), r.Manifest)
	return nil
}

func printBox(w io.Writer, d *findings.Discovered) error {
	fmt.Fprintf(w, "\nBox %d: %s\n%s\n", d.Number, wrap(d.Sentence(findings.English), 96), wrap(d.Sure(findings.English), 96))
	if d.Falls() {
		fmt.Fprintln(w, wrap("It is less dense among futures it was not found on: take more draws before you rely on it.", 96))
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "  Limit\tbeyond it\tdense without\tby chance\tfound again")
	for i := range d.Limits {
		l := &d.Limits[i]
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\n", l.Says(findings.English), fixedPercent(l.Beyond), fixedPercent(l.DensityWithout), chance(l.QuasiP), fixedPercent(l.FoundAtCoverage))
	}
	return t.Flush()
}

// chance is a small probability.
func chance(p float64) string {
	if p < 0.0001 {
		return "< 0.01 %"
	}
	return fixed(100*p, 2) + " %"
}

func percents(share float64) string { return fixed(100*share, 1) + " %" }

func summariseDiscovery(p *runs.Discovery, r *runs.Run, list []findings.Discovered) *discoverySummary {
	sum := &discoverySummary{
		Scenario: p.Scenario.Name, Title: p.Scenario.Title, Condition: p.Where, Seed: p.Sampling.Seed, Draws: p.Discovered.Draws, Cases: p.Discovered.Cases,
		Unknown: p.Discovered.Unknown, Method: p.Wanted.Method, Boxes: []boxSummary{}, Directory: r.Directory(),
	}
	for i := range list {
		d := &list[i]
		b := boxSummary{
			Sentence: d.Sentence(findings.English), Overlay: d.File, Density: numberOrNil(d.Density), Coverage: numberOrNil(d.Coverage), Mass: numberOrNil(d.Mass),
			JudgedDensity: numberOrNil(d.Judged.Share), JudgedCoverage: numberOrNil(d.JudgedCoverage.Share), Limits: []limitSummary{},
		}
		for j := range d.Limits {
			l := &d.Limits[j]
			b.Limits = append(b.Limits, limitSummary{l.Name, numberOrNil(l.AtLeast), numberOrNil(l.AtMost), l.Among, numberOrNil(l.Beyond), numberOrNil(l.QuasiP), numberOrNil(l.FoundAtCoverage)})
		}
		sum.Boxes = append(sum.Boxes, b)
	}
	sum.Files = outputsOf(r.Manifest)
	return sum
}
