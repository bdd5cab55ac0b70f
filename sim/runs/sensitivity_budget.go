package runs

import (
	"fmt"

	"corridor/sim/sensitivity"
	"corridor/sim/tables"
)

// sensitivityBudget is what is simulated.
type sensitivityBudget struct {
	trajectories int // of the effects; 0 for none
	screening    int // rows to screen all inputs; 0 where nothing is screened
	rows         int // of the matrices; 0 for none
	kept         int // inputs at most that screening leaves
	matter       int // inputs of the matrices, with the others as one
}

// A budget that screens gives a quarter to it, and leaves so many inputs at least, and in more rows
// only when they would be as many as matter.
const (
	screeningShare = 4
	leastKept      = 5
	enoughKept     = 20
	enoughRows     = 256 // of all inputs, not to screen
	levels         = 8   // of a trajectory
)

// newSensitivityBudget says what so many futures are used for.
func newSensitivityBudget(method string, draws uint64, inputs int) (b sensitivityBudget, err error) {
	const most = 1 << 31
	n := int(min(draws, most))
	if method == tables.MorrisMethod {
		b.trajectories = n / (inputs + 1)
		if b.trajectories < sensitivity.LeastTrajectories {
			return b, invalidf("%s too few for the effects of %s: %d trajectories need %s",
				tables.Counted(draws, "draw is", "draws are"), tables.Counted(uint64(inputs), "input"), sensitivity.LeastTrajectories, tables.Grouped(sensitivity.LeastTrajectories*(inputs+1)))
		}
		return b, nil
	}
	few := inputs <= leastKept+1 // and none to screen
	switch b.rows = n / (inputs + 2); {
	case few && b.rows < sensitivity.LeastRows:
		return b, invalidf("%s too few for shares of the variance of %s: %d rows need %s; --method morris needs %s",
			tables.Counted(draws, "draw is", "draws are"), tables.Counted(uint64(inputs), "input"), sensitivity.LeastRows, tables.Grouped(sensitivity.LeastRows*(inputs+2)), tables.Grouped(sensitivity.LeastTrajectories*(inputs+1)))
	case few, b.rows >= enoughRows:
		b.rows, b.kept, b.matter = powerOfTwo(b.rows), inputs, inputs
		return b, nil
	}
	b.screening = max(sensitivity.LeastScreening, powerOfTwo(n/screeningShare/(inputs+2)))
	left := n - b.screening*(inputs+2)
	const others = 3 // A, B, and what screening leaves out
	b.rows = 0
	for rows := sensitivity.LeastRows; rows*(leastKept+others) <= left; rows *= 2 {
		if kept := left/rows - others; b.rows == 0 || rows <= enoughRows || kept >= enoughKept {
			b.rows, b.kept = rows, min(kept, inputs)
			b.matter = min(b.kept+1, inputs)
		}
	}
	if b.rows == 0 {
		need := sensitivity.LeastScreening*(inputs+2) + sensitivity.LeastRows*(leastKept+others)
		return b, invalidf("%s too few for shares of the variance of %s: to screen them and tell %d apart needs %s; --method morris needs %s",
			tables.Counted(draws, "draw is", "draws are"), tables.Counted(uint64(inputs), "input"), leastKept, tables.Grouped(need), tables.Grouped(sensitivity.LeastTrajectories*(inputs+1)))
	}
	return b, nil
}

func powerOfTwo(n int) int {
	power := 1
	for power*2 <= n {
		power *= 2
	}
	return power
}

// futures is how many futures are simulated, at most.
func (b *sensitivityBudget) futures(inputs int) uint64 {
	n := b.trajectories*(inputs+1) + b.screening*(inputs+2)
	if b.rows > 0 {
		n += b.rows * (b.matter + 2)
	}
	return uint64(n)
}

// all is how many draws would tell all inputs apart.
func (b *sensitivityBudget) all(inputs int) int { return enoughRows * (inputs + 2) }

// says what is simulated; most stands before what may be less.
func (b *sensitivityBudget) says(inputs int, most string) string {
	all := tables.Counted(uint64(inputs), "input")
	futures := func(n, of int) string {
		return fmt.Sprintf("%s, %%s of %d", tables.Counted(uint64(n*of), "future"), of)
	}
	rows := func(n, of int) string { return fmt.Sprintf(futures(n, of), tables.Counted(uint64(n), "row")) }
	switch {
	case b.rows == 0:
		return fmt.Sprintf(futures(b.trajectories, inputs+1), tables.Counted(uint64(b.trajectories), "trajectory", "trajectories")) + ", for the effects of " + all
	case b.screening == 0:
		return rows(b.rows, b.matter+2) + ", for the shares of " + all
	case b.matter == inputs:
		return rows(b.screening, inputs+2) + ", to screen " + all + "; then " + most + rows(b.rows, b.matter+2) + ", for their shares"
	}
	return fmt.Sprintf("%s, to screen %s; then %s%s, for the shares of the %d that matter most and of the others together",
		rows(b.screening, inputs+2), all, most, rows(b.rows, b.matter+2), b.matter-1)
}
