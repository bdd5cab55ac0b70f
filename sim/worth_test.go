package sim_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

// twoWays is a market of 24 Mt a year: half chooses a line of 6 Mt a year and 500 km, half one
// of two rivals, and nobody waits.
func twoWays() model.Corridor {
	line := model.Segment{
		Name: "line", Supply: model.Supply{Fixed: model.Fixed{Years: []int{2024}, MtPerYear: []float64{6}}},
		Effectiveness: 1, StorageMt: math.Inf(1), CostUSDPerT: 20, DistanceKm: 500, EmissionsG: 30,
	}
	market := model.Market{
		Name: "m", Cargo: tables.Wagons, Growth: model.Growth{Years: []int{2024}, MtPerYear: []float64{24}},
		Sensitivity: 0.05, Inertia: 1, GiveUp: 1,
		Routes: []model.Route{
			{Name: "line", Share: 0.5, Segments: []int{0}, Weights: []float64{1}},
			{Name: "sea", Share: 0.375, Rival: true, Via: 0}, {Name: "road", Share: 0.125, Rival: true, Via: 1},
		},
	}
	for month := range calendar.MonthsPerYear {
		line.Availability[month], market.Season[month] = 1, 1
	}
	return model.Corridor{
		Start: calendar.NewMonth(2024, 1), Months: 24, Segments: []model.Segment{line}, Markets: []model.Market{market},
		Rivals: []model.Rival{{Name: "sea", EmissionsKgPerT: 100}, {Name: "road", EmissionsKgPerT: 300}},
		Projects: []model.Project{{
			Name: "p", CostMUSD: 120, Start: calendar.NewMonth(2024, 1), DurationMonths: 12, DelayFactor: 1, EffectiveShare: 1,
			AnnualMUSD: 10, OthersShare: 0.4,
		}},
		Economics: model.Economics{
			Given: true, OperatingShare: 0.75, LostCargoUSDPerT: 500,
			CO2eUSDPerT: model.Series{Years: []int{2024, 2025}, Values: []float64{50, 60}},
		},
	}
}

// TestWorth: every figure of a year, by hand; twelve months make the year.
func TestWorth(t *testing.T) {
	labels := tables.Labels{Cargo: map[string]tables.CargoLabel{tables.Wagons: {TonnesPerUnit: 60}}}
	r, err := sim.Run{Name: "two", Corridor: twoWays(), Labels: labels}.Run()
	require.NoError(t, err)
	perTurned := math.Log(2) / 0.5 / 0.05 // −ln(1 − ½)/½θ
	for column, want := range map[tables.MetricColumn][]float64{
		tables.Annual.WagonsK:           {100, 100},
		tables.Annual.TonneKmBn:         {3, 3},
		tables.Annual.CO2eGPerTkm:       {30, 30},
		tables.Annual.RivalMt:           {18, 18},
		tables.Annual.RivalsEmissionsKt: {18 * 150, 18 * 150}, // what is turned away goes as the rest does
		tables.Annual.OperatingMUSD:     {0.75 * 120, 0.75 * 120},
		tables.Annual.UpkeepMUSD:        {0, 6},
		tables.Annual.CapexMUSD:         {120, 10},
		tables.Annual.WaitingMUSD:       {0, 0},
		tables.Annual.TurnedAwayMUSD:    {6 * perTurned, 6 * perTurned},
		tables.Annual.SurplusMUSD:       {-6 * perTurned, -6 * perTurned},
		tables.Annual.CO2eMUSD:          {(90 + 2700) * 0.05, (90 + 2700) * 0.06},
		tables.Annual.NetBenefitMUSD: {
			-6*perTurned + 30 - 2790*0.05 - 0.6*120, -6*perTurned + 30 - 2790*0.06 - 6,
		},
	} {
		for year, v := range want {
			require.InDelta(t, v, column.Of(r.Annual)[year], 1e-9, column.Name)
			sum := 0.0
			for _, x := range column.Of(r.Monthly)[12*year : 12*year+12] {
				sum += x
			}
			if column.Name != tables.Annual.CO2eGPerTkm.Name {
				require.InDelta(t, v, sum, 1e-9, column.Name)
			}
		}
	}
	require.True(t, math.IsNaN(tables.Annual.TrucksK.Of(r.Annual)[0]))
}

// TestWorthUnknown: what is not stated is not guessed.
func TestWorthUnknown(t *testing.T) {
	of := func(change func(c *model.Corridor), column tables.MetricColumn) float64 {
		c := twoWays()
		change(&c)
		r, err := sim.Run{Name: "two", Corridor: c}.Run()
		require.NoError(t, err)
		m, err := model.New(c)
		require.NoError(t, err)
		v := column.Of(r.Annual)[0]
		if math.IsNaN(v) {
			require.True(t, sim.NewAccounts(m, new(tables.Labels)).MayLack(sim.MetricPlace(column), 1), "%s is no failure of an ensemble", column.Name)
		}
		return v
	}
	silent := func(c *model.Corridor) { c.Rivals[1].EmissionsKgPerT = 0 }
	require.True(t, math.IsNaN(of(silent, tables.Annual.RivalsEmissionsKt)))
	require.True(t, math.IsNaN(of(silent, tables.Annual.NetBenefitMUSD)))
	worthless := func(c *model.Corridor) { silent(c); c.Economics.CO2eUSDPerT = model.Series{} }
	require.Zero(t, of(worthless, tables.Annual.CO2eMUSD), "emissions of no value are not counted")
	for _, column := range []tables.MetricColumn{
		tables.Annual.OperatingMUSD, tables.Annual.SurplusMUSD, tables.Annual.WaitingMUSD, tables.Annual.TurnedAwayMUSD,
		tables.Annual.CO2eMUSD, tables.Annual.NetBenefitMUSD,
	} {
		require.True(t, math.IsNaN(of(func(c *model.Corridor) { c.Economics = model.Economics{} }, column)), column.Name)
	}
	nowhere := func(c *model.Corridor) {
		c.Markets[0].Routes, c.Economics.LostCargoUSDPerT = c.Markets[0].Routes[:1], 0
		c.Markets[0].Routes[0].Share = 1
	}
	require.True(t, math.IsNaN(of(nowhere, tables.Annual.TurnedAwayMUSD)))
	require.Zero(t, of(nowhere, tables.Annual.RivalMt), "what can go nowhere goes nowhere")
}

// TestAnOutletTakesOnce: what is turned away to an outlet is outside the corridor once.
func TestAnOutletTakesOnce(t *testing.T) {
	c := twoWays()
	c.Markets[0].Sensitivity = 0
	c.Markets[0].Routes = []model.Route{
		{Name: "line", Share: 1, Segments: []int{0}, Weights: []float64{1}}, {Name: "sea", Rival: true, Outlet: true},
	}
	r, err := sim.Run{Name: "outlet", Corridor: c}.Run()
	require.NoError(t, err)
	require.InDelta(t, 18, tables.Annual.RivalMt.Of(r.Annual)[0], 1e-9)
	require.InDelta(t, 1800, tables.Annual.RivalsEmissionsKt.Of(r.Annual)[0], 1e-9)
}
