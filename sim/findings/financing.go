package findings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// Payer is a financier with what it pays in the years simulated.
type Payer struct {
	Financier string  `json:"financier" doc:"name of who pays"`
	Title     string  `json:"title" doc:"name for readers"`
	MUSD      float64 `json:"musd" doc:"what it pays" unit:"USD million"`
}

// Financing is who pays for the projects of a run in the years simulated, the greatest
// first, and last what no financier is named for.
type Financing []Payer

// FinancingOf adds up financing.csv; nil where there is none.
func FinancingOf(t *tables.Table) (all Financing) {
	if t == nil {
		return nil
	}
	of := tables.Financing
	for row, musd := range of.MUSD.Of(t) {
		name := of.Financier.Of(t)[row]
		i := slices.IndexFunc(all, func(p Payer) bool { return p.Financier == name })
		if i < 0 {
			i, all = len(all), append(all, Payer{Financier: name, Title: of.FinancierTitle.Of(t)[row]})
		}
		all[i].MUSD += musd
	}
	slices.SortStableFunc(all, func(a, b Payer) int {
		if none := cmp.Compare(unnamed(a), unnamed(b)); none != 0 {
			return none
		}
		return cmp.Compare(b.MUSD, a.MUSD)
	})
	return all
}

func unnamed(p Payer) int {
	if p.Financier == tables.NoFinancier {
		return 1
	}
	return 0
}

// Sentence says who pays; nothing where no financier is named for anything.
func (f Financing) Sentence() string {
	const named = 6 // financiers by name
	var parts []string
	total, others := 0.0, 0.0
	for i, p := range f {
		total += p.MUSD
		switch {
		case p.Financier == tables.NoFinancier:
		case i < named:
			parts = append(parts, fmt.Sprintf("%s %s", p.Title, millions(p.MUSD)))
		default:
			others += p.MUSD
		}
	}
	if len(parts) == 0 {
		return ""
	}
	if others > 0 {
		parts = append(parts, "others "+millions(others))
	}
	if last := f[len(f)-1]; last.Financier == tables.NoFinancier {
		parts = append(parts, fmt.Sprintf("no financier named %s (%.0f %%)", millions(last.MUSD), 100*last.MUSD/total))
	}
	return fmt.Sprintf("Who pays the USD %s million spent in these years: %s.", millions(total), strings.Join(parts, "; "))
}
