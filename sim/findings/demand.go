package findings

import (
	"fmt"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// Unserved says by how much the demand, what would be carried if no segment ever limited, is
// above what is carried in some years, and of which cargo where there are several.
func Unserved(annual, classes *tables.Table, years []string) string {
	a, c := &tables.Annual, &tables.Classes
	var parts []string
	for row, y := range a.Year.Of(annual) {
		year := fmt.Sprintf("%.0f", y)
		if !slices.Contains(years, year) {
			continue
		}
		more := a.DemandMt.Of(annual)[row] - a.ThroughputMt.Of(annual)[row]
		if more < shownMt {
			parts = append(parts, "no more in "+year)
			continue
		}
		var of []string
		several := 0
		for row, in := range c.Year.Of(classes) {
			if in != y {
				continue
			}
			several++
			if mt := c.DemandMt.Of(classes)[row] - c.CarriedMt.Of(classes)[row]; mt >= shownMt {
				of = append(of, fmt.Sprintf("%s %.2f", c.CargoTitle.Of(classes)[row], mt))
			}
		}
		part := fmt.Sprintf("%.2f Mt more in %s", more, year)
		if several > 1 && len(of) > 0 {
			part += " (" + strings.Join(of, ", ") + ")"
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		return ""
	}
	return "Demand is what would be carried if no segment ever limited, on the ways and at the prices there are: " + strings.Join(parts, ", ") + "."
}

// TargetWithoutLimits is what a target to reach would come to if no segment ever limited.
type TargetWithoutLimits struct {
	Value  float64 `json:"value" doc:"value at its date"`
	Met    bool    `json:"met" doc:"whether the target is met"`
	First  string  `json:"first_met,omitempty" doc:"period that would meet it first"`
	Wanted float64 `json:"-"`
}

// Sentence says of a target that is missed whether that is for want of capacity. What other
// projects would attract is not asked: the demand is that of the ways and prices there are.
func (w *TargetWithoutLimits) Sentence() string {
	n := func(v float64) string { return tables.Readable(v, tables.Apart(w.Value, w.Wanted, 2)) }
	switch {
	case w.Met:
		return fmt.Sprintf("It is for want of capacity: with no limit it would be %s", n(w.Value))
	case w.First == "":
		return fmt.Sprintf("No capacity would do: with no limit it would be %s, and %s in no year simulated", n(w.Value), n(w.Wanted))
	}
	return fmt.Sprintf("No capacity would do: with no limit it would be %s, and %s first in %s", n(w.Value), n(w.Wanted), w.First)
}

// inReach says in how many futures a target that is not surely met would be if no segment ever
// limited.
func inReach(list []Finding, met *Finding) string {
	if met.Says == Holds {
		return ""
	}
	for i := range list {
		f := &list[i]
		if f.Finding != TargetInReach || f.Scenario != met.Scenario || f.Subject != met.Subject {
			continue
		}
		why := map[Verdict]string{Holds: ": it is for want of capacity", Fails: ": no capacity would do"}[f.Says]
		return "; with no limit it would be met in " + f.In() + why
	}
	return ""
}
