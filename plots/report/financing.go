package report

import (
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// payer is a financier with what it pays.
type payer struct {
	Title string
	MUSD  cell
	Share string // of what is spent
}

// payersOfRun is the table of one run.
type payersOfRun struct {
	Label  string
	Payers []payer
}

func payersOf(subjects []*subject) (out []payersOfRun) {
	for _, s := range subjects {
		if !filled(s.Package, tables.Financing) {
			continue
		}
		run, total := payersOfRun{Label: s.Label}, 0.0
		all := findings.FinancingOf(s.Package.Table(tables.Financing))
		for _, p := range all {
			total += p.MUSD
		}
		for _, p := range all {
			run.Payers = append(run.Payers, payer{p.Title, cell{number(p.MUSD, 0), raw(p.MUSD)}, number(100*p.MUSD/total, 1)})
		}
		out = append(out, run)
	}
	return out
}
