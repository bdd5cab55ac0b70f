package explorer

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/ensemble"
	"corridor/sim/random"
)

// Drawn is what is uncertain of a corridor, as data.
type Drawn struct {
	Lack          string // why futures cannot be drawn here; "" where they can
	Uncertainties []Uncertainty
	Pairs         []Pair // that go together
}

// Pair is two uncertainties, by name, with the correlation of their normal scores.
type Pair struct {
	A, B string
	Rho  float64
}

// Uncertainty is one of an ensemble's.
type Uncertainty struct {
	Name         string
	Distribution random.Description
	Puts         []Put
	Sampled      []Sampled // of a sample
}

// Sampled is a number of a sample, with its values by row.
type Sampled struct {
	Name   string
	Values []float64
	Puts   []Put
}

// Put is what a drawn value makes of one number of the corridor.
type Put struct {
	At Place
	As As
	By float64
}

// As is how.
type As uint8

const (
	Itself     As = iota // the value
	Times                // By times the value
	Rounded              // the nearest whole number
	Whole                // its whole part
	When                 // By where the value is above 0, and 0 where it is not
	Saved                // the part of a time that is left, of which By is saved: at least none of it
	Start                // first month of a project that is stretched from the month By on; At is its delay factor
	DelayTimes           // likewise its delay factor
)

// of returns what it makes of the number.
func (p *Put) of(v float64) float64 {
	switch p.As {
	case Times:
		return float64(p.By * v)
	case Rounded:
		return math.Round(v)
	case Whole:
		return math.Trunc(v)
	case When:
		if v > 0 {
			return p.By
		}
		return 0
	case Saved:
		return max(0, 1-p.By/v)
	}
	return v
}

// setter returns what puts values into a corridor, given how it is with the levers set.
func setter(puts []Put, planned *model.Corridor) func(c *model.Corridor, v float64) {
	works := make([]model.Project, len(puts)) // as they are planned, of those that are stretched
	for i := range puts {
		if puts[i].As >= Start {
			works[i] = planned.Projects[puts[i].At[1]]
		}
	}
	return func(c *model.Corridor, v float64) {
		for i := range puts {
			p := &puts[i]
			if p.As < Start {
				p.At.Set(c, p.of(v))
				continue
			}
			start, factor := works[i].Stretched(calendar.Month(p.By), v)
			if p.As == Start {
				c.Projects[p.At[1]].Start = start
			} else {
				c.Projects[p.At[1]].DelayFactor = factor
			}
		}
	}
}

// Draws describes what is drawn of a corridor: uncertainties, and those that go together. What
// puts a value into a corridor is asked what it does, at values of the distribution; what it cannot
// be described by is an error.
func Draws(c *model.Corridor, uncertainties []ensemble.Uncertainty, pairs []Pair) (*Drawn, error) {
	d := &Drawn{}
	for i := range uncertainties {
		u := &uncertainties[i]
		out := Uncertainty{Name: u.Name}
		var known bool
		if out.Distribution, known = random.Describe(u.Distribution); !known {
			return nil, fmt.Errorf("%s has a distribution that no file holds", u.Name)
		}
		var err error
		for j := range u.Sample {
			s := &u.Sample[j]
			sampled := Sampled{Name: s.Name, Values: s.Values}
			if sampled.Puts, err = recorded(c, s.Set, s.Values); err != nil {
				return nil, fmt.Errorf("%s: %w", s.Name, err)
			}
			out.Sampled = append(out.Sampled, sampled)
		}
		if u.Sample == nil {
			var values []float64
			for n := range 9 {
				values = append(values, u.Distribution.Quantile((float64(n)+0.5)/9))
			}
			if out.Puts, err = recorded(c, u.Set, values); err != nil {
				return nil, fmt.Errorf("%s: %w", u.Name, err)
			}
		}
		d.Uncertainties = append(d.Uncertainties, out)
	}
	for _, p := range pairs {
		if d.has(p.A) && d.has(p.B) {
			d.Pairs = append(d.Pairs, p)
		}
	}
	return d, nil
}

func (d *Drawn) has(name string) bool {
	return slices.ContainsFunc(d.Uncertainties, func(u Uncertainty) bool { return u.Name == name })
}

// recorded finds what a setter makes of which numbers of a corridor.
func recorded(base *model.Corridor, set func(*model.Corridor, float64), values []float64) ([]Put, error) {
	values = append([]float64{1}, values...) // at which a factor shows itself
	var places []Place
	var made []model.Corridor
	for _, v := range values {
		c := base.Clone()
		set(&c, v)
		moves, err := Moves(base, &c)
		if err != nil {
			return nil, err
		}
		for _, m := range moves {
			if !slices.ContainsFunc(places, func(p Place) bool { return slices.Equal(p, m.At) }) {
				places = append(places, m.At)
			}
		}
		made = append(made, c)
	}
	var puts []Put
	for _, at := range places {
		i := slices.IndexFunc(candidates(base, at, &made[0]), func(p Put) bool { return p.makes(base, values, made) })
		if i < 0 {
			return nil, errors.New("what it sets follows from it in a way that no file holds")
		}
		puts = append(puts, candidates(base, at, &made[0])[i])
	}
	return puts, nil
}

// makes reports whether it makes of a number what corridors have, each for one of the values.
func (p Put) makes(base *model.Corridor, values []float64, made []model.Corridor) bool {
	set := setter([]Put{p}, base)
	for i, v := range values {
		c := base.Clone()
		set(&c, v)
		if math.Float64bits(p.At.Get(&c)) != math.Float64bits(p.At.Get(&made[i])) {
			return false
		}
	}
	return true
}

// candidates are what a put of a number may be, given what it is at the value 1.
func candidates(base *model.Corridor, at Place, one *model.Corridor) []Put {
	list := []Put{{at, Itself, 0}, {at, Times, at.Get(one)}, {at, Rounded, 0}, {at, Whole, 0}, {at, When, at.Get(one)}}
	if at[0] != projects {
		return list
	}
	p := &base.Projects[at[1]]
	if len(at) == 5 && at[2] == changes && at[4] == scale {
		of := &p.Changes[at[3]]
		list = append(list, Put{at, Saved, float64((1 - of.Scale) * base.Segments[of.Segment].FreeFlowDays)})
	}
	if len(at) == 3 {
		list = append(list, Put{at, Start, float64(p.AsOf)}, Put{at, DelayTimes, float64(p.AsOf)})
	}
	return list
}

// The places of some fields.
var projects, changes, scale = field[model.Corridor]("Projects"), field[model.Project]("Changes"), field[model.Change]("Scale")

func field[T any](name string) uint32 {
	f, _ := reflect.TypeFor[T]().FieldByName(name)
	return uint32(f.Index[0])
}
