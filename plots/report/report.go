package report

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"corridor/plots"
	"corridor/plots/words"
	"corridor/sim/rundir"
	"corridor/sim/tables"
)

// Run is the content of one run directory.
type Run struct {
	Package  *tables.Package
	Manifest Manifest
	Files    map[string][]byte // the files of the tables, as they stand in the directory
}

// Manifest is what the page tells of how a run was made.
type Manifest struct {
	Program, Version string
	Commit           string // empty when not known
	Command          string // the command line that makes the run
	Seed             *uint64
	Draws            uint64
	Scenarios        []Scenario
	Outputs          []rundir.Output
}

// Scenario is a scenario as it was run, with the SHA-256 of its text.
type Scenario struct{ Name, SHA256 string }

// Options are what a user can choose.
type Options struct {
	Title string       // instead of what the target comes to
	Lang  string       // one of plots.Languages, English when empty
	Notes *plots.Notes // takes what is to be said of the charts; may be nil
}

// MostRuns is how many runs one report compares; more lines cannot be told apart.
const MostRuns = 12

// Limits on the page and on what is embedded in it, in bytes. What does not fit is
// named in its place.
const (
	pageLimit  = 2_150_000
	chartLimit = 900_000 // of all charts together
	tableLimit = 760_000 // of all embedded tables together
	chartShare = 0.6     // of the room that the rest of the page leaves
)

// Write writes the report. The first run is the one the report is about; the others
// are compared with it. One of them must hold annual.csv, or quantiles.csv by year.
func Write(to io.Writer, runs []Run, o Options) error {
	if err := check(runs); err != nil {
		return err
	}
	w, err := words.Of(o.Lang)
	if err != nil {
		return err
	}
	own, left := slices.Clone(runs), leftOver{}
	for i := range own {
		own[i].Package = plots.In(runs[i].Package, w)
		if w.Code != words.Languages[0] {
			left.add(runs[i].Package, own[i].Package)
		}
	}
	subjects := subjectsIn(own, w)
	if !slices.ContainsFunc(subjects, func(s *subject) bool { return len(s.years()) > 0 }) {
		return fmt.Errorf("a report needs annual.csv, or quantiles.csv by year: give the directory of corridor run or corridor ensemble first, and others beside it")
	}
	p := &page{leftOver: left, subjects: subjects, topic: topicOf(subjects), notes: o.Notes}
	p.fill()
	if o.Title != "" {
		p.Title, p.Finding = o.Title, p.Title
	}
	if err := p.embed(); err != nil {
		return err
	}
	var out bytes.Buffer
	if err := render(&out, p); err != nil {
		return err
	}
	_, err = out.WriteTo(to)
	return err
}

func check(runs []Run) error {
	if len(runs) == 0 || len(runs) > MostRuns {
		return fmt.Errorf("a report is made of 1 to %d runs, got %d", MostRuns, len(runs))
	}
	for _, r := range runs[1:] {
		if a, b := runs[0].Manifest.Version, r.Manifest.Version; a != b {
			return fmt.Errorf("%s was made by version %s and %s by version %s, which may differ in more than the scenario: run them again with one version",
				runs[0].Package.Name, a, r.Package.Name, b)
		}
	}
	return nil
}

func filled(p *tables.Package, of tables.Described) bool {
	t := p.Table(of)
	return t != nil && t.Len() > 0
}

// page is what the template shows.
type page struct {
	Title, Finding, Scenario, Question, Remarks, About string
	Front                                              front
	Answer                                             answer
	Warnings                                           warnings
	KeyFigures                                         keyFigures
	Attainments                                        []attainmentTable
	Compared                                           *comparison // nil for one run
	Differences                                        []differenceGroup
	Money                                              []moneyGroup
	Series                                             series
	Charts                                             charts
	HeldBack                                           []heldBackInRun
	Bottlenecks                                        []bottleneckTable
	Payers                                             []payersOfRun
	Appraisal                                          *appraisalPart
	Plans                                              *plansPart
	Evidence                                           *evidencePart
	Sensitivity                                        *sensitivityPart
	Discovery                                          *discoveryPart
	Hindcast                                           *hindcastTable
	Assumptions                                        assumptions
	Reproduce                                          []reproduction
	Downloads                                          []downloadsOfRun

	leftOver
	subjects []*subject
	topic    *topic
	notes    *plots.Notes
}

// fill makes all that the page holds but the charts and the embedded tables.
func (p *page) fill() {
	m := p.topic
	described := m.described()
	p.Question, p.Remarks = described.Description, described.Remarks
	p.About = about(m)
	p.Answer = m.answer()
	p.Title, p.Scenario = m.finding(p.Answer.Targets), cmp.Or(m.title(), m.name())
	p.Front = m.front(p.subjects)
	p.Warnings = warningsOf(p.subjects)
	p.KeyFigures = m.keyFigures()
	p.Attainments = attainmentsOf(p.subjects)
	p.Compared = compare(m, p.subjects)
	p.Differences = differencesOf(m, p.subjects)
	p.Money = moneyOf(m, p.subjects)
	p.HeldBack = heldBackIn(p.subjects)
	p.Bottlenecks = bottlenecksOf(m, p.subjects)
	p.Payers = payersOf(p.subjects)
	p.Appraisal = appraisalOf(p.subjects)
	p.Plans = plansOf(p.subjects)
	p.Evidence = evidenceOf(p.subjects)
	p.Sensitivity = sensitivityOf(p.subjects)
	p.Discovery = discoveryOf(p.subjects)
	p.Hindcast = hindcastOf(p.subjects)
	p.Assumptions = assumptionsOf(m, p.subjects)
	p.Reproduce = reproductionsOf(p.subjects)
	p.Downloads = downloadsOf(p.subjects, 0)
	p.Series = seriesOf(p.subjects, p.Downloads)
}

// embed adds charts and tables as far as the rest of the page leaves room.
func (p *page) embed() error {
	var bare bytes.Buffer
	if err := render(&bare, p); err != nil {
		return err
	}
	room := max(0, pageLimit-bare.Len())
	p.Charts = chartsOf(p.subjects, plots.Charts, min(chartLimit, int(chartShare*float64(room))), p.notes)
	p.Downloads = downloadsOf(p.subjects, max(0, min(tableLimit, room-p.Charts.bytes())))
	p.Series = seriesOf(p.subjects, p.Downloads)
	return nil
}

// about says in a line what the page was made from.
func about(m *topic) string {
	parts := []string{m.w.Say("Scenario %s", m.name())}
	if m.run != nil {
		parts = append(parts, m.w.Say("one future with expected values"))
	}
	if m.ensemble != nil {
		parts = append(parts, m.ensemble.futures())
	}
	first := m.any().Manifest
	return strings.Join(append(parts, first.Program+" "+first.Version), " · ")
}
