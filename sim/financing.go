package sim

import (
	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/tables"
)

// Commitment is what a financier pays of a project: a share of all that is spent on it, or
// an amount of its cost.
type Commitment struct {
	Project, Financier string
	Form               string         // budget, grant, loan and so on; "" where not said
	Share, MUSD        float64        // one of them; USD million
	From, To           calendar.Month // first and last month it pays in; 0 and calendar.Never for all
}

// financing writes who pays what of each project, by year. A financier without dates pays
// its part of every payment. One with dates pays between them only, a part of each payment
// that comes to its part of the cost. Where financiers come to more than a payment, each
// pays less in proportion, so that what no financier is named for is never below nothing.
func (r Run) financing(m *model.Model) *tables.Table {
	out := tables.New(tables.Financing)
	c := m.Corridor()
	for i := range c.Projects {
		p := &c.Projects[i]
		if p.Disabled {
			continue
		}
		var paying []Commitment
		for _, f := range r.Financing {
			if f.Project == p.Name {
				paying = append(paying, f)
			}
		}
		paid := splitPayments(m, i, paying)
		for f, byYear := range paid {
			name, form := tables.NoFinancier, ""
			title := "No financier named"
			if f < len(paying) {
				name, form = paying[f].Financier, paying[f].Form
				title = r.Labels.Financier(name)
			}
			for n, musd := range byYear {
				if musd > rounding {
					out.Append(r.Name, p.Name, r.Labels.Project(p.Name), name, title, form, c.Start.Year()+n, musd)
				}
			}
		}
	}
	return out
}

// rounding is what a sum of payments may stray by, USD million.
const rounding = 1e-9

// splitPayments returns what each financier of project i pays by year, and last what none
// is named for.
func splitPayments(m *model.Model, i int, paying []Commitment) [][]float64 {
	c := m.Corridor()
	p := &c.Projects[i]
	_, years := c.Years()
	out := make([][]float64, len(paying)+1)
	for f := range out {
		out[f] = make([]float64, years)
	}
	build, run := make([]float64, len(paying)), make([]float64, len(paying)) // parts of a payment
	for f, q := range paying {
		build[f], run[f] = q.Share, q.Share
		if q.MUSD > 0 {
			build[f] = min(1, q.MUSD/p.CostMUSD)
		}
		if q.From > 0 || q.To != calendar.Never {
			if part := m.PaidPart(i, q.From, max(q.To, q.To+1)); part > 0 { // Never has no next
				build[f] = min(1, build[f]/part)
			}
		}
	}
	building, running := m.PaymentsMUSD(i)
	parts := make([]float64, len(paying))
	for n := range building {
		month := c.Start + calendar.Month(n)
		year := month.Year() - c.Start.Year()
		for _, payment := range []struct {
			musd  float64
			parts []float64
		}{{building[n], build}, {running[n], run}} {
			if payment.musd == 0 {
				continue
			}
			sum := 0.0
			for f, q := range paying {
				parts[f] = 0
				if month >= q.From && month <= q.To {
					parts[f] = payment.parts[f]
				}
				sum += parts[f]
			}
			rest := payment.musd
			for f := range paying {
				musd := float64(payment.musd * (parts[f] / max(1, sum)))
				out[f][year] += musd
				rest -= musd
			}
			out[len(paying)][year] += max(0, rest)
		}
	}
	return out
}
