package findings

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// Estimate is an index with its 95 % interval, NaN for none; Chance is what nothing stays below.
type Estimate struct{ Value, Low, High, Chance float64 }

// Mattering is a metric with the inputs that matter for it, most first.
type Mattering struct {
	Metric, Title, Expression, At string
	Method                        string // by which the inputs are in their order
	Inputs                        []Influence
	Interactions                  Estimate // of the variance, what no input does alone
}

// Influence is what an input does to a metric, by the name of the index.
type Influence struct {
	Input, Title string
	Index        map[string]Estimate
}

// leading is the index by which inputs are in order, by method.
var leading = map[string]string{tables.SobolMethod: tables.TotalIndex, tables.MorrisMethod: tables.MuStarIndex, tables.GivenMethod: tables.DeltaIndex}

// Leading is the index by which the inputs are in order.
func (m *Mattering) Leading() string { return leading[m.Method] }

// SensitivityOf reads sensitivity.csv, metric by metric. Where inputs were screened before their
// shares were taken, it has the shares.
func SensitivityOf(t *tables.Table) []Mattering {
	c := &tables.Sensitivity
	var list []Mattering
	places := map[string]int{}
	inputs := map[[2]string]int{}
	shares := slices.Contains(c.Method.Of(t), tables.SobolMethod)
	for row, metric := range c.Metric.Of(t) {
		method := c.Method.Of(t)[row]
		if shares && method != tables.SobolMethod {
			continue
		}
		at, known := places[metric]
		if !known {
			at = len(list)
			places[metric] = at
			none := math.NaN()
			list = append(list, Mattering{
				Metric: metric, Title: c.Title.Of(t)[row], Expression: c.Expression.Of(t)[row], At: c.At.Of(t)[row], Method: method,
				Interactions: Estimate{none, none, none, none},
			})
		}
		m := &list[at]
		e := Estimate{c.Value.Of(t)[row], c.Low.Of(t)[row], c.High.Of(t)[row], c.Chance.Of(t)[row]}
		name := c.Input.Of(t)[row]
		if name == "" {
			m.Interactions = e
			continue
		}
		key := [2]string{metric, name}
		place, known := inputs[key]
		if !known {
			place = len(m.Inputs)
			inputs[key] = place
			m.Inputs = append(m.Inputs, Influence{name, cmp.Or(c.InputTitle.Of(t)[row], name), map[string]Estimate{}})
		}
		m.Inputs[place].Index[c.Index.Of(t)[row]] = e
	}
	for i := range list {
		by := list[i].Leading()
		slices.SortStableFunc(list[i].Inputs, func(a, b Influence) int { return cmp.Compare(b.Index[by].Value, a.Index[by].Value) })
	}
	return list
}

// little is the share of a variance below which an input does not matter.
const little = 0.01

// Matters reports whether an input may matter: the interval of its total share reaches a
// hundredth of the variance; its effects are a twentieth of the greatest; or delta is more than
// nothing comes to by chance.
func (m *Mattering) Matters(in *Influence) bool {
	e := in.Index[m.Leading()]
	switch m.Method {
	case tables.SobolMethod:
		return e.High >= little
	case tables.MorrisMethod:
		return e.High >= float64(m.Inputs[0].Index[tables.MuStarIndex].Value/20)
	}
	return e.Value > e.Chance && e.Low > 0
}

// Sentence says how much of the variance the inputs make alone, and how many do not matter.
func (m *Mattering) Sentence() string {
	matter := 0
	for i := range m.Inputs {
		if m.Matters(&m.Inputs[i]) {
			matter++
		}
	}
	rest := len(m.Inputs) - matter
	not := fmt.Sprintf("%s of the %d do not matter", counted(rest), len(m.Inputs))
	if rest == 1 {
		not = fmt.Sprintf("one of the %d does not matter", len(m.Inputs))
	}
	switch m.Method {
	case tables.SobolMethod:
		text := fmt.Sprintf("What inputs do only together makes %s of the variance", m.interactions())
		if rest == 0 {
			return text + "."
		}
		return fmt.Sprintf("%s; %s: all that each does is surely below %s.", text, not, inPercent(little))
	case tables.MorrisMethod:
		if rest == 0 {
			return ""
		}
		return fmt.Sprintf("By their effects %s, with less than a twentieth of the greatest.", not)
	}
	if rest == 0 {
		return ""
	}
	return fmt.Sprintf("Of the inputs, %s more than one without any influence may by chance.", strings.Replace(not, "do not matter", "show no", 1))
}

func counted(n int) string {
	if n == 0 {
		return "none"
	}
	return fmt.Sprint(n)
}

// PartOf is a share that was estimated as one of a whole: no less than nothing, and no more than all.
func PartOf(share float64) float64 { return min(1, max(0, share)) }

// interactions writes their share with its interval.
func (m *Mattering) interactions() string {
	e := m.Interactions
	return fmt.Sprintf("%s (%s)", inPercent(PartOf(e.Value)), e.Interval())
}

// Percent writes a share.
func (e *Estimate) Percent() string {
	if math.IsNaN(e.Value) {
		return "–"
	}
	return inPercent(PartOf(e.Value))
}

// Interval writes the interval of a share.
func (e *Estimate) Interval() string {
	if math.IsNaN(e.Low) {
		return "–"
	}
	low, high := PartOf(e.Low), PartOf(e.High)
	decimals := 0
	if high < 0.0995 {
		decimals = 1
	}
	return tables.Rounded(100*low, decimals) + " to " + tables.Rounded(100*high, decimals) + " %"
}
