package language

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"corridor/scenarios/text"
)

// Explanation is what there is to say of a path of a scenario.
type Explanation struct {
	Path      string  `json:"path" doc:"the path that was asked for"`
	Key       Key     `json:"key" doc:"what the language says of it"`
	Title     string  `json:"title,omitempty" doc:"name for readers of what it leads to"`
	Given     *Given  `json:"given,omitempty" doc:"what the scenario says there"`
	TakenAway string  `json:"taken_away,omitempty" doc:"place that took it away, where it is not given"`
	Below     []Below `json:"below,omitempty" doc:"what stands below it"`
	Uses      []Use   `json:"uses,omitempty" doc:"what in the scenario uses it"`
	Change    *Change `json:"change,omitempty" doc:"how it is changed"`
}

// Given is what a scenario says at a path.
type Given struct {
	Value   string   `json:"value,omitempty" doc:"the value, in words"`
	Said    string   `json:"written,omitempty" doc:"what the value was worked out from, and how"`
	Low     string   `json:"low,omitempty" doc:"low end of its range"`
	High    string   `json:"high,omitempty" doc:"high end"`
	Sources []string `json:"sources,omitempty" doc:"names of sources"`
	Note    string   `json:"note,omitempty" doc:"remark"`
	Known   string   `json:"known,omitempty" doc:"month in which it became known"`
	Place   string   `json:"place,omitempty" doc:"file:line:col; left out of a path that selects several"`

	Selections []Selection `json:"selections,omitempty" doc:"what is named there by a selection, such as all of KZ, and what that comes to"`
}

// Below is a key below a path, or a name.
type Below struct {
	Name  string `json:"name" doc:"name of the key or entry"`
	Title string `json:"title,omitempty" doc:"name for readers of what it leads to"`
	Key   Key    `json:"key" doc:"what the language says of it"`
	Given bool   `json:"given" doc:"whether the scenario says it"`
	Value string `json:"value,omitempty" doc:"the value, in short"`

	Laid      []Laid `json:"laid,omitempty" doc:"values of it that another file gave than that of the thing explained"`
	TakenAway string `json:"taken_away,omitempty" doc:"place that took it away, file:line:col"`
}

// Several reports whether the path selects several, each of which stands below it.
func (e *Explanation) Several() bool {
	return e.Given != nil && len(e.Given.Selections) == 1 && e.Given.Selections[0].Said == e.Path
}

// ExplainKey says what a key of the language is, by a path in which * or any name stands for
// what a scenario names.
func ExplainKey(path string) (*Explanation, error) {
	p, err := follow(nil, path)
	if err != nil {
		return nil, err
	}
	e := &Explanation{Path: path, Key: p.key()}
	e.Below = p.below()
	return e, nil
}

// Explain says what stands at a path of the scenario, what it is for, and who uses it. A path
// that leads nowhere is an error that shows where it does not. Of a path that selects several, what
// stands at each of them is below it.
func (s *Compiled) Explain(path string) (*Explanation, error) {
	places, err := s.places(path)
	if err != nil {
		return nil, err
	}
	p := places[0]
	if strings.Join(p.steps, ".") != path {
		return s.several(path, places), nil
	}
	e := &Explanation{Path: path, Key: p.key(), Given: s.givenAt(p), Below: p.below()}
	if e.Given != nil && len(p.steps) > 1 {
		e.Given.Selections = selectionsBelow(s.Selections(), path)
	}
	e.TakenAway = p.gone
	if p.Tree != nil {
		e.Title = English(p.Get("title"))
	}
	e.Uses = s.uses(p)
	e.Change = s.changeOf(p)
	return e, nil
}

// place is where a path leads.
type place struct {
	value
	steps    []string
	pattern  []string // the steps, with * for names
	required bool
	unless   string
	gone     string // the place that took it away, "" for none
	alone    bool   // no scenario is asked, the language alone
}

// follow goes where a path leads in a scenario, or in the language alone where there is none.
func follow(root *text.Tree, path string) (*place, error) {
	p := &place{value: value{root, schema}, alone: root == nil}
	start := text.Position{File: &text.File{Name: "path", Text: path}, Line: 1, Column: 1}
	steps := strings.Split(path, ".")
	for i, step := range steps {
		valid, known := p.step(step)
		if known {
			continue
		}
		var report text.Report
		if p.gone != "" {
			report.Mistake(stepPosition(start, steps, i), "%s is taken away at %s", strings.Join(steps[:i+1], "."), p.gone)
			return nil, report.Err()
		}
		if why := p.unselected(root, step); why != "" {
			report.Mistake(stepPosition(start, steps, i), "%s", why)
			return nil, report.Err()
		}
		report.Mistake(stepPosition(start, steps, i), "%s %q in %s%s", unknownStep(i), text.Short(step), text.Short(path), didYouMean(root, i, step, valid))
		return nil, report.Err()
	}
	return p, nil
}

func unknownStep(i int) string {
	if i == 0 {
		return "unknown key"
	}
	return "unknown name"
}

// didYouMean names the nearest valid step, or where a first step that is the name of a thing
// stands.
func didYouMean(root *text.Tree, i int, step string, valid []string) string {
	if section := sectionWith(root, step); i == 0 && section != "" && text.Nearest(step, valid) == "" {
		return fmt.Sprintf(", did you mean %q?", section+"."+step)
	}
	return text.DidYouMean(step, valid)
}

// step goes one step further. Where that leads nowhere it returns what would be valid.
func (p *place) step(step string) (valid []string, known bool) {
	s := p.spec.resolve(p.Tree)
	if p.alone && s.forms != nil && !s.told {
		s = s.forms[1] // the one that has keys
	}
	pattern, at := step, p.Get(step)
	p.required, p.unless, p.gone = false, "", removedAt(p.Tree, step)
	switch {
	case s.form == formObject && s.field(step) != nil:
		for _, f := range s.fields {
			if f.name == step {
				p.required, p.unless = f.required, f.unless
			}
		}
	case (s.form == formObject || s.hasNames()) && commentary[step] != nil:
	case s.form == formObject:
		return s.names(), false
	case s.form == formList:
		n, err := strconv.Atoi(step)
		switch {
		case p.alone && (step == star || err == nil):
			at = nil
		case err != nil || p.Tree == nil || n < 1 || n > len(p.Items):
			return nil, false
		default:
			at = p.Items[n-1]
		}
		p.to(at, s.item, step, star)
		return nil, true
	case s.hasNames() && (at != nil || p.alone):
		pattern = star
	case s.hasNames():
		return namesIn(p.Tree), false
	case p.dated(s, step):
		p.to(nil, p.spec.forms[1].item, step, star)
		return nil, true
	default:
		return nil, false
	}
	p.to(at, s.child(step), step, pattern)
	return nil, true
}

// dated reports whether a step is a date from which a number that is plain, or not given, is to
// be another.
func (p *place) dated(s *spec, step string) bool {
	_, date := beginning(step)
	return date && s.form == formNumber && p.spec.forms != nil && p.spec.forms[1].form == formByYear
}

// to goes to what stands under a step.
func (p *place) to(at *text.Tree, s *spec, step, pattern string) {
	p.value, p.steps, p.pattern = value{at, s}, append(p.steps, step), append(p.pattern, pattern)
}

// key is what the language says of it.
func (p *place) key() Key {
	s := *p.spec
	if p.Tree != nil && s.forms != nil && !s.told && s.forms[1].form != formByYear {
		if chosen := s.resolve(p.Tree); chosen.doc != "" {
			s = *chosen
		}
	}
	return keyOf(strings.Join(p.pattern, "."), field{required: p.required, unless: p.unless, spec: &s})
}

// keyBelow is what the language says of a step below it.
func (p *place) keyBelow(step string, f field) Key {
	return keyOf(join(strings.Join(p.pattern, "."), step), f)
}

// below lists the keys below it, those that are given first; of a map by names those.
func (p *place) below() (all []Below) {
	s := p.spec.resolve(p.Tree)
	if p.alone && s.forms != nil {
		s = s.forms[1]
	}
	if s.told {
		return nil
	}
	switch {
	case s.form == formObject:
		for _, f := range s.fields {
			at := p.Get(f.name)
			all = append(all, Below{Name: f.name, Key: p.keyBelow(f.name, f), Given: at != nil, Value: brief(at, f.spec), Laid: laidOn(at, p.Tree), TakenAway: removedAt(p.Tree, f.name)})
		}
	case s.hasNames() && p.alone:
		item := s.item
		if inner, _ := item.grouped(); inner != nil {
			alone := place{value: value{nil, item}, pattern: append(slices.Clip(p.pattern), star), alone: true}
			return alone.below()
		}
	case s.hasNames():
		for _, name := range p.names() {
			at := p.Get(name)
			all = append(all, Below{Name: name, Title: English(at.Get("title")), Key: p.keyBelow(star, field{spec: s.item}), Given: true, Value: brief(at, s.item), Laid: laidOn(at, p.Tree)})
		}
	case s.form == formList && p.Tree != nil:
		for i, at := range p.Items {
			all = append(all, Below{Name: itoa(i + 1), Key: p.keyBelow(star, field{spec: s.item}), Given: true, Value: brief(at, s.item)})
		}
	}
	slices.SortStableFunc(all, func(a, b Below) int {
		switch {
		case a.Given == b.Given:
			return 0
		case a.Given:
			return -1
		}
		return 1
	})
	return all
}

// givenAt is what the scenario says there.
func (s *Compiled) givenAt(p *place) *Given {
	if p.Tree == nil {
		return nil
	}
	g := &Given{Place: p.Position.String()}
	path := strings.Join(p.steps, ".")
	i := slices.IndexFunc(s.figures, func(f Figure) bool { return f.Path == path })
	switch {
	case i >= 0:
		f := &s.figures[i]
		g.Said = f.Said
		g.Value, g.Low, g.High, g.Sources, g.Note, g.Known, g.Place = f.Value, f.Low, f.High, f.Sources, f.Note, f.Known, f.Position.String()
	case p.Kind == text.Scalar || p.Get("value") != nil:
		g.Value = brief(p.Tree, p.spec)
	default:
		g.Note, g.Known, g.Sources = p.TextOf("note"), p.TextOf("known"), sourceNames(p.Tree)
		if p.spec.told {
			g.Value = English(p.Tree)
		}
	}
	return g
}

// longestBrief is how long what a group holds is told, in letters.
const longestBrief = 300

// brief writes what stands somewhere in a line: of a group its keys, without what is said for
// readers and what an uncertainty is of.
func brief(t *text.Tree, s *spec) string { return text.Cut(inLine(t, s), longestBrief) }

func inLine(t *text.Tree, s *spec) string {
	switch {
	case t == nil:
		return ""
	case t.Kind == text.Scalar:
		return t.Text
	case t.Get("value") != nil:
		return t.TextOf("value")
	case s != nil && s.told:
		return English(t)
	}
	var parts []string
	for _, item := range t.Items {
		parts = append(parts, enclosed(item, nil))
	}
	for _, e := range t.Entries {
		if commentary[e.Key] == nil && e.Key != "title" && e.Key != "path" && e.Kind != text.Null {
			parts = append(parts, e.Key+": "+enclosed(e.Tree, nil))
		}
	}
	return strings.Join(parts, ", ")
}

func enclosed(t *text.Tree, s *spec) string {
	in := inLine(t, s)
	switch {
	case t.Kind == text.List:
		return "[" + in + "]"
	case t.Kind == text.Map && t.Get("value") == nil:
		return "{" + in + "}"
	}
	return in
}

// Steps lists the steps that may follow a path, for completion: keys, and names of the scenario.
func (s *Compiled) Steps(path string) []string {
	if path == "" {
		return schema.names()
	}
	p, err := follow(s.compiler.top.Tree, path)
	if err != nil {
		return nil
	}
	var names []string
	for _, b := range p.below() {
		names = append(names, b.Name)
	}
	return names
}
