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
	Scenario  string            `json:"scenario"`
	Title     string            `json:"title"`
	Seed      uint64            `json:"seed"`
	Draws     uint64            `json:"draws"`
	Headlines []headlineSummary `json:"headlines"`
	Directory string            `json:"directory"`
	Files     []string          `json:"files"`
}

// headlineSummary is a headline figure; what has no value is null.
type headlineSummary struct {
	Name      string              `json:"headline"`
	Title     string              `json:"title"`
	Metric    string              `json:"metric"`
	At        string              `json:"at"`
	Value     *float64            `json:"value"`
	Threshold *float64            `json:"threshold"`
	Met       *bool               `json:"met"`
	P05       *float64            `json:"p05"`
	P95       *float64            `json:"p95"`
	MetShare  *float64            `json:"met_share"`
	Parts     map[string]*float64 `json:"parts"` // of the variance
	Rest      *float64            `json:"rest"`
	RestsOn   []foundationSummary `json:"rests_on"`
	Watch     []watchSummary      `json:"watch"`
	Sentences []string            `json:"sentences"`
}

type foundationSummary struct {
	Name        string   `json:"uncertainty"`
	Path        string   `json:"path"`
	Status      string   `json:"status"`
	Source      string   `json:"source,omitempty"`
	Part        *float64 `json:"part"`
	Low         *float64 `json:"low"`
	AtLow       *float64 `json:"value_at_low"`
	High        *float64 `json:"high"`
	AtHigh      *float64 `json:"value_at_high"`
	Narrower    *float64 `json:"narrower"`
	TurnsAt     *float64 `json:"turns_at"`
	TurnsChance *float64 `json:"turns_chance"`
}

type watchSummary struct {
	Series    string   `json:"series"`
	Year      int      `json:"year"`
	Reduction *float64 `json:"reduction"`
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
each with what the headline comes to there, all other figures being as they are. %s`, tables.Counted(p.Sampling.Draws, "future"), p.Sampling.Seed, findings.Ranges(list)), 96))
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
	fmt.Fprintf(w, "\n%s\n", wrap(r.Sentence(), 96))
	if len(r.RestsOn) > 0 {
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		fmt.Fprintln(t, "  Rests on\tpart\tfrom\tcomes to\tto\tcomes to\tvalue is")
		for _, f := range r.RestsOn[:min(mostFoundations, len(r.RestsOn))] {
			fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\t%s\t%s\n", f.Called(), fixedPercent(f.Part),
				f.LowEnd(), headlineAt(r, f.AtLow), f.HighEnd(), headlineAt(r, f.AtHigh), cameAbout(&f))
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
	for _, sentence := range []string{r.Comes(), r.Opposite(), r.Surer()} {
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
	return r.Number(v)
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
	return f.Status + ": " + f.Works()
}

func summariseEvidence(p *runs.Evidence, r *runs.Run, list []findings.Resting) *evidenceSummary {
	sum := &evidenceSummary{Scenario: p.Scenario.Name, Title: p.Scenario.Title, Seed: p.Sampling.Seed, Draws: p.Sampling.Draws, Headlines: []headlineSummary{}, Directory: r.Directory()}
	for i := range list {
		h := &list[i]
		s := headlineSummary{
			Name: h.Name, Title: h.Title, Metric: h.Metric, At: h.At, Value: numberOrNil(h.Value), Threshold: numberOrNil(h.Threshold),
			P05: numberOrNil(h.P05), P95: numberOrNil(h.P95), MetShare: numberOrNil(h.MetShare), Parts: map[string]*float64{}, Rest: numberOrNil(h.Rest),
			RestsOn: []foundationSummary{}, Watch: []watchSummary{}, Sentences: []string{h.Sentence(), h.Comes()},
		}
		if h.Target {
			s.Met = &h.Met
			s.Sentences = append(s.Sentences, h.Opposite())
		}
		s.Sentences = append(s.Sentences, h.Surer())
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
