package expect

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"corridor/sim/tables"
)

// Parse reads a check.
func Parse(name, text string, names *Names) (*Expectation, *Mistake) {
	p := &phrases{text: text, names: names}
	wrong := p.take()
	var e *Expectation
	if wrong == nil {
		r := &reader{text: p.text, names: names, over: p.over, all: p.part, found: map[string]*tables.Word{}, figures: map[*tables.Word]*figure{}}
		e, wrong = r.read()
	}
	if wrong != nil {
		wrong.Offset = utf8.RuneCountInString(text[:min(len(text), wrong.Offset)])
		return nil, wrong
	}
	e.Name, e.Text, e.share = name, text, p.share
	if e.share != nil && len(e.Scenarios()) > 0 {
		return nil, &Mistake{Message: "a share of the futures cannot be compared with another scenario: corridor compare shows both in the same futures"}
	}
	return e, nil
}

// reader reads the condition of a check.
type reader struct {
	text    string
	names   *Names
	over    over
	all     Part // that is meant where a figure has none
	found   map[string]*tables.Word
	figures map[*tables.Word]*figure
	wrong   *Mistake // of a name, which says more than that it is none
}

func (r *reader) read() (*Expectation, *Mistake) {
	c, err := tables.Vocabulary{Find: r.find, Scenario: r.names.scenario, Elsewhere: r.elsewhere}.Parse(r.text)
	var mistake *tables.ExpressionError
	switch {
	case r.wrong != nil:
		return nil, r.wrong
	case errors.As(err, &mistake):
		return nil, r.explained(mistake)
	case err != nil:
		return nil, mistakef(0, "%v", err)
	}
	e := &Expectation{condition: c, figures: map[*tables.Word]*figure{}, over: r.over}
	for _, w := range c.Words() {
		f := r.figures[w]
		if wrong := r.fits(f, w); wrong != nil {
			return nil, wrong
		}
		e.figures[w] = f
	}
	if len(e.figures) == 0 {
		return nil, mistakef(0, "this compares numbers alone, expected a result column such as throughput_mt 2030")
	}
	e.percent = strings.Contains(r.text, "%") && r.shares(c)
	return e, nil
}

// shares reports whether all that is compared are shares.
func (r *reader) shares(c *tables.Condition) bool {
	return !slices.ContainsFunc(c.Words(), func(w *tables.Word) bool {
		f := r.figures[w]
		if f.part.Kind != "" {
			column, _ := columnOf(f.part.Kind, f.metric)
			return !column.share
		}
		return f.metric != tables.Annual.Utilisation.Name
	})
}

// fits reports a figure that has no period, is not known by month or year, or is none of its part.
func (r *reader) fits(f *figure, w *tables.Word) *Mistake {
	if w.Judged {
		return nil
	}
	if f.part == (Part{}) && r.all != (Part{}) {
		f.part = r.all
	}
	if f.part.Kind != "" {
		f.of = nil
		if _, found := columnOf(f.part.Kind, f.metric); !found {
			return &Mistake{Offset: f.offset, Message: "a " + f.part.Kind + " has no " + f.metric, Wrong: f.metric, Valid: ColumnsOf(f.part.Kind)}
		}
	}
	switch {
	case f.part.Kind == "" && f.of == nil:
		return mistakef(f.offset, "%s is of a part of the corridor: say of which segment, cargo or market", f.metric)
	case f.of != nil && r.names.lack(f.of) != "":
		return mistakef(f.offset, "%s", r.names.lack(f.of))
	case !f.dated && len(r.over.periods) == 0:
		return mistakef(f.offset, "%s has no period: write %s %v, or in every year behind the check", w.Name, f.metric, r.names.Last.Year())
	}
	yearly := f.at.Yearly
	if !f.dated {
		yearly = r.over.periods[0].Yearly
	}
	if column, _ := columnOf(f.part.Kind, f.metric); f.part.Kind != "" {
		switch {
		case yearly && !column.yearly:
			return mistakef(f.offset, "%s of a %s is known by month, and this is of a year", f.metric, f.part.Kind)
		case !yearly && !column.monthly:
			return mistakef(f.offset, "%s of a %s is known by year, and this is of a month", f.metric, f.part.Kind)
		}
	}
	return nil
}

// explained says more of a mistake in a condition.
func (r *reader) explained(e *tables.ExpressionError) *Mistake {
	at := len(string([]rune(r.text)[:e.Offset]))
	rest := r.text[at:]
	switch word, _, _ := strings.Cut(rest, " "); {
	case word == "in" || word == "by" || word == "at":
		return mistakef(at, "expected in 2028, in 2028-06, in 2027 to 2030, in every month, in some year, or in 80 %% of futures")
	case word == "of":
		return mistakef(at, "expected a figure, a share or a number before of, as in utilisation of rail-ferry < 95 %% in every month")
	case e.Name != "":
		m := &Mistake{Offset: at, Message: "there is no result column, metric or target \"" + e.Name + "\"", Wrong: e.Name, Valid: r.names.metrics()}
		if meant, found := tables.MeantMetric(e.Name); found {
			m.Wrong = meant
		}
		for _, t := range r.names.Targets {
			m.Valid = append(m.Valid, t.Name)
		}
		for _, kind := range []string{Segment, Cargo, Market} {
			m.Valid = append(m.Valid, ColumnsOf(kind)...)
		}
		if withinOf.MatchString(r.text[:at]) {
			m.Message, m.Valid = "there is no scenario \""+e.Name+"\" in the library", r.names.Scenarios
			if slices.Contains(m.Valid, e.Name) {
				return mistakef(at, "%s stands here without overlays and values; write them to a file beside this one that extends it, such as ./high.yaml", e.Name)
			}
		}
		return m
	}
	return mistakef(at, "%s", e.Message)
}

// withinOf is the end of a text that the name of a scenario may follow.
var withinOf = regexp.MustCompile(`\bwithin[ \t]+[0-9.]+[ \t]*%?[ \t]*of[ \t]*$`)

var (
	namePhrase   = regexp.MustCompile(`^[\pL\pN_-]+`)
	ownPart      = regexp.MustCompile(`^` + gap + `of` + gap + `(?:(segment|cargo|market)` + gap + `)?([\pL\pN_/-]+)`)
	ownPeriod    = regexp.MustCompile(`^` + gap + `(?:in` + gap + `)?` + period)
	joinedPeriod = regexp.MustCompile(`^([\pL\pN_-]*?)_` + period + `$`)
)

// find returns the figure or target that a text begins with, nil for none.
func (r *reader) find(rest string) *tables.Word {
	if w := r.found[rest]; w != nil {
		return w
	}
	run := strings.TrimRight(namePhrase.FindString(rest), "-")
	if run == "" {
		return nil
	}
	if w := r.target(run); w != nil {
		return w
	}
	offset := len(r.text) - len(rest)
	f := &figure{offset: offset}
	taken := ""
	for name := run; name != ""; name = shorter(name) { // throughput_mt-2 is arithmetic
		metric := name
		if joined := joinedPeriod.FindStringSubmatch(name); joined != nil && r.is(joined[1]) {
			when, wrong := r.names.period(joined[2], offset+len(joined[1])+1)
			if wrong != nil {
				return r.refuse(wrong)
			}
			metric, f.at, f.dated = joined[1], when, true
		}
		if r.is(metric) {
			f.metric, taken = metric, name
			break
		}
	}
	if taken == "" {
		return nil
	}
	end, wrong := r.behind(f, rest, len(taken))
	if wrong != nil {
		return r.refuse(wrong)
	}
	if f.part.Kind == "" {
		f.of = r.names.expression(f.metric)
	}
	w := &tables.Word{Name: rest[:end]}
	r.found[w.Name], r.figures[w] = w, f
	return w
}

// shorter is a run of letters without what follows its last hyphen.
func shorter(run string) string {
	return run[:max(0, strings.LastIndexByte(run, '-'))]
}

// is reports whether a name is one of figures.
func (r *reader) is(name string) bool {
	return slices.Contains(r.names.metrics(), name) || isPartColumn(name)
}

func (r *reader) refuse(wrong *Mistake) *tables.Word {
	if r.wrong == nil {
		r.wrong = wrong
	}
	return nil
}

// behind reads the part and the period behind a figure, in any order, and returns where they end.
func (r *reader) behind(f *figure, rest string, end int) (int, *Mistake) {
	for range 2 {
		if at := ownPart.FindStringSubmatchIndex(rest[end:]); at != nil && f.part.Kind == "" {
			kind := ""
			if at[2] >= 0 {
				kind = rest[end+at[2] : end+at[3]]
			}
			var wrong *Mistake
			if f.part, wrong = r.names.part(kind, rest[end+at[4]:end+at[5]], f.offset+end+at[4]); wrong != nil {
				return end, wrong
			}
			end += at[1]
		}
		if at := ownPeriod.FindStringSubmatchIndex(rest[end:]); at != nil && !f.dated {
			var wrong *Mistake
			if f.at, wrong = r.names.period(rest[end+at[2]:end+at[3]], f.offset+end+at[2]); wrong != nil {
				return end, wrong
			}
			f.dated = true
			end += at[1]
		}
	}
	return end, nil
}

// target is the word of a target's name, which says that it is met.
func (r *reader) target(name string) *tables.Word {
	i := slices.IndexFunc(r.names.Targets, func(t tables.Target) bool { return t.Name == name })
	if i < 0 {
		return nil
	}
	t := &r.names.Targets[i]
	w := r.found[name]
	if w == nil {
		w = &tables.Word{Name: name, Target: t, Judged: true}
		r.found[name] = w
		r.figures[w] = &figure{metric: name, of: t.Metric, at: t.At, dated: true}
	}
	return w
}

// elsewhere is a figure in another scenario.
func (r *reader) elsewhere(of *tables.Word, scenario string) *tables.Word {
	f := *r.figures[of]
	f.scenario = r.names.Resolve(scenario)
	w := &tables.Word{Name: of.Name + " in " + scenario, Target: of.Target, Judged: of.Judged}
	r.figures[w] = &f
	return w
}
