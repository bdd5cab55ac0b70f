package economics

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model"
	"corridor/model/calendar"
)

// by gives flows by year.
func by(flows []Flow) func(year int) Flow {
	return func(year int) Flow { return flows[year-2024] }
}

// TestWorth by hand: 100 spent in 2024, 10 of benefit less 2 of upkeep a year from 2025 on, which
// go on to 2028; the works last ten years from 2025, so that 6 of 10 parts are left at the end.
func TestWorth(t *testing.T) {
	terms := Terms{RatePerYear: 0.1, PriceYear: 2024, First: 2024, Last: 2026, End: 2028, Constant: true}
	flows := []Flow{{Capital: 100}, {Benefit: 10, Upkeep: 2}, {Benefit: 10, Upkeep: 2}}
	left := Left{Residual: terms.Residual(Works{100, 2025, 10})}
	require.InDelta(t, 60, left.Residual, 1e-12)
	w := terms.Worth(by(flows), left)
	four := 1/1.1 + 1/1.21 + 1/1.331 + 1/1.4641
	require.InDelta(t, 10*four+60/1.4641, w.Benefits, 1e-12)
	require.InDelta(t, 100+2*four, w.Costs, 1e-12)
	require.InDelta(t, w.Benefits/w.Costs, w.Ratio(), 1e-15)
	require.InDelta(t, w.Benefits-w.Costs, w.NPV(), 1e-15)
	require.InDeltaSlice(t, []float64{-100, 8, 8, 8, 68}, terms.Net(by(flows), left), 1e-12)
	terms.Constant = false
	require.InDeltaSlice(t, []float64{-100, 8, 8, 0, 60}, terms.Net(by(flows), left), 1e-12)
	require.True(t, math.IsNaN(Worth{Benefits: 1}.Ratio()), "nothing is spent")
	require.True(t, math.IsNaN(Worth{Benefits: 1, Costs: 1e-15}.Ratio()), "nothing but rounding")
	require.False(t, Worth{Benefits: 1e-15}.Pays())
	require.True(t, w.Pays() == (w.NPV() > 0))
}

// TestResidual: works that do not serve yet have lost nothing, those past their life all.
func TestResidual(t *testing.T) {
	terms := Terms{End: 2053}
	for _, c := range []struct {
		serve      int
		life, want float64
	}{
		{2024, 30, 0}, {2024, 60, 50}, {2039, 60, 75}, {2054, 60, 100}, {2060, 60, 100}, {1990, 50, 0}, {2053, 1, 0},
	} {
		require.InDelta(t, c.want, terms.Residual(Works{100, c.serve, c.life}), 1e-12, "%+v", c)
	}
	terms.NoResidual = true
	require.Zero(t, terms.Residual(Works{100, 2039, 60}))
}

// TestLeftBy: of works that serve after the last month there are figures of, what was spent by then
// comes back, and no more: of an appraisal shorter than the run, and of a year that is cut off.
func TestLeftBy(t *testing.T) {
	at := func(year int, month time.Month) calendar.Month { return calendar.NewMonth(year, month) }
	c := model.Corridor{
		Start: at(2026, time.January), Months: 27,
		Discounting: model.Discounting{PriceYear: 2025, NoResidual: true},
		Projects: []model.Project{
			{Name: "half by then", CostMUSD: 6, Start: at(2026, time.July), DurationMonths: 12, DelayFactor: 1},
			{Name: "later", CostMUSD: 8, Start: at(2028, time.January), DurationMonths: 6, DelayFactor: 1},
			{Name: "served", CostMUSD: 7, Start: at(2026, time.January), DurationMonths: 1, DelayFactor: 1},
		},
	}
	left := func() float64 {
		m, err := model.New(c)
		require.NoError(t, err)
		terms := TermsOf(m.Corridor())
		return terms.LeftBy(m).InProgress
	}
	require.InDelta(t, 4, left(), 1e-9, "half of what serves from July 2028, and the run ends in March")
	c.Discounting.Years = 1
	require.InDelta(t, 3, left(), 1e-9)
	c.Discounting.Years = 2
	require.Zero(t, left())
}

// TestNetIsWorth: the net amounts by year have the net present value for their present value, and
// what a plan is worth beside another is the difference, whatever the plans are.
func TestNetIsWorth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms := over(rapid.Float64Range(0, 0.3).Draw(t, "rate"), 4)
		terms.End += rapid.IntRange(0, 30).Draw(t, "beyond")
		terms.Constant = rapid.Bool().Draw(t, "constant")
		terms.PriceYear += rapid.IntRange(-2, 2).Draw(t, "price year")
		amount := rapid.Float64Range(-1000, 1000)
		plan := func(name string) ([]Flow, Left) {
			flows := make([]Flow, 4)
			for i := range flows {
				flows[i] = Flow{amount.Draw(t, name), amount.Draw(t, name), amount.Draw(t, name)}
			}
			return flows, Left{amount.Draw(t, name), amount.Draw(t, name)}
		}
		a, leftA := plan("a")
		b, leftB := plan("b")
		sum := 0.0
		for i, v := range terms.Net(by(a), leftA) {
			sum += v * terms.Factor(terms.First+i)
		}
		require.InDelta(t, sum, terms.Worth(by(a), leftA).NPV(), 1e-7)
		both := make([]Flow, 4)
		for i := range both {
			both[i] = Flow{a[i].Benefit - b[i].Benefit, a[i].Upkeep - b[i].Upkeep, a[i].Capital - b[i].Capital}
		}
		want := terms.Worth(by(both), Left{leftA.Residual - leftB.Residual, leftA.InProgress - leftB.InProgress})
		got := terms.Worth(by(a), leftA).Less(terms.Worth(by(b), leftB))
		require.InDelta(t, want.Benefits, got.Benefits, 1e-7)
		require.InDelta(t, want.Costs, got.Costs, 1e-7)
	})
}

// TestInProgress: works that come into use after the last year cost what their money is lent for.
func TestInProgress(t *testing.T) {
	terms := over(0.06, 3)
	w := terms.Worth(by([]Flow{{Capital: 50}, {Capital: 50}, {}}), Left{InProgress: 100})
	require.InDelta(t, 50+50/1.06-100/1.1236, w.Costs, 1e-12)
	require.Zero(t, w.Benefits)
}

func TestPayback(t *testing.T) {
	for _, c := range []struct {
		net  []float64
		want int
	}{
		{[]float64{-100, 40, 40, 40, 40}, 3},
		{[]float64{-100, 50, 50}, 2},
		{[]float64{-100, 40, 40}, -1},
		{[]float64{-100, 150, -80, 20, 20}, 4},
		{[]float64{10, 20}, -1},
		{nil, -1},
	} {
		require.Equal(t, c.want, Payback(c.net), "%v", c.net)
	}
}
