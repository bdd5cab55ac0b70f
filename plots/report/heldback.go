package report

import (
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// holder is a segment that held cargo back.
type holder struct {
	findings.Holder
	TurnedAway cell // Mt, over the run
	Queue      cell // the longest, Mt
}

// heldBackInRun is the table of one run.
type heldBackInRun struct {
	Label    string
	Segments []holder
	Months   int // simulated
	Open     bool
}

func heldBackIn(subjects []*subject) []heldBackInRun {
	var out []heldBackInRun
	for _, s := range subjects {
		all, months := holders(s)
		if months == 0 {
			continue
		}
		out = append(out, heldBackInRun{Label: s.Label, Segments: all, Months: months, Open: len(out) == 0})
	}
	return out
}

// holders lists the segments that held cargo back, those that did most often first,
// and the number of months simulated.
func holders(s *subject) (all []holder, months int) {
	if !filled(s.Package, tables.Segments) {
		return nil, 0
	}
	list, months := findings.Holders(s.Package.Table(tables.Segments), s.Package.Table(tables.Network))
	for _, h := range list {
		row := holder{Holder: h, TurnedAway: cell{number(h.TurnedAwayMt, 2), raw(h.TurnedAwayMt)}}
		if h.LongestMt > 0 {
			row.Queue = cell{number(h.LongestMt, 3), raw(h.LongestMt)}
		}
		all = append(all, row)
	}
	return all, months
}
