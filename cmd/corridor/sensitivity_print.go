package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"corridor/sim/findings"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// sensitivitySummary is how programs read it.
type sensitivitySummary struct {
	Scenario  string           `json:"scenario" doc:"name of the scenario"`
	Title     string           `json:"title" doc:"name for readers"`
	Seed      uint64           `json:"seed" doc:"seed of the random numbers"`
	Draws     uint64           `json:"draws" doc:"futures that were drawn"`
	Method    string           `json:"method" doc:"the method"`
	Metrics   []mattersSummary `json:"metrics" doc:"metrics that were asked"`
	Unsaid    []string         `json:"unsaid,omitempty" doc:"sentences on the others"`
	Directory string           `json:"directory" doc:"where the results are"`
	Files     []string         `json:"files" doc:"the files there"`
}

type mattersSummary struct {
	Metric       string             `json:"metric" doc:"metric, a result column or an expression on result columns"`
	Title        string             `json:"title" doc:"name for readers"`
	At           string             `json:"at" doc:"year or month"`
	Interactions *float64           `json:"interactions" doc:"share of the variance that figures have only together"`
	Inputs       []influenceSummary `json:"inputs" doc:"uncertain figures, most influential first"`
	Sentence     string             `json:"sentence" doc:"what matters, in words"`
}

type influenceSummary struct {
	Input   string                     `json:"input" doc:"uncertain figure"`
	Title   string                     `json:"title" doc:"name for readers"`
	Matters bool                       `json:"matters" doc:"whether it is told from chance that it matters"`
	Indices map[string]estimateSummary `json:"indices" doc:"by name, such as first or total"`
}

type estimateSummary struct {
	Value  *float64 `json:"value" doc:"value; null where there is none"`
	Low    *float64 `json:"low" doc:"low end of the 95 % interval"`
	High   *float64 `json:"high" doc:"high end of the 95 % interval"`
	Chance *float64 `json:"chance,omitempty" doc:"probability of as much by chance"`
}

func printSensitivity(w io.Writer, p *runs.Sensitivity, r *runs.Run, asJSON bool) error {
	list := shownSensitivity(p)
	if asJSON {
		return printJSON(w, summariseSensitivity(p, r, list))
	}
	s := p.Scenario
	fmt.Fprintf(w, "%s (%s): which uncertainties matter\n", s.Title, s.Name)
	fmt.Fprintln(w, wrap(sensitivityMeaning(p), 96))
	for i := range list {
		if err := printMattering(w, &list[i]); err != nil {
			return err
		}
	}
	if unsaid := unsaidSentences(p); len(unsaid) > 0 {
		fmt.Fprintln(w, "\n"+wrap(strings.Join(unsaid, " "), 96))
	}
	printFiles(w, r.Directory(), r.Manifest)
	return nil
}

// unsaidSentences say why nothing is said of some of the metrics that are said in words.
func unsaidSentences(p *runs.Sensitivity) (list []string) {
	shown := p.Shown()
	for i := range p.Unsaid {
		if slices.ContainsFunc(shown, func(t tables.Target) bool { return t.Name == p.Unsaid[i].Name }) {
			list = append(list, p.Unsaid[i].Sentence())
		}
	}
	return list
}

// shownSensitivity are the metrics that are said in words.
func shownSensitivity(p *runs.Sensitivity) []findings.Mattering {
	shown := p.Shown()
	return slices.DeleteFunc(findings.SensitivityOf(p.Table), func(m findings.Mattering) bool {
		return !slices.ContainsFunc(shown, func(t tables.Target) bool { return t.Name == m.Metric })
	})
}

// sensitivityMeaning says what the numbers are.
func sensitivityMeaning(p *runs.Sensitivity) string {
	seed := fmt.Sprintf("seed %d", p.Sampling.Seed)
	switch p.Method {
	case tables.SobolMethod:
		return fmt.Sprintf(`%s; %s. Alone is the share of the variance that would be gone in the mean if the input were known, in all the
share that would be left if all others were; each with its 95 %% interval. Uncertainties that go together are one input.`, p.Cost, seed)
	case tables.MorrisMethod:
		return fmt.Sprintf(`%s; %s. An effect is what the metric changes by over the range of the input, from its lowest to its highest
sixteenth: the mean size with its 95 %% interval, the mean with its sign, and the standard deviation, which is large where an input does not act in a
straight line or not alone. What has no order, such as the weather, has a size only.`, p.Cost, seed)
	}
	return fmt.Sprintf(`%s, %s. Delta is how far knowing the input moves the distribution of the metric, from 0 for not at all to 1; PAWN is the
same by the greatest distance of distributions; with the 95 %% interval, and what 19 in 20 inputs without any influence stay below. An input that goes
together with others has their influence too.`, tables.Counted(p.Sampling.Draws, "draw"), seed)
}

// mostInfluences is how many lines a metric has.
const mostInfluences = 10

// printMattering shows what matters for one metric.
func printMattering(w io.Writer, m *findings.Mattering) error {
	fmt.Fprintf(w, "\n%s\n", m.Title)
	judged := false
	for i := range m.Inputs {
		_, has := m.Inputs[i].Index[tables.RegionalIndex]
		judged = judged || has
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	shown := 0
	for i := range m.Inputs {
		in := &m.Inputs[i]
		if shown == mostInfluences || !m.Matters(in) {
			break
		}
		if shown++; shown == 1 {
			fmt.Fprintln(t, "  Matters\t"+influenceHeader(m.Method, judged))
		}
		fmt.Fprintf(t, "  %s\t%s\n", in.Title, influenceRow(m.Method, in, judged))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if sentence := m.Sentence(findings.English); sentence != "" {
		fmt.Fprintln(w, wrap(sentence, 96))
	}
	return nil
}

// influenceHeader names the columns; of a target that is met and missed there is one more.
func influenceHeader(method string, judged bool) string {
	switch {
	case method == tables.SobolMethod:
		return "alone\t\tin all\t"
	case method == tables.MorrisMethod:
		return "size of effect\t\tmean\tspread"
	case judged:
		return "delta\t\tby chance\tPAWN\tby chance\trank\tmet or not"
	}
	return "delta\t\tby chance\tPAWN\tby chance\trank"
}

func influenceRow(method string, in *findings.Influence, judged bool) string {
	number := func(v float64) string {
		if math.IsNaN(v) {
			return "–"
		}
		return strings.Replace(tables.Rounded(v, 3), "-", "−", 1)
	}
	of := func(name string) findings.Estimate {
		e, ok := in.Index[name]
		if !ok {
			none := math.NaN()
			return findings.Estimate{Value: none, Low: none, High: none, Chance: none}
		}
		return e
	}
	interval := func(e findings.Estimate) string { return number(e.Low) + " to " + number(e.High) }
	switch method {
	case tables.SobolMethod:
		first, total := of(tables.FirstIndex), of(tables.TotalIndex)
		return strings.Join([]string{first.Percent(findings.English), first.Interval(findings.English), total.Percent(findings.English), total.Interval(findings.English)}, "\t")
	case tables.MorrisMethod:
		size := of(tables.MuStarIndex)
		return strings.Join([]string{number(size.Value), interval(size), number(of(tables.MuIndex).Value), number(of(tables.SigmaIndex).Value)}, "\t")
	}
	delta, pawn := of(tables.DeltaIndex), of(tables.PAWNIndex)
	cells := []string{number(delta.Value), interval(delta), number(delta.Chance), number(pawn.Value), number(pawn.Chance), number(of(tables.SpearmanIndex).Value)}
	if judged {
		cells = append(cells, number(of(tables.RegionalIndex).Value))
	}
	return strings.Join(cells, "\t")
}

func summariseSensitivity(p *runs.Sensitivity, r *runs.Run, list []findings.Mattering) *sensitivitySummary {
	sum := &sensitivitySummary{
		Scenario: p.Scenario.Name, Title: p.Scenario.Title, Seed: p.Sampling.Seed, Draws: p.Sampling.Draws, Method: p.Method, Metrics: []mattersSummary{}, Directory: r.Directory(),
	}
	for i := range list {
		m := &list[i]
		s := mattersSummary{Metric: m.Metric, Title: m.Title, At: m.At, Interactions: numberOrNil(m.Interactions.Value), Inputs: []influenceSummary{}, Sentence: m.Sentence(findings.English)}
		for j := range m.Inputs {
			in := &m.Inputs[j]
			indices := map[string]estimateSummary{}
			for name, e := range in.Index {
				indices[name] = estimateSummary{numberOrNil(e.Value), numberOrNil(e.Low), numberOrNil(e.High), numberOrNil(e.Chance)}
			}
			s.Inputs = append(s.Inputs, influenceSummary{in.Input, in.Title, m.Matters(in), indices})
		}
		sum.Metrics = append(sum.Metrics, s)
	}
	sum.Unsaid, sum.Files = unsaidSentences(p), outputsOf(r.Manifest)
	return sum
}
