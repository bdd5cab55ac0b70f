//go:build goexperiment.simd && amd64

package model

import (
	"corridor/model/lanes"
	paths "corridor/model/network"
	"corridor/model/portable"
)

// resize is resize in lanes, one after the other: ways seldom open or close.
func (m *ModelLanes) resize(active lanes.Mask, market, first, end int, s *StateLanes) {
	for l, of := range m.models {
		if !lanes.Has(active, l) {
			continue
		}
		z, beta := &of.sizes[market], of.corridor.Markets[market].PathSize
		there, sizes := m.there[:end-first], z.sizes
		for i := range there {
			there[i] = lanes.Has(s.flows.open[first+i], l)
		}
		lanes.Scalar()
		paths.PathSizes(sizes, z.ways, there, z.lengths, s.markets.passing)
		for i, size := range sizes {
			if there[i] {
				size = float64(beta * (portable.Log(size) - of.flows[first+i].size))
			}
			taker{l}.put(&s.flows.sizes[first+i], size)
		}
	}
	for i := first; i < end; i++ {
		m.show(i, s)
	}
}
