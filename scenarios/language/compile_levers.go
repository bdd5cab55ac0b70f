package language

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"corridor/scenarios/text"
	"corridor/sim/tables"
)

// Lever is a choice of the scenario: overlays to compare, one of which is applied, or what the
// explorer lets its reader move.
type Lever struct {
	Name        string
	Overlays    []string // of those to compare; nil for all others
	Title, Unit string
	Group       string

	From, To, Step float64      // of one that moves numbers
	How            How          // it does so
	Numbers        []MovedValue // it moves
	Choices        []Choice     // of one that has them
}

// How a lever moves numbers.
type How int

const (
	Sets How = iota
	AddsTo
	Multiplies
)

// MovedValue is a number that a lever moves, with its value in the scenario.
type MovedValue struct {
	Path  string
	Value float64
}

// Choice is one of those of a lever.
type Choice struct {
	Name, Title string
	With, Set   []string // overlays and values; of one that leaves the scenario as it is, none
}

// AsItIs is the number at which a lever that moves numbers leaves the scenario as it is.
func (l *Lever) AsItIs() float64 {
	switch l.How {
	case AddsTo:
		return 0
	case Multiplies:
		return 1
	}
	return l.Numbers[0].Value
}

// At is what a lever at a number makes of one that it moves. What is worked out has twelve digits,
// so that it can be written and read.
func (l *Lever) At(position float64, moved MovedValue) float64 {
	switch l.How {
	case AddsTo:
		return twelveDigits(moved.Value + position)
	case Multiplies:
		return twelveDigits(float64(moved.Value * position))
	}
	return position
}

// Positions are the numbers at which a lever that moves numbers can stand, ascending: those of its
// steps, and where it leaves the scenario as it is.
func (l *Lever) Positions() (all []float64) {
	for i := range l.steps() + 1 {
		all = append(all, twelveDigits(l.From+float64(float64(i)*l.Step)))
	}
	if at, found := slices.BinarySearch(all, l.AsItIs()); !found {
		all = slices.Insert(all, at, l.AsItIs())
	}
	return all
}

func (l *Lever) steps() int { return int(math.Round((l.To - l.From) / l.Step)) }

// mostSteps is how many steps a lever may have.
const mostSteps = 200

func twelveDigits(v float64) float64 {
	n, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	return n
}

// levers compiles them, and checks that what they name exists.
func (c *compiler) levers() (out []Lever) {
	for _, v := range c.top.of("levers").each() {
		l := Lever{Name: v.name}
		switch {
		case v.Kind == text.List:
			l.Overlays = c.compared(v)
		case v.Kind != text.Map || !c.report.Sound(v.Tree) || !c.lever(&l, v):
			continue
		}
		out = append(out, l)
	}
	return out
}

// withoutLostLevers drops levers of the explorer that move what a later layer has taken away, or
// made into something else: they were written for the scenario as it was.
func withoutLostLevers(t, root *text.Tree) {
	levers := root.Get("levers")
	if levers == nil || levers.Kind != text.Map {
		return
	}
	latest := root.Latest()
	left := *levers
	left.Entries = slices.DeleteFunc(slices.Clone(levers.Entries), func(e text.Entry) bool {
		if e.Kind != text.Map || e.Tree.Latest() >= latest {
			return false
		}
		var report text.Report
		(&checker{root: root, report: &report}).check(e.Tree, leverSpec, e.Key)
		return !report.Found() && !newCompiler(root, &report).lever(&Lever{Name: e.Key}, namedValue{e.Key, e.At, value{e.Tree, leverSpec}})
	})
	if len(left.Entries) < len(levers.Entries) {
		t.Set(text.Entry{Key: "levers", At: root.PlaceOf("levers"), Tree: &left})
	}
}

// compared lists the overlays of a lever that is a list.
func (c *compiler) compared(v namedValue) (overlays []string) {
	if len(v.Items) == 0 {
		c.report.Mistake(v.Position, "the lever %s has no overlays, expected some to choose from", v.name)
	}
	for _, item := range v.Items {
		c.overlay(item)
		overlays = append(overlays, BesideFile(item))
	}
	return overlays
}

// lever compiles one of the explorer. It returns false for one that is mistaken.
func (c *compiler) lever(l *Lever, v namedValue) bool {
	l.Title, l.Group, l.Unit = title(v), v.of("group").string(), v.of("unit").string()
	for how, key := range []string{"sets", "adds_to", "multiplies"} {
		if of := v.of(key); of.given() {
			l.How = How(how)
			return c.span(l, v) && c.moved(l, v, of)
		}
	}
	return c.choices(l, v)
}

// span reads the range of one that moves numbers.
func (c *compiler) span(l *Lever, v namedValue) bool {
	for _, key := range []string{"from", "to", "step"} {
		if !v.of(key).given() {
			c.report.Mistake(v.Position, "lever %s has no %s, expected a number: it moves numbers", v.name, key)
			return false
		}
	}
	l.From, l.To, l.Step = v.of("from").number(), v.of("to").number(), v.of("step").number()
	switch steps := (l.To - l.From) / l.Step; {
	case !(l.From < l.To):
		c.report.Mistake(v.of("to").Position, "lever %s goes from %s to %s, expected a to above its from", v.name, plainNumber(l.From), plainNumber(l.To))
	case steps > mostSteps:
		c.report.Mistake(v.of("step").Position, "lever %s has %.0f steps, expected at most %d", v.name, steps, mostSteps)
	case math.Abs(steps-math.Round(steps)) > near:
		c.report.Mistake(v.of("step").Position, "lever %s comes from %s to %s in no whole number of steps of %s", v.name, plainNumber(l.From), plainNumber(l.To), plainNumber(l.Step))
	default:
		return true
	}
	return false
}

// moved finds the numbers that it moves.
func (c *compiler) moved(l *Lever, v namedValue, of value) bool {
	for _, item := range of.Items {
		if !c.numbersAt(l, item) {
			return false
		}
	}
	if len(l.Numbers) == 0 {
		c.report.Mistake(of.Position, "lever %s moves nothing, expected paths to numbers", v.name)
		return false
	}
	for _, other := range l.Numbers {
		if first := l.Numbers[0]; l.How == Sets && other.Value != first.Value {
			c.report.Mistake(of.Position, "lever %s sets %s and %s, which are %s and %s: let it add to them or multiply them", v.name, first.Path, other.Path, plainNumber(first.Value), plainNumber(other.Value))
			return false
		}
	}
	if !c.reaches(l, v) {
		return false
	}
	if at := c.specAt(l.Numbers[0].Path); l.Unit == "" && l.How != Multiplies && at != nil {
		l.Unit = at.unit
	}
	return true
}

// reaches reports whether the numbers that a lever moves are, at its ends, what they may be.
func (c *compiler) reaches(l *Lever, v namedValue) bool {
	for _, n := range l.Numbers {
		at := c.specAt(n.Path)
		if at == nil {
			continue
		}
		may := limitsOf(at)
		for _, end := range []struct {
			key string
			at  float64
		}{{"from", l.From}, {"to", l.To}} {
			if becomes := l.At(end.at, n); !may.hold(becomes) {
				c.report.Mistake(v.of(end.key).Position, "lever %s at %s makes %s %s, outside what it may be (%v)", v.name, plainNumber(end.at), n.Path, plainNumber(becomes), may)
				return false
			}
		}
	}
	return true
}

// numbersAt adds the numbers that a path leads to. It returns false for a mistake.
func (c *compiler) numbersAt(l *Lever, item *text.Tree) bool {
	path := item.Text
	steps := strings.Split(path, ".")
	if i, valid := missingStep(c.top.Tree, steps); i < len(steps) {
		c.report.Mistake(item.Position, "lever %s: unknown name %q in %s%s", l.Name, text.Short(steps[i]), text.Short(path), text.DidYouMean(steps[i], valid))
		return false
	}
	for _, one := range Paths(c.top.Tree, path) {
		v := value{c.top.Tree, schema}
		for step := range strings.SplitSeq(one, ".") {
			v = v.of(step)
		}
		switch form := v.spec.resolve(v.Tree); {
		case form != nil && form.form == formByYear && l.How != Sets:
			for _, e := range v.each() {
				l.Numbers = append(l.Numbers, MovedValue{one + "." + e.name, e.number()})
			}
		case form == nil || form.form != formNumber:
			c.report.Mistake(item.Position, "lever %s: %s is no number", l.Name, one)
			return false
		case !v.given() && v.standard() == "":
			c.report.Mistake(item.Position, "lever %s: %s is not given", l.Name, one)
			return false
		default:
			l.Numbers = append(l.Numbers, MovedValue{one, v.number()})
		}
	}
	return true
}

// choices compiles one that has choices.
func (c *compiler) choices(l *Lever, v namedValue) bool {
	for _, key := range []string{"from", "to", "step"} {
		if v.of(key).given() {
			c.report.Mistake(v.PlaceOf(key), "lever %s has choices, and %s is of one that moves numbers", v.name, key)
			return false
		}
	}
	asItIs, sound := 0, true
	for _, e := range v.of("choices").each() {
		choice := Choice{Name: e.name, Title: title(e)}
		for _, item := range itemsOf(e.of("with")) {
			if c.known.Overlays != nil {
				c.overlay(item)
			}
			choice.With = append(choice.With, BesideFile(item))
		}
		for _, item := range itemsOf(e.of("set")) {
			sound = Assignment(c.top.Tree, item.Text, item.Position, c.report) != nil && sound
			choice.Set = append(choice.Set, item.Text)
		}
		if len(choice.With)+len(choice.Set) == 0 {
			asItIs++
		}
		l.Choices = append(l.Choices, choice)
	}
	switch {
	case !sound:
	case len(l.Choices) < 2:
		c.report.Mistake(v.of("choices").Position, "lever %s has %s, expected at least two", v.name, tables.Counted(len(l.Choices), "choice"))
	case asItIs != 1:
		c.report.Mistake(v.of("choices").Position, "%s of lever %s leave the scenario as it is, expected one, which has neither with nor set", tables.Counted(asItIs, "choice"), v.name)
	default:
		return true
	}
	return false
}

func itemsOf(v value) []*text.Tree {
	if !v.given() {
		return nil
	}
	return v.Items
}
