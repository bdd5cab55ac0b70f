//go:build goexperiment.simd && amd64

package model

import (
	"corridor/model/fill"
	"corridor/model/lanes"
)

// fillingLanes is filling in lanes.
type fillingLanes struct {
	space  *fill.WorkspaceLanes
	reach  []lanes.Vec
	holder []lanes.Ints

	ones    []lanes.Vec
	year    []lanes.Vec
	given   []lanes.Vec
	binding []lanes.Ints
	beyond  []lanes.Vec // of lanes that press by themselves
	stopper []lanes.Ints
}

func (m *ModelLanes) newFilling() fillingLanes {
	n := len(m.flows)
	f := fillingLanes{
		space: m.sharing.NewWorkspaceLanes(), reach: make([]lanes.Vec, n), holder: make([]lanes.Ints, n),
		ones: make([]lanes.Vec, n), year: make([]lanes.Vec, n), given: make([]lanes.Vec, n), binding: make([]lanes.Ints, n),
		beyond: make([]lanes.Vec, n), stopper: make([]lanes.Ints, n),
	}
	for _, i := range m.own {
		f.ones[i] = lanes.Splat(1)
	}
	return f
}

// allocate is allocate in lanes.
func (m *ModelLanes) allocate(s *StateLanes, out *OutcomeLanes) {
	m.sharing.AllocateLanes(s.filling.space, out.FlowOfferedMt, out.capacity, fill.AllocationLanes{
		Given: out.CarriedMt, Binding: out.FlowBinding, Reach: s.filling.reach, Holder: s.filling.holder,
	})
	m.named(out.FlowBinding)
	m.named(s.filling.holder)
	m.sharing.LoadLanes(out.loads, out.CarriedMt, out.load)
	m.fullest(out.load)
}

// named is named in lanes.
func (m *ModelLanes) named(rooms []lanes.Ints) {
	if len(m.further) == 0 {
		return
	}
	for f := range rooms {
		for l := range lanes.Width {
			if r := lanes.IntOf(&rooms[f], l); *r != fill.None {
				*r = int64(m.rooms[*r].segment)
			}
		}
	}
}

// besides is besides in lanes.
func (f *fillingLanes) besides() fill.AllocationLanes {
	return fill.AllocationLanes{Given: f.given, Binding: f.binding, Reach: f.reach, Holder: f.holder}
}

// pressAlike is pressAlike in some lanes.
func (m *ModelLanes) pressAlike(f *fillingLanes, capacity []lanes.Vec, in lanes.Mask) {
	m.sharing.PressLanes(f.space, f.ones, capacity, fill.AllocationLanes{Given: f.given, Binding: f.binding, Reach: f.beyond, Holder: f.stopper})
	m.named(f.stopper)
	lanes.Copy(f.reach, f.beyond, in)
	for i := range f.holder {
		f.holder[i] = f.stopper[i].Merge(f.holder[i], in)
	}
}
