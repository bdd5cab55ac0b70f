package findings

import (
	"cmp"
	"math"
	"slices"

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
func (m *Mattering) Sentence(w Words) string {
	all, rest := len(m.Inputs), 0
	for i := range m.Inputs {
		if !m.Matters(&m.Inputs[i]) {
			rest++
		}
	}
	switch {
	case m.Method == tables.SobolMethod && rest == 0:
		return w.Say("What inputs do only together makes %s of the variance.", m.interactions(w))
	case m.Method == tables.SobolMethod:
		return w.Say("What inputs do only together makes %[1]s of the variance; %[2]s: all that each does is surely below %[3]s.", m.interactions(w), idle(w, rest, all), shareIn(w, little))
	case rest == 0:
		return ""
	case m.Method == tables.MorrisMethod:
		return w.Say("By their effects %s, with less than a twentieth of the greatest.", idle(w, rest, all))
	}
	if rest == 1 {
		return w.Say("Of the inputs, one of the %d shows no more than one without any influence may by chance.", all)
	}
	return w.Say("Of the inputs, %[1]d of the %[2]d show no more than one without any influence may by chance.", rest, all)
}

// idle says how many of the inputs do not matter.
func idle(w Words, rest, all int) string {
	if rest == 1 {
		return w.Say("one of the %d does not matter", all)
	}
	return w.Say("%[1]d of the %[2]d do not matter", rest, all)
}

// PartOf is a share that was estimated as one of a whole: no less than nothing, and no more than all.
func PartOf(share float64) float64 { return min(1, max(0, share)) }

// interactions writes their share with its interval.
func (m *Mattering) interactions(w Words) string {
	e := m.Interactions
	return shareIn(w, PartOf(e.Value)) + " (" + e.Interval(w) + ")"
}

// Percent writes a share.
func (e *Estimate) Percent(w Words) string {
	if math.IsNaN(e.Value) {
		return "–"
	}
	return shareIn(w, PartOf(e.Value))
}

// Interval writes the interval of a share.
func (e *Estimate) Interval(w Words) string {
	if math.IsNaN(e.Low) {
		return "–"
	}
	low, high := PartOf(e.Low), PartOf(e.High)
	decimals := 0
	if high < 0.0995 {
		decimals = 1
	}
	return w.Say("%[1]s to %[2]s %%", w.Rounded(100*low, decimals), w.Rounded(100*high, decimals))
}
