package report

import (
	"math"
	"strconv"
	"strings"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// answer is how the targets come out, and what that hangs on.
type answer struct {
	HangsOn       []string // what each target hangs on
	Targets       []target
	Run, Ensemble bool // which columns the table of targets has
}

func (m *topic) answer() answer {
	a := answer{Targets: m.targets(), Run: m.run != nil, Ensemble: m.ensemble != nil}
	for _, h := range m.hangsOn() {
		a.HangsOn = append(a.HangsOn, h.Sentence(m.w))
	}
	return a
}

// leading says what limits the capacity and holds most cargo back in the target year, by the
// share of the futures; nothing without them.
func (m *topic) leading() string {
	if m.ensemble == nil || !filled(m.ensemble.Package, tables.Findings) {
		return ""
	}
	year, _ := m.targetYear()
	list := findings.FindingsOf(m.ensemble.Package.Table(tables.Findings))
	sentences := findings.Leading(m.w, list, m.ensemble.Package.Name, strconv.Itoa(year))
	if len(sentences) == 0 {
		return ""
	}
	return strings.Join(sentences, " ")
}

// hangsOn lists what the targets hang on by the run, or by the ensemble without one.
func (m *topic) hangsOn() []findings.Hanging {
	for _, s := range []*subject{m.run, m.ensemble} {
		if s != nil && filled(s.Package, tables.Swings) {
			return findings.HangsOn(s.Package.Table(tables.Swings), m.described().Targets)
		}
	}
	return nil
}

// mostNamed is how many targets a sentence names.
const mostNamed = 2

// shareOf says in how many futures, for a sentence.
func (m *topic) shareOf(c chance) string { return m.w.Say("%s %%", m.w.Amount(100*c.p, 1)) }

// interval says what so many futures can tell of the share.
func (m *topic) interval(c chance) string {
	return m.w.Say("95 %% interval %[1]s to %[2]s %%", m.w.Amount(100*c.low, 1), m.w.Amount(100*c.high, 1))
}

// said is a verdict in the language.
func (m *topic) said(verdict string) string { return m.w.Say(verdict) }

// chances says in how many futures the targets are met.
func (m *topic) chances(all []target) string {
	var clauses []string
	draws := 0
	for _, t := range all {
		c := t.chance
		if c.draws == 0 || len(clauses) == mostNamed {
			continue
		}
		draws = c.draws
		clause := m.w.Say("%[1]s: %[2]s, in %[3]s (%[4]s)", t.dated(m.w), m.said(c.verdict()), m.shareOf(c), m.interval(c))
		if !math.IsNaN(c.inReach) && c.verdict() != "met" {
			clause = m.w.Say("%[1]s, with no limit in %[2]s", clause, m.shareOf(chance{p: c.inReach}))
		}
		clauses = append(clauses, clause)
	}
	if len(clauses) == 0 {
		return ""
	}
	return m.w.Say("Share of %[1]s futures in which a target is met: %[2]s.", m.whole(draws), strings.Join(clauses, "; "))
}

// value writes a measure of the run in a year.
func (m *topic) value(s measure, year int) string {
	return m.w.Amount(m.run.annual(s, year)*s.Scale, s.YearDecimals)
}

// spread writes a statistic of the futures.
func (m *topic) spread(s measure, year int, statistic tables.NumberColumn) string {
	return m.w.Amount(m.ensemble.quantile(s, year, statistic)*s.Scale, s.YearDecimals)
}

// whole writes a whole number.
func (m *topic) whole(n int) string { return m.w.Amount(float64(n), 0) }

// caveat says what kind of statement the answer is.
func (m *topic) caveat() string {
	text := m.w.Say("This is a model result that follows from the scenario's assumptions, and no forecast.")
	if p := m.described(); p.Figures > 0 {
		text += " " + m.w.Say("Of its figures, assumed or derived and not published: %[1]s of %[2]s.", m.whole(p.Assumptions), m.whole(p.Figures))
	}
	if m.ensemble == nil {
		return text + " " + m.w.Say("No uncertainty was run: the figures are one future with expected values.")
	}
	return text + " " + m.w.Say("The chances count simulated futures: they hold for the ranges the scenario gives its uncertain figures, and for no doubt about the model itself.")
}
