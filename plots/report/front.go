package report

import (
	"html/template"
	"math"
	"slices"
	"strings"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// front is what the first page says: what is carried, what it costs and what to do, and how
// sure that is. What the tables given do not hold, it does not say: it names the command that
// would tell.
type front struct {
	Tonnes, Money, Action, Sure []string
	Caveat                      string
	Commands                    []string // that are named in these
}

func (m *topic) front(subjects []*subject) front {
	f := front{
		Tonnes: m.unbroken(m.tonnes(subjects)), Money: m.unbroken(m.money(subjects)),
		Action: m.unbroken(m.action(subjects)), Sure: m.unbroken(m.sure(subjects)),
		Caveat: m.caveat(),
	}
	f.Commands = m.commands // of all these sentences
	return f
}

// Said is a sentence for the page, in which commands look like what can be typed, and no word of
// them breaks at its hyphens.
func (f front) Said(sentence string) template.HTML {
	said := template.HTMLEscapeString(sentence)
	for _, command := range f.Commands {
		var code []string
		for _, word := range strings.Fields(command) {
			code = append(code, "<span>"+template.HTMLEscapeString(word)+"</span>")
		}
		said = strings.Replace(said, template.HTMLEscapeString(command), `<code class="typed">`+strings.Join(code, " ")+"</code>", 1)
	}
	return template.HTML(said)
}

// unbroken keeps units on the line of their numbers, and leaves out what is empty.
func (m *topic) unbroken(list []string) (out []string) {
	mt := m.w.Unit("Mt")
	stay := strings.NewReplacer(" %", percentSign, " "+mt, strings.ReplaceAll(" "+mt, " ", "\u00a0"))
	for _, s := range list {
		if s != "" {
			out = append(out, stay.Replace(s))
		}
	}
	return out
}

// tonnes says what is carried of what is offered in the target year, what limits the capacity and
// what holds most back.
func (m *topic) tonnes(subjects []*subject) (list []string) {
	year, _ := m.targetYear()
	if m.run != nil {
		list = append(list, m.w.Say("Of the %[1]s Mt that shippers offer in %[2]d, %[3]s Mt are carried and %[4]s turned away.",
			m.value(offered, year), year, m.value(carried, year), m.value(turnedAway, year)))
	}
	leading := ""
	if m.ensemble != nil {
		leading = m.leading()
		low, high := m.spread(carried, year, tables.Quantiles.P05), m.spread(carried, year, tables.Quantiles.P95)
		list = append(list, m.w.Say("In nine of ten of many futures %[1]s to %[2]s Mt are carried in %[3]d.", low, high, year), leading)
	}
	if m.run != nil && leading == "" {
		if by := m.run.heldBackBy(year); by != "" {
			list = append(list, m.w.Say("Most is held back by %s.", by))
		} else {
			list = append(list, m.w.Say("No segment holds cargo back in that year."))
		}
	}
	return append(list, m.gathered(subjects, func(p *tables.Package) string { return findings.Brought(m.w, p) })...)
}

// money says what the projects are worth, by an appraisal or a comparison; else what is paid, and
// what would tell the rest.
func (m *topic) money(subjects []*subject) []string {
	list := m.gathered(subjects, func(p *tables.Package) string { return findings.Worth(m.w, p) })
	for _, s := range subjects {
		if s.compares(m.name()) {
			list = append(list, findings.Gained(m.w, s.Package))
		}
	}
	if len(list) > 0 {
		return list
	}
	if m.run != nil && filled(m.run.Package, tables.Spending) && filled(m.run.Package, tables.Projects) {
		last := m.lastYear()
		paid := findings.OutlayOf(m.run.Package.Table(tables.Spending), m.run.Package.Table(tables.Projects), last)
		if math.Round(paid.PaidMUSD) > 0 {
			list = append(list, m.w.Say("By the end of %[1]d USD %[2]s million are paid for projects and measures; at most %[3]s of it for what the corridor carries then.",
				last, m.w.Amount(paid.PaidMUSD, 0), m.w.Amount(paid.OwnMUSD(), 0)))
		}
	}
	return append(list, m.w.Say("What it is worth is not in the results given: %s says it.", m.command("appraise", "")))
}

// compares reports whether a run sets a scenario against another in money, or another against it.
func (s *subject) compares(name string) bool {
	if !filled(s.Package, tables.Economics) {
		return false
	}
	t := s.Package.Table(tables.Economics)
	return name == tables.Economics.Baseline.Of(t)[0] || name == tables.Economics.Scenario.Of(t)[0]
}

// action says what to carry out, by plans or an appraisal; else what would tell.
func (m *topic) action(subjects []*subject) []string {
	list := m.gathered(subjects, func(p *tables.Package) string { return findings.CarryOut(m.w, p) })
	list = append(list, m.gathered(subjects, func(p *tables.Package) string { return findings.MostForMoney(m.w, p) })...)
	if len(list) > 0 {
		return list
	}
	return []string{m.w.Say("Which projects to carry out is not in the results given: %[1]s chooses them, and %[2]s says what each brings.",
		m.command("plan", " --budget USD"), m.command("appraise", ""))}
}

// sure says in how many futures targets are met, how far forecasts were off, and on what the
// answer hangs.
func (m *topic) sure(subjects []*subject) (list []string) {
	if m.ensemble == nil {
		list = append(list, m.w.Say("How sure this is, is not in the results given: %s says it.", m.command("ensemble", "")))
	} else if said := m.chances(m.targets()); said != "" {
		list = append(list, said)
	}
	for _, s := range subjects {
		if mean := modelError(s.Package); !math.IsNaN(mean) && s.Package.Name == m.name() {
			list = append(list, m.w.Say("Against what happened, forecasts of the model are off by %s %% in the mean.", m.w.Amount(100*mean, 0)))
			break
		}
	}
	return append(list, m.gathered(subjects, func(p *tables.Package) string { return findings.Doubts(m.w, p) })...)
}

// gathered is what is said of all runs on the page. What is said of another scenario than the page
// is about is said to be.
func (m *topic) gathered(subjects []*subject, of func(*tables.Package) string) (list []string) {
	for _, s := range subjects {
		said := of(s.Package)
		if said != "" && s.Package.Name != m.name() {
			said = m.w.Say("In %[1]s: %[2]s", s.Package.Name, said)
		}
		if said != "" {
			list = append(list, said)
		}
	}
	return list
}

// command is the command line of an analysis of what the run is of.
func (m *topic) command(verb, flags string) string {
	of := m.name()
	if m.run != nil {
		if words, is := strings.CutPrefix(m.run.Manifest.Command, "corridor run "); is && !strings.Contains(words, " --draw ") {
			of = words
		}
	}
	command := "corridor " + verb + " " + of + flags
	if !slices.Contains(m.commands, command) {
		m.commands = append(m.commands, command)
	}
	return command
}

// modelError is the mean error of the model's forecasts over all years, NaN where none is known.
func modelError(p *tables.Package) float64 {
	if !filled(p, tables.Scores) {
		return math.NaN()
	}
	t, c := p.Table(tables.Scores), &tables.Scores
	for row, over := range c.Over.Of(t) {
		if over == tables.AllYears && c.Kind.Of(t)[row] == tables.Forecast && c.Forecaster.Of(t)[row] == tables.Hindcast.Model.Name {
			return c.MeanAbsolute.Of(t)[row]
		}
	}
	return math.NaN()
}
