package explorer

import (
	"corridor/model"
	"corridor/sim/tables"
)

// Corridor is what stands in a file: a scenario as it was compiled, its levers, and what is drawn
// of it.
type Corridor struct {
	Name    string // of the results
	Asked   string // the scenario as a command takes it, in one word
	Model   model.Corridor
	Shared  []int // projects of which the model says what others bear of their cost
	Labels  tables.Labels
	Metrics []Metric // that the scenario defines, each after those it uses
	Targets []Target
	Levers  []Lever
	Drawn   Drawn
}

// Metric is an expression with a name.
type Metric struct{ Name, Expression string }

// Target is one of the scenario, with the metric as it was written.
type Target struct {
	Name      string
	Metric    string
	At        tables.Period
	Threshold float64
	AtMost    bool
}

// Lever is something that is otherwise at each of its positions.
type Lever struct {
	Name      string
	Positions []Position // in the order of their values
	As        int        // the position at which the scenario is as it is: it moves nothing
}

// Position is where a lever can stand.
type Position struct {
	Value   float64 // a number, the place among choices, or 0 and 1 of a switch
	Moves   []Move
	Anew    bool          // whether a model is laid out anew for it: not all that it moves is a number that models change in place
	Shocks  []model.Shock // that come behind those of the scenario
	Certain []string      // uncertainties that are not drawn, since what they are about is set

	With, Set []string // the overlays and values of a command that sets the scenario so
}

// At returns the position of a value: of the nearest, the lower of two as near.
func (l *Lever) At(value float64) *Position { return &l.Positions[l.nearest(value)] }

func (l *Lever) nearest(value float64) int {
	best := l.As
	for i := range l.Positions {
		if nearer, as := distance(l.Positions[i].Value, value), distance(l.Positions[best].Value, value); nearer < as {
			best = i
		}
	}
	return best
}

func distance(a, b float64) float64 { return max(a-b, b-a) }
