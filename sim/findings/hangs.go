package findings

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// Hanging is a target that hangs on one uncertain figure, as within the range of that
// figure alone the verdict turns, or moves with it, by more than a tenth of its value.
type Hanging struct {
	Target string     `json:"target" doc:"name of the target"`
	Figure string     `json:"figure" doc:"name among the uncertainties, or the number that the figure is"`
	Path   string     `json:"path" doc:"path of the number in the scenario"`
	Turns  bool       `json:"turns" doc:"whether the verdict turns"`
	Value  float64    `json:"value" doc:"what the target comes to"`
	Ends   [2]Outcome `json:"ends" doc:"at the ends of the range of the figure"`

	of     *tables.Target
	figure string // for readers
	met    bool
}

// Outcome is what a target comes to with a figure.
type Outcome struct {
	Figure float64 `json:"figure" doc:"name among the uncertainties, or the number that the figure is"`
	Value  float64 `json:"value" doc:"what the target comes to"`
	Met    bool    `json:"met" doc:"whether the target is met"`
	Label  string  `json:"label,omitempty" doc:"what the figure stands for there, where the number does not say it"`
}

// movesFrom is the part of a value from which one figure moves it.
const movesFrom = 0.1

// HangsOn lists what swings.csv, which may be nil, says the targets hang on: by target,
// first what turns the verdict, then what moves the value most.
func HangsOn(swings *tables.Table, targets []tables.Target) (list []Hanging) {
	if swings == nil {
		return nil
	}
	c := &tables.Swings
	for i := range targets {
		first := len(list)
		for row, name := range c.Target.Of(swings) {
			if name != targets[i].Name {
				continue
			}
			h := Hanging{
				Target: name, Figure: c.Uncertainty.Of(swings)[row], Path: c.Path.Of(swings)[row], Value: c.Value.Of(swings)[row],
				Ends: [2]Outcome{
					{c.Low.Of(swings)[row], c.ValueAtLow.Of(swings)[row], c.MetAtLow.True(swings, row), c.LowLabel.Of(swings)[row]},
					{c.High.Of(swings)[row], c.ValueAtHigh.Of(swings)[row], c.MetAtHigh.True(swings, row), c.HighLabel.Of(swings)[row]},
				},
				of: &targets[i], figure: c.Title.Of(swings)[row], met: c.Met.True(swings, row),
			}
			h.Turns = h.Ends[0].Met != h.met || h.Ends[1].Met != h.met
			if h.known() && (h.Turns || h.moved() > float64(movesFrom*math.Abs(h.Value))) {
				list = append(list, h)
			}
		}
		slices.SortStableFunc(list[first:], func(a, b Hanging) int {
			switch {
			case a.Turns == b.Turns:
				return cmp.Compare(b.moved(), a.moved())
			case a.Turns:
				return -1
			}
			return 1
		})
	}
	return list
}

// known reports whether there are values to compare.
func (h *Hanging) known() bool {
	return !math.IsNaN(h.Value) && !math.IsNaN(h.Ends[0].Value) && !math.IsNaN(h.Ends[1].Value)
}

// moved is how far the figure takes the value at most.
func (h *Hanging) moved() float64 {
	return max(math.Abs(h.Ends[0].Value-h.Value), math.Abs(h.Ends[1].Value-h.Value))
}

// Sentence says it for readers.
func (h *Hanging) Sentence(w Words) string {
	clauses := h.clauses(w)
	name := h.figure
	if name == h.Figure { // nobody gave it a title
		name = h.Path
	}
	title := Dated(w, h.of)
	switch {
	case h.Turns:
		return w.Say("%[1]s hangs on %[2]s: %[3]s.", title, name, strings.Join(clauses, "; "))
	case h.met:
		return w.Say("%[1]s moves with %[2]s: %[3]s; met in any case.", title, name, strings.Join(clauses, "; "))
	}
	return w.Say("%[1]s moves with %[2]s: %[3]s; missed in any case.", title, name, strings.Join(clauses, "; "))
}

// clauses say what the target comes to as the figure is, and at the ends of its range.
func (h *Hanging) clauses(w Words) []string {
	decimals := tables.Apart(h.Value, h.of.Threshold, 2)
	for _, end := range h.Ends {
		decimals = max(decimals, tables.Apart(end.Value, h.Value, 2), tables.Apart(end.Value, h.of.Threshold, 2))
	}
	list := []string{w.Say("%s as it is", w.Rounded(h.Value, decimals))}
	for _, end := range h.Ends {
		if end.Value == h.Value {
			continue
		}
		value := w.Rounded(end.Value, decimals)
		clause := w.Say("%[1]s with %[2]s", value, w.Rounded(end.Figure, 4))
		if end.Label != "" {
			clause = w.Say("%[1]s where it is %[2]s", value, end.Label)
		}
		switch {
		case end.Met && !h.met:
			clause = w.Say("%s, which meets it", clause)
		case h.met && !end.Met:
			clause = w.Say("%s, which misses it", clause)
		}
		list = append(list, clause)
	}
	return list
}
