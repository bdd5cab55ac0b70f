package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/findings"
	"corridor/sim/jsonschema"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// summary is what a run prints, for people or, with --json, for programs.
type summary struct {
	Scenario     string             `json:"scenario" doc:"name of the scenario"`
	Title        string             `json:"title" doc:"name for readers"`
	Question     string             `json:"question,omitempty" doc:"what the scenario asks"`
	Description  string             `json:"-"`
	Figures      int                `json:"figures" doc:"figures that the scenario has"`
	Assumptions  int                `json:"assumptions" doc:"of them: assumed or derived"`
	Years        []annualRow        `json:"years" doc:"a row for each year, as in annual.csv"`
	Targets      []targetSummary    `json:"targets" doc:"what became of the targets"`
	Spending     findings.Spending  `json:"spending" doc:"what projects and measures cost, in 2025 prices"`
	Unserved     string             `json:"-"`
	Outlays      []findings.Outlay  `json:"outlays" doc:"what is paid by the years of targets and by the last year simulated"`
	Financing    findings.Financing `json:"financing,omitempty" doc:"who pays"`
	Directory    string             `json:"directory" doc:"where the results are"`
	Files        []string           `json:"files" doc:"the files there"`
	HangsOn      []findings.Hanging `json:"hangs_on,omitempty" doc:"figures that turn the verdict on a target, or move it by more than a tenth, each by itself"`
	HeldBackBy   []findings.Holder  `json:"held_back_by,omitempty" doc:"segments that held cargo back, most first"`
	Unused       []findings.Unused  `json:"unused,omitempty" doc:"projects and measures that serve, and change only segments that carry nothing from then on"`
	Alternatives []alternative      `json:"alternatives,omitempty" doc:"the same scenario with other dates of its projects"`
	Worth        *worthSummary      `json:"worth,omitempty" doc:"what projects and measures are worth in the expected future"`
	BaseYear     *runs.BaseYear     `json:"base_year,omitempty" doc:"the base year as observed and as the model has it"`
	asked        string             // as on a command line
	findings     *networkFindings
	sure         string // what says how sure this is
	annual       *tables.Table
}

type targetSummary struct {
	Name     string   `json:"target" doc:"name of the target"`
	Sentence string   `json:"sentence" doc:"how it came out, in words"`
	Met      bool     `json:"met" doc:"whether the target is met"`
	Value    *float64 `json:"value" doc:"value at its date; null where there is none"`

	Unlimited *findings.TargetWithoutLimits `json:"with_no_limit,omitempty" doc:"what it would be if no segment ever limited"`
}

func summarise(s *scenarios.Scenario, p *runs.Single, dir string, m *runs.Manifest) summary {
	r := p.Result
	sum := summary{
		Scenario: s.Name, Title: s.Title, Question: s.Question, Description: s.Remarks(),
		Figures: len(s.Figures()), Assumptions: s.Assumptions(),
		asked:     strings.Join(m.Words(), " "),
		Directory: dir, annual: r.Annual, Targets: []targetSummary{},
		Spending: findings.SpendingOf(r.Projects, r.Annual), Financing: findings.FinancingOf(r.Financing),
		HangsOn: findings.HangsOn(p.Swings, s.Targets),
	}
	if sum.findings = findingsOf(s, r); sum.findings != nil {
		sum.HeldBackBy = sum.findings.holders
	}
	sum.BaseYear = runs.BaseYearOf(s, r)
	sum.Unused = findings.UnusedIn(&s.Corridor, r.Projects, r.Segments)
	sum.Unserved = findings.Unserved(r.Annual, r.Classes, headlineYears(s))
	if runs.Uncertain(s) {
		sum.sure = fmt.Sprintf("%s: corridor ensemble %s says in how many futures it holds.", sum.future(p), sum.asked)
	}
	for _, year := range headlineYears(s) {
		at, _ := strconv.Atoi(year) // as it was written
		sum.Outlays = append(sum.Outlays, findings.OutlayOf(r.Spending, r.Projects, at))
	}
	sum.Years = rowsOf[annualRow](r.Annual)
	for _, j := range r.Judged {
		sum.Targets = append(sum.Targets, targetSummary{j.Target.Name, sentence(j), j.Met, numberOrNil(j.Value), withoutLimits(j)})
	}
	sum.Files = outputsOf(m)
	sum.Files = append(sum.Files, runs.ManifestFile)
	return sum
}

// future says which future a run is of.
func (s *summary) future(p *runs.Single) string {
	if p.Draw != nil {
		return "All this is of one future that was drawn"
	}
	return "All this is of the expected future"
}

func (s *summary) missed() int {
	n := 0
	for _, t := range s.Targets {
		if !t.Met {
			n++
		}
	}
	return n
}

// withoutLimits says what a target would have come to if no segment ever limited, nil where
// that cannot be asked.
func withoutLimits(j sim.Judgement) *findings.TargetWithoutLimits {
	if math.IsNaN(j.Unlimited) {
		return nil
	}
	return &findings.TargetWithoutLimits{Value: j.Unlimited, Met: j.Target.Met(j.Unlimited), First: j.FirstUnlimited(), Wanted: j.Target.Threshold}
}

// sentence says how a target came out.
func sentence(j sim.Judgement) string {
	if j.Target.AtMost {
		return j.Target.Dated() + ": " + kept(j)
	}
	return j.Target.Dated() + ": " + attained(j)
}

// attained says how a value to reach came out.
func attained(j sim.Judgement) string {
	n := func(v float64) string { return tables.Readable(v, tables.Apart(j.Value, j.Target.Threshold, 2)) }
	missed := fmt.Sprintf("missed by %s (%s of %s)", n(j.Shortage), n(j.Value), n(j.Target.Threshold))
	if math.IsNaN(j.Value) {
		missed = "missed, there is no value"
	}
	switch first := j.FirstPeriod(); {
	case j.Met:
		return "met in " + first
	case first == "":
		return missed + "; not reached in the years simulated"
	case j.First < j.Target.At.Month:
		return missed + "; reached in " + first + " and lost again"
	default:
		return missed + "; first reached in " + first
	}
}

// kept says how a value to stay under came out.
func kept(j sim.Judgement) string {
	n := func(v float64) string { return tables.Readable(v, tables.Apart(j.Value, j.Target.Threshold, 2)) }
	missed := fmt.Sprintf("missed, %s more than %s", n(j.Shortage), n(j.Target.Threshold))
	if math.IsNaN(j.Value) {
		missed = "missed, there is no value"
	}
	switch first := j.FirstPeriod(); {
	case j.Met:
		return fmt.Sprintf("met with %s", readable(j.Value))
	case first == "":
		return missed + "; not met in the years after it"
	default:
		return missed + "; first met after it in " + first
	}
}

// fixed writes a number of a table with so many decimals and its thousands apart, and a dash where
// there is none.
func fixed(v float64, decimals int) string {
	if math.IsNaN(v) {
		return "–"
	}
	return tables.Thousands(strconv.FormatFloat(v, 'f', decimals, 64), ",")
}

// readable writes a number with at most two decimals.
func readable(v float64) string { return tables.Readable(v, 2) }

func printSummaries(w io.Writer, all []summary, asJSON bool) error {
	if asJSON {
		return printJSON(w, all)
	}
	for i := range all {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := all[i].print(w); err != nil {
			return err
		}
	}
	return nil
}

// printJSON prints what programs read, in the form that corridor schema --of describes: a list
// that there is none of is empty.
func printJSON[T any](w io.Writer, summary T) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(jsonschema.Filled(summary))
}

func (s *summary) print(w io.Writer) error {
	fmt.Fprintf(w, "%s (%s)\n", s.Title, s.Scenario)
	if s.Question != "" {
		fmt.Fprintln(w, s.Question)
	}
	fmt.Fprintln(w)
	if err := s.printYears(w); err != nil {
		return err
	}
	if s.Unserved != "" {
		fmt.Fprintf(w, "\n%s\n", wrap(s.Unserved, 96))
	}
	spent := s.Spending.Sentence()
	for i := range s.Outlays {
		spent += " " + s.Outlays[i].Sentence()
	}
	if strings.TrimSpace(spent) != "" {
		fmt.Fprintf(w, "\n%s\n", wrap(spent, 96))
	}
	for i := range s.Unused {
		fmt.Fprintf(w, "\n%s\n", wrap(s.Unused[i].Sentence(), 96))
	}
	if paid := s.Financing.Sentence(); paid != "" {
		fmt.Fprintf(w, "\n%s\n", wrap(paid, 96))
	}
	if len(s.Targets) > 0 {
		fmt.Fprintln(w)
	}
	for _, t := range s.Targets {
		fmt.Fprintf(w, "%s.\n", t.Sentence)
		if t.Unlimited != nil && !t.Met {
			fmt.Fprintln(w, wrap(t.Unlimited.Sentence()+".", 96))
		}
	}
	if s.sure != "" {
		fmt.Fprintln(w, wrap(s.sure, 96))
	}
	if len(s.HangsOn) > 0 {
		fmt.Fprintln(w, "\nWith one figure at either end of its range, and all others as they are:")
		printHangsOn(w, s.HangsOn)
	}
	if len(s.Alternatives) > 0 {
		if err := printAlternatives(w, s.Targets, s.Alternatives); err != nil {
			return err
		}
	}
	if s.Worth != nil {
		s.Worth.print(w, s.asked)
	}
	if s.findings != nil {
		if err := s.findings.print(w); err != nil {
			return err
		}
	}
	if s.BaseYear != nil {
		if err := printBaseYear(w, s.BaseYear); err != nil {
			return err
		}
	}
	if s.Description != "" {
		fmt.Fprintf(w, "\n%s\n", wrap(s.Description, 96))
	}
	fmt.Fprintf(w, "%d of %d figures are assumed or derived: corridor sources %s\n", s.Assumptions, s.Figures, s.asked)
	fmt.Fprintf(w, "\nWritten to %s:\n", s.Directory)
	for _, f := range s.Files {
		fmt.Fprintf(w, "  %s\n", filepath.FromSlash(f))
	}
	return nil
}

// printHangsOn says what each target hangs on.
func printHangsOn(w io.Writer, list []findings.Hanging) {
	for i := range list {
		fmt.Fprintln(w, wrap(list[i].Sentence(findings.English), 96))
	}
}

func (s *summary) printYears(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	annual := &tables.Annual
	fmt.Fprintln(t, "Year\tDemand\tThroughput\tCapacity\tUse\tQueue\tTurned away\tSpent\tHeld back\tMost by  \t")
	fmt.Fprintln(t, "\tMt\tMt\tMt/yr\t%\tMt\tMt\tUSD m\tmonths\t\t")
	metric := func(row int, m tables.MetricColumn) string {
		return fixed(m.Scale*m.Of(s.annual)[row], m.YearDecimals)
	}
	for row, year := range annual.Year.Of(s.annual) {
		fmt.Fprintf(t, "%.0f\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%.0f\t%s  \t\n", year,
			metric(row, annual.DemandMt), metric(row, annual.ThroughputMt), metric(row, annual.CapacityMt), metric(row, annual.Utilisation),
			metric(row, annual.QueueMt), metric(row, annual.DivertedMt), metric(row, annual.CapexMUSD),
			annual.HeldBackMonths.Of(s.annual)[row], cmp.Or(annual.HeldBackBy.Of(s.annual)[row], "–"))
	}
	return t.Flush()
}

// wrap breaks a text into lines of at most width characters.
func wrap(text string, width int) string {
	var b strings.Builder
	length := 0
	for word := range strings.FieldsSeq(text) {
		n := len([]rune(word))
		switch {
		case length == 0:
		case length+1+n > width:
			b.WriteByte('\n')
			length = 0
		default:
			b.WriteByte(' ')
			length++
		}
		b.WriteString(word)
		length += n
	}
	return b.String()
}

// outputsOf lists the files of a run but its manifest, by their paths in the run directory.
func outputsOf(m *runs.Manifest) (files []string) {
	for _, o := range m.Outputs {
		files = append(files, o.Path)
	}
	return files
}

// printFiles lists what was written.
func printFiles(w io.Writer, dir string, m *runs.Manifest) {
	fmt.Fprintf(w, "\nWritten to %s:\n", dir)
	for _, o := range m.Outputs {
		fmt.Fprintf(w, "  %s\n", filepath.FromSlash(o.Path))
	}
	fmt.Fprintf(w, "  %s\n", runs.ManifestFile)
}
