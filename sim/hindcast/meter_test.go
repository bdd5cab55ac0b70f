package hindcast_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/scenarios"
	"corridor/sim/hindcast"
)

// TestMeter: counted month by month, every series comes to what its tables come to.
func TestMeter(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	run := s.Run()
	result, err := run.Run()
	require.NoError(t, err)
	m, err := model.New(run.Corridor)
	require.NoError(t, err)
	meters := map[string]*hindcast.Meter{}
	for _, series := range hindcast.AllSeries {
		meters[series.Name] = series.Meter(&run, m.Flows())
		require.NotNil(t, meters[series.Name], series.Name)
	}
	sums := map[string]float64{}
	state, out := m.NewState(), m.NewTotals()
	const years = 3
	for month := range years * 12 {
		m.Step(state, out)
		for name, meter := range meters {
			sums[name] += meter.CountMt(m.Corridor(), out)
		}
		if month%12 == 11 {
			for _, series := range hindcast.AllSeries {
				want := series.Measure(&run, result, hindcast.Year(out.Month.Year()))
				require.InEpsilon(t, want, meters[series.Name].Units(sums[series.Name]), 1e-12, "%s of %d", series.Name, out.Month.Year())
			}
			clear(sums)
		}
	}

	stated, err := scenarios.Load(scenarios.Request{Scenario: "stated"})
	require.NoError(t, err)
	run = stated.Run()
	m, err = model.New(run.Corridor)
	require.NoError(t, err)
	for _, series := range hindcast.AllSeries[2:] {
		require.Nil(t, series.Meter(&run, m.Flows()), "stated has no %s", series.Name)
	}
}
