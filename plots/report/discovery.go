package report

import (
	"math"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// discoveryPart says where a condition holds.
type discoveryPart struct {
	Label, Condition, Rest string
	Boxes                  []boxPart
}

// boxPart is a box, in sentences and a table.
type boxPart struct {
	Number         int
	Sentence, Sure string
	Rows           []boxRow
}

type boxRow struct {
	Limit string
	Cells []cell // beyond it, dense without, found again
}

// discoveryOf returns what the first of the runs that has boxes says, nil where none does.
func discoveryOf(subjects []*subject) *discoveryPart {
	for _, s := range subjects {
		p := s.Package
		if !filled(p, tables.Boxes) || p.Table(tables.Limits) == nil {
			continue
		}
		list := findings.DiscoveredIn(p.Table(tables.Boxes), p.Table(tables.Limits))
		out := &discoveryPart{Label: s.Label, Condition: list[0].Condition, Rest: findings.Unexplained(s.w, list)}
		for i := range list {
			d := &list[i]
			b := boxPart{Number: d.Number, Sentence: d.Sentence(s.w), Sure: d.Sure(s.w)}
			for j := range d.Limits {
				l := &d.Limits[j]
				b.Rows = append(b.Rows, boxRow{l.Says(s.w), []cell{percentCell(l.Beyond), percentCell(l.DensityWithout), percentCell(l.FoundAtCoverage)}})
			}
			out.Boxes = append(out.Boxes, b)
		}
		return out
	}
	return nil
}

// percentCell is a share in percent.
func percentCell(share float64) cell {
	if math.IsNaN(share) {
		return cell{Text: none}
	}
	return cell{tables.Rounded(math.Round(100*share), 0), raw(share)}
}
