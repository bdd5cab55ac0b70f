package findings

import "fmt"

// Pair says what holds of a scenario against a baseline in a year, in the same futures: of
// what they carry, each against the other, and of what they spend.
func Pair(list []Finding, scenario, baseline, year string) (sentences []string) {
	add := func(kind, a, b, said string) {
		for i := range list {
			f := &list[i]
			if f.Finding == kind && f.Scenario == a && f.Baseline == b && f.Period == year {
				sentences = append(sentences, said+": "+f.Answer()+".")
			}
		}
	}
	add(CarriesAsMuch, scenario, baseline, fmt.Sprintf("In %s %s carries as much as %s, at least %.0f %% of its tonnes", year, scenario, baseline, 100*AsMuch))
	add(CarriesAsMuch, baseline, scenario, fmt.Sprintf("In %s %s carries as much as %s, likewise", year, baseline, scenario))
	add(SpendsLess, scenario, baseline, fmt.Sprintf("By the end of %s %s has spent less than %s", year, scenario, baseline))
	add(CostsLessPerTonne, scenario, baseline, fmt.Sprintf("By then %s has spent less per tonne carried", scenario))
	return sentences
}
