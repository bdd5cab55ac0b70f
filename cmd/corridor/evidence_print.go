package main

import (
	"fmt"
	"io"
	"math"
	"text/tabwriter"

	"corridor/sim/findings"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// evidenceSummary is how programs read the evidence.
type evidenceSummary struct {
	Scenario  string            `json:"scenario" doc:"name of the scenario"`
	Title     string            `json:"title" doc:"name for readers"`
	Seed      uint64            `json:"seed" doc:"seed of the random numbers"`
	Draws     uint64            `json:"draws" doc:"futures that were drawn"`
	Headlines []headlineSummary `json:"headlines" doc:"headline figures"`
	Directory string            `json:"directory" doc:"where the results are"`
	Files     []string          `json:"files" doc:"the files there"`
}

// headlineSummary is a headline figure; what has no value is null.
type headlineSummary struct {
	Name      string              `json:"headline" doc:"name of the figure"`
	Title     string              `json:"title" doc:"name for readers"`
	Metric    string              `json:"metric" doc:"metric, a result column or an expression on result columns"`
	At        string              `json:"at" doc:"year or month"`
	Value     *float64            `json:"value" doc:"in the expected future"`
	Threshold *float64            `json:"threshold" doc:"what a target wants; null for other figures"`
	Met       *bool               `json:"met" doc:"whether it is met in the expected future"`
	P05       *float64            `json:"p05" doc:"5 % quantile over the futures"`
	P95       *float64            `json:"p95" doc:"95 % quantile over the futures"`
	MetShare  *float64            `json:"met_share" doc:"share of the futures that meet it"`
	Parts     map[string]*float64 `json:"parts" doc:"shares of the variance by where figures come from"`
	Rest      *float64            `json:"rest" doc:"share of the variance that no figure explains by itself"`
	RestsOn   []foundationSummary `json:"rests_on" doc:"uncertain figures it rests on, most first"`
	Watch     []watchSummary      `json:"watch" doc:"series to watch"`
	Sentences []string            `json:"sentences" doc:"what there is to say, in sentences"`
}

type foundationSummary struct {
	Name        string   `json:"uncertainty" doc:"its name"`
	Path        string   `json:"path" doc:"path of the number in the scenario"`
	Status      string   `json:"status" doc:"where the figure comes from"`
	Source      string   `json:"source,omitempty" doc:"source of it"`
	Part        *float64 `json:"part" doc:"share of the variance"`
	Low         *float64 `json:"low" doc:"low end of the figure"`
	AtLow       *float64 `json:"value_at_low" doc:"headline figure there"`
	High        *float64 `json:"high" doc:"high end of the figure"`
	AtHigh      *float64 `json:"value_at_high" doc:"headline figure there"`
	Narrower    *float64 `json:"narrower" doc:"share of the variance that would go if it were known"`
	TurnsAt     *float64 `json:"turns_at" doc:"value of the figure at which the verdict turns"`
	TurnsChance *float64 `json:"turns_chance" doc:"probability that it lies beyond"`
}

type watchSummary struct {
	Series    string   `json:"series" doc:"what is observed"`
	Year      int      `json:"year" doc:"calendar year"`
	Reduction *float64 `json:"reduction" doc:"share of the variance that an observation takes away"`
}

func printEvidence(w io.Writer, p *runs.Evidence, r *runs.Run, asJSON bool) error {
	list := findings.EvidenceOf(p.Answer.Headlines, p.Answer.Evidence, p.Answer.Observations)
	if asJSON {
		return printJSON(w, summariseEvidence(p, r, list))
	}
	s := p.Scenario
	fmt.Fprintf(w, "%s (%s): what its headline figures rest on\n", s.Title, s.Name)
	fmt.Fprintln(w, wrap(fmt.Sprintf(`%s, seed %d. A part is that by which the variance of the headline figure would fall if this one
were known, reckoned linearly; parts of figures that go together overlap. From and to are the ends of a figure's range,
each with what the headline comes to there, all other figures being as they are. %s`, tables.Counted(p.Sampling.Draws, "future"), p.Sampling.Seed, findings.Ranges(findings.English, list)), 96))
	if len(list) == 0 {
		fmt.Fprintln(w, "\nNo headline figure has a value.")
	}
	for i := range list {
		if err := printResting(w, &list[i]); err != nil {
			return err
		}
	}
	printFiles(w, r.Directory(), r.Manifest)
	return nil
}

// mostFoundations is how many lines a headline has.
const mostFoundations = 8

// printResting shows what one headline rests on, and how it could be otherwise.
func printResting(w io.Writer, r *findings.Resting) error {
	fmt.Fprintf(w, "\n%s\n", wrap(r.Sentence(findings.English), 96))
	if len(r.RestsOn) > 0 {
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		fmt.Fprintln(t, "  Rests on\tpart\tfrom\tcomes to\tto\tcomes to\tvalue is")
		for _, f := range r.RestsOn[:min(mostFoundations, len(r.RestsOn))] {
			fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\t%s\t%s\n", f.Called(), fixedPercent(f.Part),
				f.LowEnd(findings.English), headlineAt(r, f.AtLow), f.HighEnd(findings.English), headlineAt(r, f.AtHigh), cameAbout(&f))
		}
		if err := t.Flush(); err != nil {
			return err
		}
		if more := len(r.RestsOn) - mostFoundations; more > 0 {
			fmt.Fprintf(w, "  and %d more\n", more)
		}
		switch {
		case r.With == 1:
			fmt.Fprintln(w, "  and 1 that goes with these and does next to nothing alone")
		case r.With > 1:
			fmt.Fprintf(w, "  and %d that go with these and do next to nothing alone\n", r.With)
		}
	}
	for _, sentence := range []string{r.Comes(findings.English), r.Opposite(findings.English), r.Surer(findings.English)} {
		if sentence != "" {
			fmt.Fprintln(w, wrap(sentence, 96))
		}
	}
	return nil
}

func fixedPercent(part float64) string {
	if math.IsNaN(part) {
		return "–"
	}
	return fixed(100*part, 0) + " %"
}

// headlineAt writes what a headline figure comes to, a dash for nothing.
func headlineAt(r *findings.Resting, v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return r.Number(findings.English, v)
}

// cameAbout says how a figure came about, with the works it rests on.
func cameAbout(f *findings.Foundation) string {
	switch {
	case f.Status == tables.OfProjects:
		return "a project, drawn by its class"
	case f.Status == tables.Calibrated && !math.IsNaN(f.Narrower):
		if f.Narrower < 0 {
			return fmt.Sprintf("calibrated, %.0f %% wider than before", -100*f.Narrower)
		}
		return fmt.Sprintf("calibrated, %.0f %% narrower than before", 100*f.Narrower)
	case f.Source == "":
		return f.Status
	}
	return f.Status + ": " + f.Works(findings.English)
}

func summariseEvidence(p *runs.Evidence, r *runs.Run, list []findings.Resting) *evidenceSummary {
	sum := &evidenceSummary{Scenario: p.Scenario.Name, Title: p.Scenario.Title, Seed: p.Sampling.Seed, Draws: p.Sampling.Draws, Headlines: []headlineSummary{}, Directory: r.Directory()}
	for i := range list {
		h := &list[i]
		s := headlineSummary{
			Name: h.Name, Title: h.Title, Metric: h.Metric, At: h.At, Value: numberOrNil(h.Value), Threshold: numberOrNil(h.Threshold),
			P05: numberOrNil(h.P05), P95: numberOrNil(h.P95), MetShare: numberOrNil(h.MetShare), Parts: map[string]*float64{}, Rest: numberOrNil(h.Rest),
			RestsOn: []foundationSummary{}, Watch: []watchSummary{}, Sentences: []string{h.Sentence(findings.English), h.Comes(findings.English)},
		}
		if h.Target {
			s.Met = &h.Met
			s.Sentences = append(s.Sentences, h.Opposite(findings.English))
		}
		s.Sentences = append(s.Sentences, h.Surer(findings.English))
		for status, part := range h.Parts {
			s.Parts[status] = numberOrNil(part)
		}
		for _, f := range h.RestsOn {
			s.RestsOn = append(s.RestsOn, foundationSummary{
				f.Name, f.Path, f.Status, f.Source, numberOrNil(f.Part), numberOrNil(f.Low), numberOrNil(f.AtLow), numberOrNil(f.High), numberOrNil(f.AtHigh),
				numberOrNil(f.Narrower), numberOrNil(f.TurnsAt), numberOrNil(f.Chance),
			})
		}
		for _, o := range h.Watch {
			s.Watch = append(s.Watch, watchSummary{o.Series, o.Year, numberOrNil(o.Reduction)})
		}
		sum.Headlines = append(sum.Headlines, s)
	}
	sum.Files = outputsOf(r.Manifest)
	return sum
}
