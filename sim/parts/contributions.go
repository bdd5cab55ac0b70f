package parts

import (
	"math"

	"corridor/sim/tables"
)

// none is no value.
var none = math.NaN()

// Contributions appends to contributions.csv what each part of a scenario is other than in the
// baseline, both tallied over the same years. A part that has a figure on neither side is left out.
func (t *Tally) Contributions(out *tables.Table, baseline, scenario string, other *Tally) {
	for _, of := range Dimensions() {
		a, b := t.dimension(of.Name), other.dimension(of.Name)
		for _, part := range partsOf(a, b) {
			for _, m := range of.Metrics {
				for year := range t.years {
					from, to := t.value(a, part, m, year), other.value(b, part, m, year)
					if nothing(from) && nothing(to) {
						continue
					}
					out.Append(baseline, scenario, of.Name, part.Name, part.Title, m.Name, t.first+year, from, to, tables.Finite(to-from))
				}
			}
		}
	}
}

// dimension returns what was gathered of one, of which there is nothing where the scenario has
// none.
func (t *Tally) dimension(name string) *dimension {
	for _, d := range t.dimensions {
		if d.Name == name {
			return d
		}
	}
	return &dimension{}
}

// partsOf lists the parts of either, those of the first first and nowhere last.
func partsOf(a, b *dimension) (list []Part) {
	have := map[string]bool{nowhere.Name: true}
	for _, d := range []*dimension{a, b} {
		for _, part := range d.parts {
			if !have[part.Name] {
				have[part.Name] = true
				list = append(list, part)
			}
		}
	}
	return append(list, nowhere)
}

func nothing(v float64) bool { return v == 0 || math.IsNaN(v) }
