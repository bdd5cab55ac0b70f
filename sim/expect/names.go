package expect

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// Names are what the checks of a scenario may speak of.
type Names struct {
	Metrics                   map[string]*tables.Expression // that the scenario defines
	Targets                   []tables.Target
	Segments, Cargos, Markets []string
	First, Last               calendar.Month              // simulated
	Lack                      func(metric string) string  // what a result column needs that the scenario does not have, "" for nothing
	Scenarios                 []string                    // of the library
	Path                      func(text string) (is bool) // whether a text is the path of a scenario file
	Resolve                   func(path string) string    // the path of a file beside the scenario
}

// Mistake is what is wrong with a check.
type Mistake struct {
	Offset  int // in runes
	Message string
	Wrong   string   // the name that is none, if that is the mistake
	Valid   []string // those that there are
}

// mistakef is a mistake at so many bytes; Parse counts them in runes.
func mistakef(offset int, format string, args ...any) *Mistake {
	return &Mistake{Offset: offset, Message: fmt.Sprintf(format, args...)}
}

// period reads a year or month that must be among those simulated.
func (n *Names) period(text string, offset int) (tables.Period, *Mistake) {
	p, err := tables.ParsePeriod(text)
	switch {
	case err != nil:
		return p, mistakef(offset, "%v", err)
	case p.Month < n.First || p.Month > n.Last:
		return p, mistakef(offset, "%s is outside the months simulated, %v to %v", text, n.First, n.Last)
	}
	return p, nil
}

// part finds a part of the corridor, of one kind or of any.
func (n *Names) part(kind, name string, offset int) (Part, *Mistake) {
	var found []Part
	var valid []string
	for _, k := range []string{Segment, Cargo, Market} {
		if kind != "" && kind != k {
			continue
		}
		list := n.of(k)
		valid = append(valid, list...)
		if slices.Contains(list, name) {
			found = append(found, Part{k, name})
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return Part{}, mistakef(offset, "%s is a %s and a %s: write %s %s or %s %s", name, found[0].Kind, found[1].Kind, found[0].Kind, name, found[1].Kind, name)
	case kind == Cargo:
		return Part{}, &Mistake{Offset: offset, Message: fmt.Sprintf("there is no cargo class %q", name), Wrong: name, Valid: valid}
	case kind != "":
		return Part{}, &Mistake{Offset: offset, Message: fmt.Sprintf("there is no %s %q", kind, name), Wrong: name, Valid: valid}
	}
	return Part{}, &Mistake{Offset: offset, Message: fmt.Sprintf("there is no segment, cargo class or market %q", name), Wrong: name, Valid: valid}
}

func (n *Names) of(kind string) []string {
	switch kind {
	case Segment:
		return n.Segments
	case Cargo:
		return n.Cargos
	}
	return n.Markets
}

// metrics lists the names that a figure of the corridor may have.
func (n *Names) metrics() []string {
	return slices.Concat(tables.Metrics(), slices.Sorted(maps.Keys(n.Metrics)))
}

// expression is a metric of the corridor, nil for none of that name.
func (n *Names) expression(name string) *tables.Expression {
	if defined, is := n.Metrics[name]; is {
		return defined
	}
	if !slices.Contains(tables.Metrics(), name) {
		return nil
	}
	e, err := tables.ParseExpression(name, nil)
	if err != nil {
		return nil
	}
	return e
}

// lack says what an expression needs that the scenario does not have.
func (n *Names) lack(e *tables.Expression) string {
	for _, metric := range tables.Metrics() {
		if e.Uses(metric) {
			if lack := n.Lack(metric); lack != "" {
				return lack
			}
		}
	}
	return ""
}

// scenario is the scenario that a text begins with, "" where it begins with what a condition may
// be compared with.
func (n *Names) scenario(text string) string {
	end := strings.IndexAny(text, " \t)")
	if end < 0 {
		end = len(text)
	}
	word := text[:end]
	if slices.Contains(n.Scenarios, word) || n.Path(word) {
		return word
	}
	return ""
}
