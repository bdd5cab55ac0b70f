package ensemble

import (
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// material counts the pairs of futures in which an alternative differs materially from the first:
// for each value above it, then below it.
type material struct {
	counts
	metrics []tables.MetricColumn
}

func newMaterial(replicates, years int) material {
	metrics := tables.MetricColumns()
	return material{newCounts(replicates, directions*len(metrics)*years), metrics}
}

// compare counts the values of a future that differ from those of the first, both by metric and
// then year.
func (m *material) compare(replicate, years int, first, other []float64) {
	for metric, column := range m.metrics {
		for year := range years {
			i := metric*years + year
			switch apart := findings.Apart(column, other[i], first[i]); {
			case apart > 0:
				m.add(replicate, directions*i)
			case apart < 0:
				m.add(replicate, directions*i+1)
			}
		}
	}
}

// above and below return the pairs counted of a value, by replicate.
func (m *material) above(i int) []uint64 { return m.of(directions * i) }
func (m *material) below(i int) []uint64 { return m.of(directions*i + 1) }
