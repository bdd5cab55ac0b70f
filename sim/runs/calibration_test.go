package runs

import (
	"context"
	"flag"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/hindcast"
	"corridor/sim/tables"
	"corridor/testdata"
)

func calibrationOf(t *testing.T, set ...string) *Calibration {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference", Set: set})
	require.NoError(t, err)
	p := &Calibration{Scenario: s, Points: 128, Rows: 16}
	require.NoError(t, p.check())
	return p
}

// TestCalibrationMeasuresAsTheHindcast: at the values of the file a conditional view says what
// series.csv of the hindcast does, though it is counted from the months themselves.
func TestCalibrationMeasuresAsTheHindcast(t *testing.T) {
	p := calibrationOf(t)
	c, err := p.calibrator()
	require.NoError(t, err)
	h, err := study(p.Scenario)
	require.NoError(t, err)
	report, err := h.Run(context.Background())
	require.NoError(t, err)
	compared := 0
	for _, kind := range hindcast.Kinds {
		for _, year := range c.TestYears() {
			view, err := c.View(kind, year-1)
			require.NoError(t, err)
			var all []*hindcast.Observation
			for i := range c.History.Observations {
				if o := &c.History.Observations[i]; o.Within(year) {
					all = append(all, o)
				}
			}
			said, err := view.Says(make([]float64, 0), all)
			require.NoError(t, err)
			for i, o := range all {
				for row, k := range tables.Series.Kind.Of(report.Series) {
					if k == string(kind) && tables.Series.Series.Of(report.Series)[row] == o.Series.Name && tables.Series.Period.Of(report.Series)[row] == o.Period.String() {
						require.InEpsilon(t, tables.Series.Model.Of(report.Series)[row], said[i], 1e-9, "%s %s %v", kind, o.Series.Name, o.Period)
						compared++
					}
				}
			}
		}
	}
	require.Equal(t, report.Series.Len(), compared)
}

// TestCalibrationFindsWhatMadeTheData: with the model's own answers at known parameters in the place
// of what was observed, the posterior lies about these parameters.
func TestCalibrationFindsWhatMadeTheData(t *testing.T) {
	p := calibrationOf(t)
	c, err := p.calibrator()
	require.NoError(t, err)
	c.Workers = 2
	truth := make([]float64, len(c.Parameters))
	for i := range truth {
		truth[i] = c.Parameters[i].Prior.Quantile(0.5)
	}
	known := map[string]float64{"oil-contract": 0.2, "truck-ferry-units-per-year": 0.3, "boxes-china-europe-sensitivity": 0.8}
	for i := range truth {
		if rank, ok := known[c.Parameters[i].Name]; ok {
			truth[i] = c.Parameters[i].Prior.Quantile(rank)
		}
	}
	made := *c.History
	made.Observations = append([]hindcast.Observation(nil), made.Observations...)
	for _, year := range c.TestYears() {
		view, err := c.View(hindcast.Informed, year-1)
		require.NoError(t, err)
		for i := range made.Observations {
			if o := &made.Observations[i]; o.Within(year) {
				said, err := view.Says(truth, []*hindcast.Observation{o})
				require.NoError(t, err)
				if !math.IsNaN(said[0]) {
					o.Value = said[0]
				}
			}
		}
	}
	c.History = &made
	for i := range c.Calibration.Series {
		c.Calibration.Series[i].Error, c.Calibration.Series[i].Discrepancy = 0.02, 0
	}
	c.FitYears, c.Matching.Waves, c.Matching.Points, c.Sampling.Points, c.Sampling.Keep = []int{2024}, 1, 1024, 1024, 20
	found, err := c.Run(context.Background())
	require.NoError(t, err)
	for i, l := range found.Latest().Learnt {
		require.True(t, l.Low <= truth[i] && truth[i] <= l.High || known[l.Name] == 0, "%+v of %v", l, truth[i])
		if l.Name == "oil-contract" {
			require.True(t, l.Identified(), "%+v", l)
			require.Greater(t, l.Narrower, 0.4, "%+v", l)
		}
	}
}

// TestCalibrationGoesOn: one that is interrupted goes on where it was, and comes to the same bits.
func TestCalibrationGoesOn(t *testing.T) {
	t.Chdir(t.TempDir())
	sample := func(dir string, how *How, ctx context.Context) ([]byte, error) {
		p := calibrationOf(t)
		r, err := Open(p, Request{}, dir)
		require.NoError(t, err)
		defer r.Close()
		if err := r.Do(ctx, how); err != nil {
			return nil, err
		}
		text, err := os.ReadFile(filepath.Join(dir, "sample.csv"))
		require.NoError(t, err)
		return text, nil
	}
	want, err := sample("whole", &How{Workers: 1}, context.Background())
	require.NoError(t, err)

	ctx, stop := context.WithCancel(context.Background())
	calls := 0
	_, err = sample("parts", &How{Workers: 2, Progress: func(uint64, uint64) (func(uint64), func()) {
		return func(uint64) {
			if calls++; calls == 8 {
				stop()
			}
		}, func() {}
	}}, ctx)
	require.ErrorContains(t, err, "points are kept in")
	_, err = sample("parts", &How{Workers: 2}, context.Background())
	require.ErrorContains(t, err, "--resume")
	got, err := sample("parts", &How{Workers: 3, Resume: true}, context.Background())
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
}

var update = flag.Bool("update", false, "write the posterior of the library anew")

// TestPosteriorOfTheLibraryIsCurrent: the library holds what corridor calibrate reference makes, of this
// scenario and this history. The long tests make it anew.
func TestPosteriorOfTheLibraryIsCurrent(t *testing.T) {
	const file = "../../scenarios/library/" + posteriorName + ".yaml"
	if *update || os.Getenv("CORRIDOR_TESTS") == "long" {
		p := calibrationOf(t)
		p.Points, p.Rows = UsualPoints, UsualRows
		_, err := p.do(context.Background(), &means{How: &How{}, workers: runtime.GOMAXPROCS(0)})
		require.NoError(t, err)
		text, err := p.Overlay()
		require.NoError(t, err)
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
			return
		}
		have, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, text, string(have), "go test ./sim/runs -run PosteriorOfTheLibrary -update writes it anew")
	}
	base, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference", With: []string{posteriorName}})
	require.NoError(t, err)
	made := map[string]string{}
	for _, m := range s.Posterior.Made {
		made[m.Name] = m.Is
	}
	require.Equal(t, hash([]byte(base.Effective())), made["scenario"], "reference has changed: go test ./sim/runs -run PosteriorOfTheLibrary -update")
	require.Equal(t, hash(testdata.Observed), made["history"], "the history has changed: go test ./sim/runs -run PosteriorOfTheLibrary -update")
	require.Len(t, s.Posterior.Rows, int(UsualRows))
	require.Empty(t, s.Warnings())
}

// BenchmarkCalibrationPoint is one point of the calibration of reference: three years, each from
// the end of the year before, and their targets.
func BenchmarkCalibrationPoint(b *testing.B) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(b, err)
	c, err := (&Calibration{Scenario: s, Points: 64, Rows: 8}).calibrator()
	require.NoError(b, err)
	p, err := c.Problem(c.TestYears())
	require.NoError(b, err)
	m, err := p.New()
	require.NoError(b, err)
	x, out := make([]float64, len(p.Parameters)), make([]float64, len(p.Targets))
	for i := range x {
		x[i] = p.Parameters[i].Prior.Quantile(0.5)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := m.Simulate(x, out); err != nil {
			b.Fatal(err)
		}
	}
}
