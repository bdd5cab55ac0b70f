package model

import "corridor/model/fill"

// filling is what the flows come to when segments are shared among them, and the space
// that takes.
type filling struct {
	space  *fill.Workspace
	reach  []float64 // by flow: Mt in the last filling without bound
	holder []int     // by flow: the segment that holds it there

	// For fillings besides the month's own, by flow.
	ones    []float64 // offers in equal proportions: 1 of each flow of the corridor
	year    []float64 // what would be offered in a year like the month
	given   []float64
	binding []int
}

func (m *Model) newFilling() filling {
	n := len(m.flows)
	f := filling{
		space: m.sharing.NewWorkspace(), reach: make([]float64, n), holder: make([]int, n),
		ones: make([]float64, n), year: make([]float64, n), given: make([]float64, n), binding: make([]int, n),
	}
	for _, i := range m.own {
		f.ones[i] = 1
	}
	return f
}

// allocate shares the capacities of the month, Mt by segment, among the offers, Mt by
// flow, by weighted max–min fairness (Bertsekas & Gallager 1992, Data Networks, 2nd ed.,
// §6.5.2; see fill), and market after market of a lower priority where they differ. It finds what is carried, what binds each flow, and the load on the
// segments, Σ weight × carried.
func (m *Model) allocate(s *State, out *Outcome) {
	m.sharing.Allocate(s.filling.space, out.FlowOfferedMt, out.capacity, fill.Allocation{
		Given: out.CarriedMt, Binding: out.FlowBinding, Reach: s.filling.reach, Holder: s.filling.holder,
	})
	m.named(out.FlowBinding)
	m.named(s.filling.holder)
	m.sharing.Load(out.loads, out.CarriedMt, out.load)
	m.fullest(out.load)
}

// press finds how far the flows reach if they press on capacities, Mt by segment. What is
// offered passes in the order of priority; beyond it all flows press in its proportions.
func (m *Model) press(f *filling, offered, capacity []float64) {
	m.sharing.Allocate(f.space, offered, capacity, f.besides())
	m.named(f.holder)
}

// pressAlike finds it for equal proportions, of flows none of which has anything to offer.
func (m *Model) pressAlike(f *filling, capacity []float64) {
	m.sharing.Press(f.space, f.ones, capacity, f.besides())
	m.named(f.holder)
}

// besides is where a filling besides the month's own goes.
func (f *filling) besides() fill.Allocation {
	return fill.Allocation{Given: f.given, Binding: f.binding, Reach: f.reach, Holder: f.holder}
}
