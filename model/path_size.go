package model

import (
	paths "corridor/model/network"
	"corridor/model/portable"
)

// sizing is what it takes to find the path sizes of a market's ways.
type sizing struct {
	segments []int32   // those that any of the ways passes
	ways     [][]int32 // places among them of what each passes; nil for markets without path size
	lengths  []float64 // by segment: cost of crossing it when the base shares were found, USD/t
	there    []bool    // the ways that were there then
	sizes    []float64 // space
	passing  []int32   // space, by segment
}

// laySizes lists the ways of markets.
func (m *Model) laySizes() {
	m.sizes = make([]sizing, len(m.corridor.Markets))
	place := make([]int, len(m.corridor.Segments)) // of a segment, where it is there
	m.eachMarket(func(market, first, end int) {
		z := &m.sizes[market]
		if m.corridor.Markets[market].PathSize == 0 {
			return
		}
		for i := first; i < end; i++ {
			f := &m.flows[i]
			way := []int32{}
			for _, s := range m.ways[f.first:f.end] {
				if p := place[s]; p >= len(z.segments) || z.segments[p] != s {
					place[s] = len(z.segments)
					z.segments = append(z.segments, s)
				}
				way = append(way, int32(place[s]))
			}
			z.ways = append(z.ways, way)
			z.there = append(z.there, !m.corridor.Markets[market].Routes[f.route].Later)
		}
		z.lengths, z.passing, z.sizes = make([]float64, len(z.segments)), make([]int32, len(z.segments)), make([]float64, end-first)
	})
}

// solveSizes finds the path sizes to which the base shares belong: those of the ways that
// were there. A way that comes later draws beside one of them, and is measured against it.
func (m *Model) solveSizes() {
	m.eachMarket(func(market, first, end int) {
		z := &m.sizes[market]
		if z.ways == nil {
			return
		}
		demand := &m.corridor.Markets[market]
		for i, s := range z.segments {
			z.lengths[i] = m.corridor.BaseCrossing(int(s), unless(demand.BaseValueOfTimeUSD, demand.ValueOfTimeUSD))
		}
		paths.PathSizes(z.sizes, z.ways, z.there, z.lengths, z.passing)
		for i := first; i < end; i++ {
			f := &m.flows[i]
			of := f.route
			if route := &demand.Routes[of]; route.Later {
				of = route.Beside
			}
			f.size = portable.Log(z.sizes[of])
		}
	})
}

// resize finds what the path sizes of the ways that are open add to their utilities:
//
//	β (ln PS_r(open) − ln PS_r(those of the base shares))
//
// is added to ln s_r (Ben-Akiva & Bierlaire 1999, in Hall, Handbook of Transportation
// Science, 5–33). It is nothing while the ways are those to which the base shares belong,
// whatever they cost: the constants of a pivoted choice contain it. It is found where a way
// opens or closes: one that comes besides others on the same segments takes of them, and
// those on the segments of one that closes take most of what it had.
func (m *Model) resize(market, first, end int, s *State) {
	z, beta := &m.sizes[market], m.corridor.Markets[market].PathSize
	sizes := s.flows.sizes[first:end]
	paths.PathSizes(sizes, z.ways, s.flows.open[first:end], z.lengths, s.markets.passing)
	for i := range sizes {
		if s.flows.open[first+i] {
			sizes[i] = float64(beta * (portable.Log(sizes[i]) - m.flows[first+i].size))
		}
		m.show(first+i, s)
	}
}
