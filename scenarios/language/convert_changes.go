package language

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"corridor/scenarios/text"
	"corridor/scenarios/units"
)

// A figure with a sign and a unit changes what stands below, as +500 t/day does, unless its key
// may be below 0: then a sign is just a sign. A plain number never changes what stands below; with a
// + it would look as if it did, and is a mistake where a change could be meant.

// bareSign reports a plain number with a + in the place of one that may be changed. A change of
// several is told once.
func (c *converter) bareSign(t *text.Tree, s *spec, part string) {
	number, plus := strings.CutPrefix(t.Text, "+")
	if !plus || t.Quoted || s.unit == asMoved || !c.report.Sound(t) {
		return
	}
	if m := c.measure(s); m.spec.least >= 0 {
		c.report.Mistake(t.Position, "%s is %s, and a sign alone makes no change: write %s for the number itself, or %s for a change", c.named(part), text.Short(t.Text), number, m.change(number))
	}
}

// change says how so much more than what stands below is written.
func (m *measure) change(number string) string {
	v, ok := new(big.Rat).SetString(number)
	if !ok || m.written != "" && !m.rate {
		return fmt.Sprintf("+%s %s or +%[1]s %%", number, m.name())
	}
	hundredths := decimal(v.Mul(v, big.NewRat(100, 1)))
	if m.rate {
		return "+" + hundredths + " points"
	}
	return fmt.Sprintf("+%s points or +%[1]s %%", hundredths)
}

// relative reports whether a figure of a key changes what stands below.
func relative(f units.Figure, s *spec) bool {
	return f.Signed && !f.Unit.Plain() && (s.least >= 0 || f.Unit.Points())
}

// changes reports whether what is said of a number, plain or with its range, changes what
// stands below, so far as it can be read.
func (c *converter) changes(t *text.Tree, s *spec) bool {
	if isValue(t) {
		t = t.Get("value")
	}
	if t == nil || t.Kind != text.Scalar || text.IsNumber(t.Text) {
		return false
	}
	f, err := units.Read(t.Text)
	return err == nil && relative(f, s)
}

// all changes every number of a map by year or a list, of which a change is said in its place.
func (c *converter) all(before, after *text.Tree, s *spec) *text.Tree {
	if !c.changes(after, s.item) {
		return after // reported by the checker
	}
	every := c.everyOne(after)
	switch none := before == nil || before.Kind != text.Map && before.Kind != text.List; {
	case none && every != nil:
		return before
	case none:
		return c.one(nil, after, s.item) // which says that there is none
	case every != nil:
		every.changed = true
	}
	return c.each(before, after, s.item)
}

// each changes every number of a map by year or a list.
func (c *converter) each(before, after *text.Tree, item *spec) *text.Tree {
	out := &text.Tree{Position: after.Position, Kind: before.Kind}
	for _, e := range before.Entries {
		if commentary[e.Key] == nil {
			out.Entries = append(out.Entries, text.Entry{Key: e.Key, At: after.Position, Tree: c.one(e.Tree, after, item)})
		}
	}
	for _, under := range before.Items {
		out.Items = append(out.Items, c.one(under, after, item))
	}
	return out
}

// standing returns the number that stands below a change: that of the scenario without the
// file, or the default of the key.
func standing(before *text.Tree, s *spec) (*big.Rat, error) {
	var said string
	switch {
	case before != nil && isValue(before):
		said = before.TextOf("value")
	case before != nil:
		said = before.Text
	case s.factor:
		said = "1"
	case s.standard != "":
		said = s.standard
	default:
		return nil, errors.New("this changes a number, and none stands below to change")
	}
	if under, err := units.Read(said); err == nil && under.Unit.Plain() {
		return under.Number, nil
	}
	return nil, errors.New("this changes a number, and what stands below is none")
}

// share returns what a part in per cent comes to: a number that is a share or a factor itself,
// or with a sign a part of what stands below more or less.
func (c *converter) share(before *text.Tree, f units.Figure, s *spec, m measure) (*big.Rat, string, error) {
	size, is := m.ofShare(f.Unit)
	part := new(big.Rat)
	if is {
		part.Mul(f.Number, size)
	}
	switch {
	case m.rate && f.Signed:
		return nil, "", fmt.Errorf("of a rate this can be two things: write %s for the rate itself, or %s points for so many more or fewer",
			decimal(part), signedNumber(f.Number))
	case !f.Unit.YearsOnly():
		return nil, "", errors.New("a rate is said per year")
	case is && (!f.Signed || s.least < 0):
		return part, "", nil
	case !f.Signed && m.written == "":
		return nil, "", errors.New("this is no share of anything here")
	case !f.Signed:
		return nil, "", fmt.Errorf("a share of what? Write +%s %% or -%[1]s %% for a change of what stands below", decimal(f.Number))
	case s.least < 0:
		return nil, "", fmt.Errorf("this number may be below 0 or is a change itself, of which no share is taken: write it in %s", m.name())
	case f.Unit.Dimension() != units.Unit{}.Dimension():
		return nil, "", errors.New("write a change of what stands below as +5 % or -5 %")
	}
	under, err := standing(before, s)
	switch {
	case err != nil:
		return nil, "", err
	case under.Sign() == 0:
		return nil, "", errors.New("what stands below is 0, and so is any share of it")
	}
	more := new(big.Rat).Mul(f.Number, big.NewRat(1, 100))
	return more.Mul(under, more.Add(more, big.NewRat(1, 1))), " of " + decimal(under), nil
}

// points returns so many hundredths more or less than what stands below.
func (c *converter) points(before *text.Tree, f units.Figure, s *spec, m measure) (*big.Rat, string, error) {
	size, is := m.ofShare(f.Unit)
	switch {
	case !is:
		return nil, "", errors.New("points are of a share or a rate")
	case !f.Signed:
		return nil, "", fmt.Errorf("write +%s points or -%[1]s points for a change, or %[1]s %%", decimal(f.Number))
	}
	under, err := standing(before, s)
	if err != nil {
		return nil, "", err
	}
	return size.Add(under, size.Mul(size, f.Number)), " on " + decimal(under), nil
}

// decimal writes a fraction as a number to be read.
func decimal(x *big.Rat) string {
	if _, exact := x.FloatPrec(); !exact {
		v, _ := x.Float64()
		return plainNumber(v)
	}
	places, _ := x.FloatPrec()
	return x.FloatString(places)
}

func signedNumber(x *big.Rat) string { return strings.Replace("+"+decimal(x), "+-", "-", 1) }
