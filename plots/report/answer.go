package report

import (
	"fmt"
	"strconv"
	"strings"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// answer is the answer to the scenario's question in two sentences made from the
// tables, and what must be said with it.
type answer struct {
	First, Second string
	HangsOn       []string // what each target hangs on
	Caveat        string
	Choices       []string // what analyses say first, of the runs that are one
	Targets       []target
	Run, Ensemble bool // which columns the table of targets has
}

// mostNamed is how many targets a sentence names.
const mostNamed = 2

// answer makes the two sentences: what becomes of the targets, with their chance
// over many futures, and where cargo is held back.
func (m *topic) answer() answer {
	a := answer{Targets: m.targets(), Run: m.run != nil, Ensemble: m.ensemble != nil, Caveat: m.caveat()}
	for _, h := range m.hangsOn() {
		a.HangsOn = append(a.HangsOn, h.Sentence())
	}
	if m.run == nil {
		a.First, a.Second = m.spreadSentence(), strings.TrimSpace(chanceSentence(a.Targets)+m.leading())
		return a
	}
	a.First = targetSentence(a.Targets)
	if a.First == "" {
		a.First = m.carriedSentence()
	}
	a.Second = m.heldBackSentence() + m.leading()
	return a
}

// choicesOf are the sentences that a decision begins with, of all runs on the page. Those of
// another scenario than the page is about are said to be.
func choicesOf(m *topic, subjects []*subject) (list []string) {
	for _, s := range subjects {
		for _, sentence := range findings.Choices(s.Package) {
			if s.Package.Name != m.name() {
				sentence = "In " + s.Package.Name + ": " + sentence
			}
			list = append(list, sentence)
		}
	}
	return list
}

// leading says what limits the capacity and holds most cargo back in the target year, by the
// share of the futures; nothing without them.
func (m *topic) leading() string {
	if m.ensemble == nil || !filled(m.ensemble.Package, tables.Findings) {
		return ""
	}
	year, _ := m.targetYear()
	list := findings.FindingsOf(m.ensemble.Package.Table(tables.Findings))
	sentences := findings.Leading(list, m.ensemble.Package.Name, strconv.Itoa(year))
	if len(sentences) == 0 {
		return ""
	}
	return " " + strings.Join(sentences, " ")
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

// targetSentence says how many targets the run meets, and how the first come out;
// nothing where none is judged.
func targetSentence(all []target) string {
	met, judged := 0, 0
	var clauses []string
	for _, t := range all {
		if !t.Judged {
			continue
		}
		judged++
		if t.Met {
			met++
		}
		if len(clauses) < mostNamed {
			clauses = append(clauses, t.clause())
		}
	}
	var count string
	switch {
	case judged == 0:
		return ""
	case judged == 1 && met == 1:
		count = "meets its target"
	case judged == 1:
		count = "misses its target"
	case judged == 2 && met == 2:
		count = "meets both its targets"
	case judged == 2 && met == 0:
		count = "misses both its targets"
	case met == judged:
		count = "meets all its " + strconv.Itoa(judged) + " targets"
	case met == 0:
		count = "misses all its " + strconv.Itoa(judged) + " targets"
	default:
		count = fmt.Sprintf("meets %d of its %d targets", met, judged)
	}
	sentence := "In the model, the scenario " + count + ": " + strings.Join(clauses, "; ")
	if more := judged - len(clauses); more > 0 {
		sentence += fmt.Sprintf("; for %d more see the table", more)
	}
	return sentence + "."
}

// clause says how one target comes out, with its chance over many futures.
func (t *target) clause() string {
	verb := "is missed"
	if t.Met {
		verb = "is met"
	}
	text := strings.TrimSuffix(fmt.Sprintf("%s %s %s %s", t.Title, t.when(), verb, t.Outcome), " ")
	if t.chance.draws > 0 {
		text += fmt.Sprintf(" (%s over many futures: met in %s of %s, %s)", t.chance.verdict(), t.chance.share(), integer(t.chance.draws), interval(t.chance))
	}
	return text
}

// when says for when the target is set: a value to stay under is kept in the period
// itself, and not by it.
func (t *target) when() string {
	if t.aim.AtMost {
		return "in " + t.By
	}
	return "by " + t.By
}

// share says in how many futures, for a sentence.
func (c chance) share() string {
	switch c.p {
	case 0:
		return "none"
	case 1:
		return "all"
	}
	return percent(c.p)
}

// carriedSentence answers where no target is set.
func (m *topic) carriedSentence() string {
	last := m.lastYear()
	value := func(s measure) string { return s.year(m.run.annual(s, last)) }
	return fmt.Sprintf("In the model, the corridor carries %s Mt in %d, would carry %s if nothing limited it, and has a capacity of %s Mt/yr; the scenario sets no target.",
		value(carried), last, value(demand), value(capacity))
}

// spreadSentence answers from many futures alone.
func (m *topic) spreadSentence() string {
	last := m.lastYear()
	spread := func(s measure) string {
		q := func(statistic tables.NumberColumn) string { return s.year(m.ensemble.quantile(s, last, statistic)) }
		return fmt.Sprintf("%s %s (5 to 95 %%: %s to %s)", q(tables.Quantiles.P50), s.YearUnit, q(tables.Quantiles.P05), q(tables.Quantiles.P95))
	}
	return fmt.Sprintf("In the model, the corridor carries %s in %d in the median of %s, at a capacity of %s.",
		spread(carried), last, m.ensemble.futures(), spread(capacity))
}

// chanceSentence says in how many futures the targets are met.
func chanceSentence(all []target) string {
	var clauses []string
	draws := 0
	for _, t := range all {
		if t.chance.draws == 0 || len(clauses) == mostNamed {
			continue
		}
		draws = t.chance.draws
		clauses = append(clauses, fmt.Sprintf("%s %s %s, in %s (%s)%s", t.Title, t.when(), t.chance.verdict(), t.chance.share(), interval(t.chance), t.chance.unlimited()))
	}
	if len(clauses) == 0 {
		return ""
	}
	return "What " + integer(draws) + " simulated futures say of the targets, by the share in which each is met: " + strings.Join(clauses, "; ") + "."
}

// heldBackSentence says where cargo is held back in the run, and how much is turned
// away in the target year.
func (m *topic) heldBackSentence() string {
	all, months := holders(m.run)
	year, _ := m.targetYear()
	away := fmt.Sprintf("%s of %s Mt offered in %d are turned away.", turnedAway.year(m.run.annual(turnedAway, year)), offered.year(m.run.annual(offered, year)), year)
	if months == 0 {
		return away
	}
	if len(all) == 0 {
		return fmt.Sprintf("No segment holds cargo back in any of the %d months.", months)
	}
	first := all[0]
	text := fmt.Sprintf("Cargo is held back most often at %s, in %d of %d months and first in %s", first.Title, first.Months, months, spoken(first.First))
	if len(all) > 1 {
		text += fmt.Sprintf(", then at %s (%s)", all[1].Title, tables.Counted(all[1].Months, "month"))
	}
	return text + "; " + away
}

// caveat says what kind of statement the answer is.
func (m *topic) caveat() string {
	text := "This is a model result that follows from the scenario's assumptions, and no forecast."
	if p := m.described(); p.Figures > 0 {
		verb := "are"
		if p.Assumptions == 1 {
			verb = "is"
		}
		text += fmt.Sprintf(" %s of its %s figures %s assumed or derived, not published.", integer(p.Assumptions), integer(p.Figures), verb)
	}
	if m.ensemble == nil {
		text += " No uncertainty was run: the figures are one future with expected values."
	} else {
		text += " The chances count simulated futures: they hold for the ranges the scenario gives its uncertain figures, and for no doubt about the model itself."
	}
	return text
}
