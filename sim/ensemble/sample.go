package ensemble

import (
	"fmt"
	"slices"

	"corridor/model"
	"corridor/sim/random"
)

// Sampled is one of several numbers of a corridor that are drawn together.
type Sampled struct {
	Name, Title, Path string                             // as of an uncertainty
	Values            []float64                          // by row of the sample
	Set               func(c *model.Corridor, v float64) // puts one of them into a corridor

	margin Margin
}

// Margin is the distribution of one number of a sample, whatever the others are. Its ends
// lie the further out the more rows there are, and say little of the number.
type Margin struct{ random.Discrete }

// Alone returns the number as one that is drawn by itself, from its margin.
func (s *Sampled) Alone() Uncertainty {
	return Uncertainty{Name: s.Name, Title: s.Title, Path: s.Path, Distribution: s.margin, Set: s.Set}
}

// NewSample returns the uncertainty that draws a row of a sample, each as likely as the next,
// and sets every number to its value in that row. What is drawn of it is the number of the
// row, from 1.
func NewSample(name, title string, of []Sampled) (Uncertainty, error) {
	if len(of) == 0 {
		return Uncertainty{}, fmt.Errorf("the sample %s is of nothing", name)
	}
	rows := make([]float64, len(of[0].Values))
	for i := range rows {
		rows[i] = float64(i + 1)
	}
	of = slices.Clone(of)
	for i := range of {
		s := &of[i]
		if len(s.Values) != len(rows) {
			return Uncertainty{}, fmt.Errorf("the sample %s has %d values of %s and %d of %s", name, len(s.Values), s.Name, len(rows), of[0].Name)
		}
		margin, err := random.NewDiscrete(s.Values, nil)
		if err != nil {
			return Uncertainty{}, fmt.Errorf("%s of the sample %s: %w", s.Name, name, err)
		}
		s.margin = Margin{margin}
	}
	d, err := random.NewDiscrete(rows, nil)
	if err != nil {
		return Uncertainty{}, err
	}
	set := func(c *model.Corridor, row float64) {
		for i := range of {
			of[i].Set(c, of[i].at(row))
		}
	}
	return Uncertainty{Name: name, Title: title, Distribution: d, Set: set, Sample: of}, nil
}

// at returns the value in a row.
func (s *Sampled) at(row float64) float64 { return s.Values[int(row)-1] }

// Inputs names what is drawn of an alternative: each uncertainty, and after a sample the
// numbers that it sets.
func (a *Alternative) Inputs() (names []string) {
	for i := range a.Uncertainties {
		names = append(names, a.Uncertainties[i].Name)
		for j := range a.Uncertainties[i].Sample {
			names = append(names, a.Uncertainties[i].Sample[j].Name)
		}
	}
	return names
}

// drawn appends what was drawn of an uncertainty.
func (u *Uncertainty) drawn(values []float64, v float64) []float64 {
	values = append(values, v)
	for i := range u.Sample {
		values = append(values, u.Sample[i].at(v))
	}
	return values
}
