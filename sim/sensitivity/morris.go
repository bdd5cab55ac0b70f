package sensitivity

import (
	"fmt"

	"corridor/sim/random"
)

// Morris is the plan of the runs from which elementary effects are taken: M. D. Morris,
// "Factorial sampling plans for preliminary computational experiments", Technometrics 33 (1991)
// 161–174. A trajectory starts somewhere on a grid of levels and moves one group after the other,
// in a random order, by Δ = p / 2 (p − 1) for p levels; all columns of a group move at once, each
// up or down (F. Campolongo, J. Cariboni and A. Saltelli, "An effective screening design for
// sensitivity analysis of large models", Environmental Modelling & Software 22 (2007) 1509–1518).
//
// Where Campolongo et al. look for trajectories far from each other among many, the starts here
// are a Latin hypercube: every column begins at each of its levels, and goes up and down, equally
// often.
type Morris struct {
	trajectories int
	levels       int
	groups       [][]int
	group        []int // of each column, −1 for none
	at           [][]start
	order        [][]int // by trajectory: when a group moves
}

// start is where a column begins in a trajectory.
type start struct {
	level int // the lower one of its two
	down  bool
}

// LeastTrajectories is how many trajectories effects are estimated from: a spread needs more than
// a few (Campolongo et al. 2007 use 10 and more).
const LeastTrajectories = 10

// NewMorris returns the plan of so many trajectories on an even number of levels.
func NewMorris(seed uint64, trajectories, levels int, columns []string, groups [][]int) (*Morris, error) {
	switch {
	case trajectories < LeastTrajectories:
		return nil, fmt.Errorf("%d trajectories are too few for elementary effects, expected at least %d", trajectories, LeastTrajectories)
	case levels < 2 || levels%2 == 1:
		return nil, fmt.Errorf("a grid of %d levels, expected an even number", levels)
	}
	var names []string
	for _, c := range columns {
		names = append(names, c+" starts", c+" goes")
	}
	design, err := random.NewDesign(random.LatinHypercube, seed, uint64(trajectories), 1, names)
	if err != nil {
		return nil, err
	}
	m := &Morris{trajectories: trajectories, levels: levels, groups: groups, group: groupOf(columns, groups)}
	u := make([]float64, len(names))
	stream := random.NewStream(seed, "order of a trajectory")
	for t := range uint64(trajectories) {
		design.Point(t, u)
		starts := make([]start, len(columns))
		for c := range starts {
			starts[c] = start{int(u[2*c] * float64(levels/2)), u[2*c+1] >= 0.5}
		}
		numbers := stream.At(t)
		m.at, m.order = append(m.at, starts), append(m.order, shuffled(&numbers, len(groups)))
	}
	return m, nil
}

// Trajectories returns their number.
func (m *Morris) Trajectories() int { return m.trajectories }

// Runs returns the number of runs: as many as trajectories for each group, and one more.
func (m *Morris) Runs() int { return m.trajectories * (len(m.groups) + 1) }

// Moved returns the trajectory of a run and whether a group has moved in it.
func (m *Morris) Moved(run, group int) (trajectory int, moved bool) {
	trajectory = run / (len(m.groups) + 1)
	return trajectory, group >= 0 && m.order[trajectory][group] < run%(len(m.groups)+1)
}

// Point fills x with the point of a run, on the grid from 0 to 1.
func (m *Morris) Point(run int, x []float64) {
	for column, group := range m.group {
		trajectory, moved := m.Moved(run, group)
		at := m.at[trajectory][column]
		level := at.level
		if moved != at.down {
			level += m.levels / 2
		}
		x[column] = float64(level) / float64(m.levels-1)
	}
}

// step is Δ.
func (m *Morris) step() float64 { return float64(m.levels) / float64(2*(m.levels-1)) }
