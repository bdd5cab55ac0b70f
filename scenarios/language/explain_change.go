package language

import (
	"regexp"
	"slices"
	"strings"

	"corridor/scenarios/text"
)

// Change is how a value is changed: by --set, and in a file that extends the scenario.
type Change struct {
	Path string `json:"path" doc:"to the value that is changed"`
	Set  string `json:"set,omitempty" doc:"path=value, as --set takes it"`
	YAML string `json:"yaml" doc:"what a file says to change it"`

	Uncertain string `json:"uncertain,omitempty" doc:"what a file says to draw it in each future"`
}

// changeOf says how what stands at a place is changed, or the first number below it.
func (s *Compiled) changeOf(p *place) *Change {
	if len(p.steps) == 1 && p.spec.form == formNamed {
		return nil // any of its entries would do
	}
	if p = s.number(s.outside(p)); p == nil {
		return nil
	}
	path := strings.Join(p.steps, ".")
	c := &Change{Path: path}
	said, written := p.example()
	var report text.Report
	if said != "" && Assignment(s.compiler.top.Tree, path+"="+said, text.Position{File: &text.File{Name: "--set", Text: path}, Line: 1, Column: 1}, &report) != nil {
		c.Set = path + "=" + said
	}
	if c.Set == "" && len(p.steps) == 1 {
		return nil // it says what the file is
	}
	var b strings.Builder
	for i, step := range p.steps {
		b.WriteString(strings.Repeat("  ", i) + asYAML(step) + ":")
		if i < len(p.steps)-1 {
			b.WriteByte('\n')
		}
	}
	c.YAML = b.String() + " " + written
	if _, err := s.Setter(path); err == nil && p.spec.resolve(p.Tree).form == formNumber {
		low, high := "LOW", "HIGH"
		if p.isValue() && p.Get("low") != nil && p.Get("high") != nil {
			low, high = p.TextOf("low"), p.TextOf("high")
		}
		c.Uncertain = "uncertainties:\n  " + s.drawnAs(path) + ": {path: " + path + ", distribution: pert, low: " + low + ", mode: " + said + ", high: " + high + "}"
	}
	return c
}

// drawnAs is the name of the uncertainty that draws a number, NAME where none does yet.
func (s *Compiled) drawnAs(path string) string {
	for _, v := range s.compiler.top.of("uncertainties").each() {
		if v.of("path").string() == path {
			return v.name
		}
	}
	return "NAME"
}

// outside returns the list that a place is in, which is changed whole, or the place itself.
func (s *Compiled) outside(p *place) *place {
	for n := range p.steps {
		around, err := follow(s.compiler.top.Tree, strings.Join(p.steps[:n+1], "."))
		if err == nil && n+1 < len(p.steps) && around.spec.resolve(around.Tree).form == formList {
			return around
		}
	}
	return p
}

// number returns the place itself where it is a single value or a list, or that of a number below
// it that says most: the first by the table of the language, the last of those by year; nil where
// there is none.
func (s *Compiled) number(p *place) *place {
	spec := p.spec.resolve(p.Tree)
	var steps []string
	switch {
	case spec.form == formObject:
		for _, name := range spec.names() {
			if p.Get(name) != nil {
				steps = append(steps, name)
			}
		}
	case spec.hasNames():
		if steps = p.names(); spec.form == formByYear {
			slices.Reverse(steps)
		}
	default:
		return p
	}
	var other *place
	for _, step := range steps {
		below := *p
		below.steps, below.pattern = slices.Clone(p.steps), slices.Clone(p.pattern)
		if _, known := below.step(step); !known {
			continue
		}
		switch found := s.number(&below); {
		case found == nil:
		case found.spec.resolve(found.Tree).form == formNumber:
			return found
		case other == nil && !found.spec.told:
			other = found
		}
	}
	return other
}

// example returns what is there, or may be, as --set takes it, and as a file says it.
func (p *place) example() (said, written string) {
	s := p.spec.resolve(p.Tree)
	switch {
	case s.form == formList:
		return "", "[" + inLine(p.Tree, nil) + "]"
	case p.Tree != nil:
		said = inLine(p.Tree, p.spec)
	case p.standard() != "":
		said = p.standard()
	default:
		said = placeholder(s)
	}
	if s.form != formNumber {
		return said, asYAML(said)
	}
	written = "{value: " + said
	if p.isValue() {
		for _, end := range []string{"low", "high"} {
			if given := p.TextOf(end); given != "" {
				written += ", " + end + ": " + given
			}
		}
	}
	return said, written + ", source: " + Assumption + "}"
}

// placeholder stands for a value that is not there yet.
func placeholder(s *spec) string {
	switch s.form {
	case formNumber:
		return "NUMBER"
	case formMonth, formDay:
		return "2027-01"
	case formYear, formPeriod:
		return "2027"
	case formBoolean:
		return "true"
	case formChoice:
		return s.words[0]
	case formReference, formSelector, formRival, formName, formEntry:
		return "NAME"
	}
	return "TEXT"
}

// bareText is text that YAML reads as such without quotes.
var bareText = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9 ._/*-]*$`)

func asYAML(said string) string {
	if bareText.MatchString(said) {
		return said
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(said) + `"`
}
