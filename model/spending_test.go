package model

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/calendar"
)

// TestWhatIsPast: of works of 24 months that were half done when things are known to,
// half is paid for, whatever delay follows; the rest comes over the time that is left,
// stretched, and the whole costs the same.
func TestWhatIsPast(t *testing.T) {
	plan := Project{CostMUSD: 600, Start: 100, DurationMonths: 24, DelayFactor: 1, AsOf: 112}
	for name, p := range map[string]Project{
		"on time":          {DelayFactor: 1},
		"a year late":      {DelayFactor: 1, DelayMonths: 12},
		"twice the time":   {DelayFactor: 2},
		"a month from now": {DelayFactor: 0.1},
	} {
		p.CostMUSD, p.Start, p.DurationMonths, p.AsOf = plan.CostMUSD, plan.Start, plan.DurationMonths, plan.AsOf
		end, spent := p.Completion(), 0.0
		require.Greater(t, end, p.AsOf, "%s: nothing is finished in the past", name)
		for month := p.Start; month < end; month++ {
			if month < p.AsOf {
				require.Equal(t, plan.spentIn(month, calendar.Never), p.spentIn(month, calendar.Never), name)
			}
			if spent += p.spentIn(month, calendar.Never); month == p.AsOf-1 {
				require.InDelta(t, 300, spent, 1e-9, name)
			}
			if 2*(month+1) == p.AsOf+end { // half of what is left of the time is three quarters of the plan: 27/32
				require.InDelta(t, 600*27./32, spent, 1e-9, name)
			}
		}
		require.InDelta(t, 600, spent, 1e-9, name)
	}
	done := plan
	done.AsOf, done.DelayFactor, done.DelayMonths = 124, 3, 12
	require.Equal(t, calendar.Month(124), done.Completion(), "what serves already is not delayed")
	require.Equal(t, plan.spentIn(120, calendar.Never), done.spentIn(120, calendar.Never))
	ahead := plan
	ahead.AsOf, ahead.DelayMonths = 100, 12
	require.Equal(t, calendar.Month(136), ahead.Completion())
	require.InDelta(t, 300, spentUntil(&ahead, 118), 1e-9, "what had not begun is late from its start")
}

// TestDearerThanEstimated: what was paid by then followed the estimate; what is left
// bears all that the works cost more.
func TestDearerThanEstimated(t *testing.T) {
	p := Project{CostMUSD: 900, EstimateMUSD: 600, Start: 100, DurationMonths: 24, DelayFactor: 1, AsOf: 112}
	require.InDelta(t, 300, spentUntil(&p, 112), 1e-9)
	require.InDelta(t, 300+600*(27./32-0.5)/0.5, spentUntil(&p, 118), 1e-9)
	require.InDelta(t, 900, spentUntil(&p, 124), 1e-9)
	p.CostMUSD = 200
	require.InDelta(t, 300, spentUntil(&p, 124), 1e-9, "what is paid is not paid back")
	p.CostMUSD, p.Stops = 900, 112
	require.InDelta(t, 300, spentUntil(&p, 124), 1e-9)
}

func spentUntil(p *Project, end calendar.Month) (spent float64) {
	for month := p.Start; month < end; month++ {
		spent += p.spentIn(month, calendar.Never)
	}
	return spent
}

// TestOutlays: what is spent before, in and after the months simulated is the cost of
// the project, however late it is, and what is spent in them is what the months say.
func TestOutlays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := randomCorridor(t)
		for i := range c.Projects {
			p := &c.Projects[i]
			p.AsOf = calendar.NewMonth(2023, 1) + calendar.Month(rapid.IntRange(0, 40).Draw(t, "as of"))
			p.EstimateMUSD = p.CostMUSD * rapid.Float64Range(0.5, 2).Draw(t, "estimate")
		}
		m := must(c)
		within, months := 0.0, 0.0
		for i := range m.corridor.Projects {
			p, o := &m.corridor.Projects[i], m.OutlayMUSD(i)
			building, running := m.PaymentsMUSD(i)
			require.InDelta(t, o.Within, sum(building), 1e-9*(1+o.Within), "project %d", i)
			require.InDelta(t, o.Running, sum(running), 1e-9*(1+o.Running), "project %d", i)
			if !p.Disabled && p.EstimateMUSD == p.CostMUSD {
				end := m.corridor.Start + calendar.Month(m.corridor.Months)
				require.InDelta(t, o.Within, p.CostMUSD*m.PaidPart(i, m.corridor.Start, end), 1e-9*(1+o.Within), "project %d", i)
			}
			within += o.Within + o.Running
			if !p.Disabled {
				known := p.known(p.planned())
				paid, want := p.EstimateMUSD*known, p.CostMUSD
				if known == 1 || paid > want {
					want = paid // and nothing is left to cost more or less
				}
				require.InDelta(t, want, o.Before+o.Within+o.After, 1e-9*(1+paid+p.CostMUSD), "project %d", i)
			}
		}
		for _, musd := range m.capex[:m.corridor.Months] {
			require.GreaterOrEqual(t, musd, 0.0)
			months += musd
		}
		require.InDelta(t, months, within, 1e-9*(1+months))
	})
}

// TestSpending: the S-curve is symmetric, reaches half at half time and spends
// nothing before the start or after completion, whatever delays the service.
func TestSpending(t *testing.T) {
	for _, p := range []Project{
		{CostMUSD: 600, Start: 100, DurationMonths: 24, DelayFactor: 1},
		{CostMUSD: 600, Start: 100, DurationMonths: 24, DelayFactor: 1.25, DelayMonths: 4},
		{CostMUSD: 600, Start: 100, DurationMonths: 2, DelayFactor: 1},
	} {
		end, total := p.Completion(), 0.0
		for t0 := calendar.Month(0); t0 < 300; t0++ {
			spent := p.spentIn(t0, calendar.Never)
			require.GreaterOrEqual(t, spent, 0.0)
			require.Equal(t, spent > 0, t0 >= p.Start && t0 < end, "month %d", t0)
			total += spent
			if 2*(t0+1) == p.Start+end {
				require.InDelta(t, 300, total, 1e-9, "at half time")
			}
			require.InDelta(t, spent, p.spentIn(p.Start+end-1-t0, calendar.Never), 1e-9, "symmetric")
		}
		require.InDelta(t, 600, total, 1e-9)
	}
	// Two months: 3/4 − 2/8 = 1/2 in each. None: all at the start.
	two, none := Project{CostMUSD: 8, DurationMonths: 2, DelayFactor: 1}, Project{CostMUSD: 8, Start: 5}
	require.Equal(t, 4.0, two.spentIn(1, 2))
	require.Equal(t, []float64{0, 8, 0}, []float64{none.spentIn(4, 5), none.spentIn(5, 5), none.spentIn(6, 5)})
	// 24 a year to keep it going are 2 a month from service on.
	kept := Project{CostMUSD: 8, DurationMonths: 2, DelayFactor: 1, AnnualMUSD: 24}
	require.Equal(t, []float64{4, 0, 2}, []float64{kept.spentIn(1, 9), kept.spentIn(8, 9), kept.spentIn(9, 9)})
	disabled := Project{CostMUSD: 8, Disabled: true, AnnualMUSD: 24}
	require.Zero(t, disabled.spentIn(0, calendar.Never))
}

// spentIn is what a project that serves from a month on costs in month t.
func (p *Project) spentIn(t, service calendar.Month) float64 {
	var musd [1]float64
	p.AddBuildingMUSD(t, musd[:])
	p.keep(1, service, t, musd[:])
	return musd[0]
}
