package matrix_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/matrix"
	"corridor/sim/tables"
)

// port carries 12 Mt a year where 18 come, from mid 2030 on 24: it holds back half a
// million tonnes a month until then, all of which gives up.
func port(t *testing.T, targets ...tables.Target) *sim.Result {
	t.Helper()
	all := [calendar.MonthsPerYear]float64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
	r, err := sim.Run{Name: "port", Targets: targets, Corridor: model.Corridor{
		Start: calendar.NewMonth(2030, 1), Months: 18,
		Segments: []model.Segment{{
			Name: "quay", Supply: model.Supply{Fixed: model.Fixed{Years: []int{2030}, MtPerYear: []float64{12}}},
			Availability: all, Effectiveness: 1,
		}},
		Markets: []model.Market{{
			Name: "ore", Cargo: "ore", Season: all, Inertia: 1,
			Growth: model.Growth{Years: []int{2030}, MtPerYear: []float64{18}, Fade: 1},
			Routes: []model.Route{{Name: "sea", Segments: []int{0}, Weights: []float64{1}, Share: 1}},
		}},
		Projects: []model.Project{{
			Name: "second quay", Start: calendar.NewMonth(2030, 1), DurationMonths: 6, DelayFactor: 1, CostMUSD: 90, EffectiveShare: 1,
			Changes: []model.Change{{Segment: 0, Quantity: model.Capacity, Add: 12}},
		}},
	}}.Run()
	require.NoError(t, err)
	return r
}

func capacity(t *testing.T, mt float64, atMost bool) tables.Target {
	t.Helper()
	metric, err := tables.ParseExpression("capacity_mt", nil)
	require.NoError(t, err)
	return tables.Target{Name: "room", Metric: metric, At: tables.Period{Month: calendar.NewMonth(2030, 12)}, Threshold: mt, AtMost: atMost}
}

func TestAdd(t *testing.T) {
	m := matrix.New("port")
	require.NoError(t, m.Add(matrix.Overlay{Name: "growth/none", Title: "No growth"}, matrix.Overlay{Name: "investment/quay", Title: "A quay"}, port(t, capacity(t, 24, true), capacity(t, 24, false))))
	require.NoError(t, m.Add(matrix.Overlay{Name: "growth/none"}, matrix.Overlay{Name: "investment/more"}, port(t, capacity(t, 30, false))))
	columns := tables.Matrix
	require.Equal(t, []string{"growth/none", "growth/none"}, columns.Growth.Of(m.Table))
	require.Equal(t, []string{"No growth", ""}, columns.GrowthTitle.Of(m.Table))
	require.Equal(t, []string{"A quay", ""}, columns.InvestmentTitle.Of(m.Table))
	require.Equal(t, []string{"2030-01", "2030-01"}, columns.FirstHeldBackMonth.Of(m.Table))
	require.Equal(t, []string{"2030-07", ""}, columns.TargetMonth.Of(m.Table), "of the first target that asks to reach a capacity")
	for _, c := range []struct {
		column tables.NumberColumn
		want   []float64
	}{
		{columns.TargetCapacityMt, []float64{24, 30}},
		{columns.DivertedBeforeTargetMt, []float64{3, 3}},
		{columns.DivertedMt, []float64{3, 3}},
		{columns.OfferedBeforeTargetMt, []float64{9, 27}}, // six months of 1.5, and all eighteen
		{columns.ThroughputEndMt, []float64{15, 15}},      // of 2030, as 2031 ends in June
		{columns.PotentialEndMt, []float64{18, 18}},
		{columns.CapacityEndMt, []float64{24, 24}},
		{columns.CapexMUSD, []float64{90, 90}},
		{columns.SpentBeforeMUSD, []float64{0, 0}},
		{columns.SpentAfterMUSD, []float64{0, 0}},
		{columns.ForLaterMUSD, []float64{0, 0}},
		{columns.ForOthersMUSD, []float64{0, 0}},
	} {
		require.InDeltaSlice(t, c.want, c.column.Of(m.Table), 1e-9, c.column.Name)
	}
}

// Of what is paid by the end of the last full year, part is for later and part for others.
func TestForWhom(t *testing.T) {
	r := port(t, capacity(t, 24, false))
	r.Spending = tables.New(tables.Spending)
	r.Spending.Append("port", "second quay", "second quay", 2030, 60, 4, true, 1, 3)
	r.Spending.Append("port", "second quay", "second quay", 2031, 30, 4, true, 1, 0)
	r.Spending.Append("port", "third quay", "third quay", 2030, 7, 0, false, 1, 3)
	m := matrix.New("port")
	require.NoError(t, m.Add(matrix.Overlay{}, matrix.Overlay{}, r))
	require.Equal(t, 7.0, tables.Matrix.ForLaterMUSD.Of(m.Table)[0])
	require.Equal(t, 48.0, tables.Matrix.ForOthersMUSD.Of(m.Table)[0])
}

// TestNoFullYear: a run of less than a year has no last year to tell of.
func TestNoFullYear(t *testing.T) {
	r := port(t, capacity(t, 24, false))
	r.Monthly = r.Monthly.Where(func(row int) bool { return row < 11 })
	m := matrix.New("port")
	require.NoError(t, m.Add(matrix.Overlay{}, matrix.Overlay{}, r))
	require.True(t, math.IsNaN(tables.Matrix.ThroughputEndMt.Of(m.Table)[0]))
}

func TestAddNeedsATarget(t *testing.T) {
	for _, targets := range [][]tables.Target{nil, {capacity(t, 24, true)}} {
		err := matrix.New("port").Add(matrix.Overlay{Name: "growth/none"}, matrix.Overlay{Name: "investment/none"}, port(t, targets...))
		require.EqualError(t, err, "comparing growth with investment needs a target on the metric comparable_capacity_mt or capacity_mt with at_least")
	}
}
