package sim_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

var january2030 = calendar.NewMonth(2030, 1)

// financed is a port with one project of 100 paid over two years, half in each, and kept
// going for 12 a year from 2032 on.
func financed(paying ...sim.Commitment) sim.Run {
	c := port()
	c.Start, c.Months = january2030, 36
	c.Projects = []model.Project{{
		Name: "quay", CostMUSD: 100, AnnualMUSD: 12, Start: january2030, DurationMonths: 24, DelayFactor: 1, EffectiveShare: 1,
	}}
	labels := tables.Labels{Financiers: map[string]string{"bank": "The Bank"}}
	for i := range paying {
		paying[i].Project = "quay"
		if paying[i].To == 0 {
			paying[i].To = calendar.Never
		}
	}
	return sim.Run{Name: "s", Corridor: c, Labels: labels, Financing: paying}
}

// paidBy reads financing.csv: USD million by financier and year.
func paidBy(t require.TestingT, r sim.Run) map[string]float64 {
	result, err := r.Run()
	require.NoError(t, err)
	out := map[string]float64{}
	for row, musd := range tables.Financing.MUSD.Of(result.Financing) {
		out[tables.Financing.Financier.Of(result.Financing)[row]+" "+strconv.Itoa(int(tables.Financing.Year.Of(result.Financing)[row]))] += musd
	}
	return out
}

func TestFinancing(t *testing.T) {
	year := func(y int) calendar.Month { return calendar.NewMonth(y, 1) }
	for _, c := range []struct {
		name   string
		paying []sim.Commitment
		want   map[string]float64
	}{
		{"a share of all", []sim.Commitment{{Financier: "bank", Share: 0.4}},
			map[string]float64{"bank 2030": 20, "bank 2031": 20, "bank 2032": 4.8, "none-named 2030": 30, "none-named 2031": 30, "none-named 2032": 7.2}},
		{"an amount of the cost", []sim.Commitment{{Financier: "bank", MUSD: 30}},
			map[string]float64{"bank 2030": 15, "bank 2031": 15, "none-named 2030": 35, "none-named 2031": 35, "none-named 2032": 12}},
		{"from a date", []sim.Commitment{{Financier: "bank", MUSD: 30, From: year(2031)}},
			map[string]float64{"bank 2031": 30, "none-named 2030": 50, "none-named 2031": 20, "none-named 2032": 12}},
		{"to a date", []sim.Commitment{{Financier: "bank", Share: 0.3, To: year(2031) - 1}},
			map[string]float64{"bank 2030": 30, "none-named 2030": 20, "none-named 2031": 50, "none-named 2032": 12}},
		{"more than is spent in its time", []sim.Commitment{{Financier: "bank", MUSD: 80, From: year(2031)}},
			map[string]float64{"bank 2031": 50, "none-named 2030": 50, "none-named 2032": 12}},
		{"two in the same time", []sim.Commitment{{Financier: "bank", MUSD: 45, From: year(2031)}, {Financier: "fund", MUSD: 30, From: year(2031)}},
			map[string]float64{"bank 2031": 30, "fund 2031": 20, "none-named 2030": 50, "none-named 2032": 12}},
		{"after all is paid", []sim.Commitment{{Financier: "bank", MUSD: 30, From: year(2033)}},
			map[string]float64{"none-named 2030": 50, "none-named 2031": 50, "none-named 2032": 12}},
	} {
		got := paidBy(t, financed(c.paying...))
		require.Len(t, got, len(c.want), c.name)
		for key, want := range c.want {
			require.InDelta(t, want, got[key], 1e-9, "%s: %s", c.name, key)
		}
	}
}

// Without a financier there is no table, and the run is as it was.
func TestNoFinancing(t *testing.T) {
	r, err := financed().Run()
	require.NoError(t, err)
	require.Nil(t, r.Financing)
	require.NotContains(t, r.Tables(), (*tables.Table)(nil))
}

// Whatever is promised, what all pay and what none is named for is what is spent, in every year.
func TestFinancingAddsUpToTheSpending(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var paying []sim.Commitment
		for i := range rapid.IntRange(1, 4).Draw(t, "financiers") {
			q := sim.Commitment{Financier: strconv.Itoa(i)}
			if rapid.Bool().Draw(t, "share or amount") {
				q.Share = rapid.Float64Range(0, 1).Draw(t, "share")
			} else {
				q.MUSD = rapid.Float64Range(0, 200).Draw(t, "musd")
			}
			if rapid.Bool().Draw(t, "dated") {
				q.From = january2030 + calendar.Month(rapid.IntRange(-12, 40).Draw(t, "from"))
				q.To = q.From + calendar.Month(rapid.IntRange(0, 30).Draw(t, "months"))
			}
			paying = append(paying, q)
		}
		r := financed(paying...)
		p := &r.Corridor.Projects[0]
		p.Start += calendar.Month(rapid.IntRange(-20, 20).Draw(t, "start"))
		p.DelayFactor = rapid.Float64Range(0.5, 3).Draw(t, "delay")
		if rapid.Bool().Draw(t, "stops") {
			p.Stops = january2030 + calendar.Month(rapid.IntRange(0, 40).Draw(t, "stop"))
		}
		result, err := r.Run()
		require.NoError(t, err)
		sums := map[int]float64{}
		for row, musd := range tables.Financing.MUSD.Of(result.Financing) {
			require.Positive(t, musd)
			sums[int(tables.Financing.Year.Of(result.Financing)[row])] += musd
		}
		for row, year := range tables.Annual.Year.Of(result.Annual) {
			require.InDelta(t, tables.Annual.CapexMUSD.Of(result.Annual)[row], sums[int(year)], 1e-6, "%v", year)
		}
	})
}
