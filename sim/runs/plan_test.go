package runs

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// sampling is of a few futures, in more than one chunk.
var sampling = Sampling{Draws: 300, Seed: 7, Design: random.MonteCarlo}

// plans makes a plan of every kind, of small scenarios.
func plans(t *testing.T) map[string]Plan {
	t.Helper()
	draw := uint64(3)
	matrix, err := NewMatrix(context.Background(), scenarios.Request{Scenario: "stated"}, []string{"low"}, []string{"none", "on-time"})
	require.NoError(t, err)
	other := filepath.Join(t.TempDir(), "other.yaml")
	require.NoError(t, os.WriteFile(other, []byte(strings.Replace(oneSegment, "path_mt_per_year: {2030: 10}", "path_mt_per_year: {2030: 11}", 1)), 0o600))
	first := filepath.Join(filepath.Dir(other), "first.yaml")
	require.NoError(t, os.WriteFile(first, []byte(oneSegment), 0o600))
	comparison, err := NewComparison(context.Background(), []string{first, other}, nil, nil, sampling)
	require.NoError(t, err)
	past := filepath.Join(filepath.Dir(other), "past.yaml")
	require.NoError(t, os.WriteFile(past, []byte(oneSegmentOfThePast), 0o600))
	hindcast, err := NewHindcast(context.Background(), scenarios.Request{Scenario: past})
	require.NoError(t, err)
	calibrated, err := scenarios.Load(scenarios.Request{Scenario: past})
	require.NoError(t, err)
	works, err := scenarios.Parse("line", oneSegment+twoWorks)
	require.NoError(t, err)
	return map[string]Plan{
		kindSingle:      &Single{Scenario: loaded(t), Sampling: sampling, Draw: &draw},
		kindEnsemble:    &Ensemble{Scenario: loaded(t), Sampling: sampling, Keep: true, Precision: 0.01},
		kindPart:        &Part{Ensemble: Ensemble{Scenario: loaded(t), Sampling: sampling, Precision: 0.01}, Shard: 2, Shards: 2},
		kindMatrix:      matrix,
		kindComparison:  comparison,
		kindHindcast:    hindcast,
		kindEvidence:    &Evidence{Scenario: loaded(t), Sampling: Sampling{Draws: 50, Seed: 7, Design: random.MonteCarlo}, Years: []int{2030}},
		kindSensitivity: &Sensitivity{Scenario: loaded(t), Sampling: Sampling{Draws: 200, Seed: 7, Design: random.MonteCarlo}, Method: tables.SobolMethod, Metrics: []string{"throughput_mt_2030"}, Groups: []string{"all=works"}},
		kindSeek:        &Seek{Scenario: loaded(t), Question: SeekQuestion{Figure: "segments.line.capacity.fixed_mt_per_year", Metric: "throughput_mt_2030", At: pointer(9.0), From: pointer(1.0), To: pointer(20.0)}, Draws: 30, Seed: 7},
		kindAppraisal:   &Appraisal{Scenario: works, Draws: 10, Seed: 7, Years: []int{2030}, Of: []string{"all=berths,deeper"}},
		kindPlan:        &Portfolio{Scenario: worksOf(t), Question: PlanQuestion{Evaluations: 20, TrialDraws: 30, Shifts: []int{0, 1}}, Draws: 30, Seed: 7},
		kindDiscovery:   &Discovery{Scenario: loaded(t), Sampling: sampling, Where: "throughput_mt_2030 < 8.4 or not much and works < 0.6", Wanted: Wanted{Density: 0.5, Boxes: 2, Method: PRIM}},
		kindCalibrated:  &Calibration{Scenario: calibrated, Points: 64, Rows: 8},
	}
}

func pointer(v float64) *float64 { return &v }

// twoWorks are projects of the one segment.
const twoWorks = `projects:
  berths: {title: Berths, cost_musd: 9, start: 2030-01, duration_months: 3, changes: {line: {scale_capacity: 1.2}}}
  deeper: {cost_musd: 5, start: 2030-02, duration_months: 2, changes: {line: {scale_capacity: 1.1}}}
`

// oneSegmentOfThePast is a scenario that history can be held against.
const oneSegmentOfThePast = `scenario: past
time: {start: 2022-01, end: 2025-12}
cargo: {boxes: {}}
segments: {line: {capacity: {fixed_mt_per_year: 12}}}
markets:
  m:
    cargo: boxes
    scope: headline
    growth: {path_mt_per_year: {2022: 1.5}, rate_per_year: {value: 0.3, low: 0, high: 1}}
    routes: {r: {segments: [line]}}
hindcast: {start: 2022-01, fit: [2023, 2024], hold_out: 2025, trend_per_year: 0, parameters: [markets.m.growth.rate_per_year],
  calibration: {series: {throughput-headline: {error: 0.01, discrepancy: 0.1}}}}
uncertainties: {growth: {path: markets.m.growth.rate_per_year, calibrated: true, distribution: uniform, low: 0, high: 1}}
`

// A plan of every kind comes to the same bytes when it is done again from its manifest,
// whoever does it, and a file that is not as it was is named.
func TestEveryKindIsDoneAgain(t *testing.T) {
	all := plans(t)
	for kind := range kinds {
		t.Run(kind, func(t *testing.T) {
			require.Contains(t, all, kind, "a kind of run without a plan to test it")
			dir := filepath.Join(t.TempDir(), "r")
			r := done(t, all[kind], dir)
			require.Equal(t, kind, r.Manifest.Command)
			m, err := ReadManifest(dir)
			require.NoError(t, err)
			require.Equal(t, r.Manifest, m)
			require.NotEmpty(t, m.Outputs)
			for _, o := range m.Outputs {
				require.FileExists(t, filepath.Join(dir, o.Path))
			}

			v, err := Verify(context.Background(), dir, Pictures{})
			require.NoError(t, err)
			require.Empty(t, v.Differences)

			altered := m.Outputs[0]
			file := filepath.Join(dir, altered.Path)
			content, err := os.ReadFile(file)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(file, append(content, '\n'), 0o600))
			v, err = Verify(context.Background(), dir, Pictures{})
			require.NoError(t, err)
			require.Equal(t, []string{altered.Path + ": the file has been changed since it was written"}, v.Differences)
		})
	}
}

// What results are called says what they are.
func TestNames(t *testing.T) {
	s, draw := loaded(t), uint64(3)
	of := func(design string, seed, replicates uint64) Sampling {
		return Sampling{Draws: 300, Seed: seed, Design: design, Replicates: replicates}
	}
	for want, p := range map[string]Plan{
		"line":                           &Single{Scenario: s},
		"line-draw-3":                    &Single{Scenario: s, Draw: &draw, Sampling: of(random.MonteCarlo, 0, 0)},
		"line-draw-3-seed-7":             &Single{Scenario: s, Draw: &draw, Sampling: of(random.MonteCarlo, 7, 0)},
		"line-draw-3-sobol":              &Single{Scenario: s, Draw: &draw, Sampling: of(random.Sobol, 0, random.Replicates)},
		"line-draw-3-sobol-replicates-4": &Single{Scenario: s, Draw: &draw, Sampling: of(random.Sobol, 0, 4)},
		"line-draw-3-seed-7-latin-hypercube-of-300": &Single{Scenario: s, Draw: &draw, Sampling: of(random.LatinHypercube, 7, random.Replicates)},
		"line-ensemble":        &Ensemble{Scenario: s},
		"line-ensemble-2-of-8": &Part{Ensemble: Ensemble{Scenario: s}, Shard: 2, Shards: 8},
		"stated-matrix-growth-low-investment-none,on-time": plans(t)[kindMatrix],
		"line-compare-futures-line":                        plans(t)[kindComparison],
		"past-hindcast":                                    plans(t)[kindHindcast],
		"line-evidence":                                    &Evidence{Scenario: s},
		"line-appraisal":                                   &Appraisal{Scenario: s},
		"line-discovery":                                   &Discovery{Scenario: s},
		"line-sensitivity":                                 &Sensitivity{Scenario: s},
	} {
		require.Equal(t, want, p.Name())
	}
	require.Equal(t, "line: draw 3, seed 7, sobol", (&Single{Scenario: s, Draw: &draw, Sampling: of(random.Sobol, 7, 0)}).Titled().Title)
	require.Same(t, s, (&Single{Scenario: s}).Titled())
}

// A question that cannot be put is refused before anything is written.
func TestRefusedQuestions(t *testing.T) {
	certain, err := scenarios.Parse("certain", oneSegment[:strings.Index(oneSegment, "uncertainties:")])
	require.NoError(t, err)
	draw := uint64(1)
	works, err := scenarios.Parse("line", oneSegment+twoWorks)
	require.NoError(t, err)
	for message, p := range map[string]Plan{
		"certain has no uncertainties and no hazards, so all its futures are the same: use corridor run": &Ensemble{Scenario: certain, Sampling: sampling},
		"the year 2099 is not simulated, expected one from 2030 to 2030":                                 &Evidence{Scenario: loaded(t), Sampling: sampling, Years: []int{2030, 2099}},
		"9 draws are too few to tell apart what line draws, expected at least 10":                        &Evidence{Scenario: loaded(t), Sampling: Sampling{Draws: 9, Design: random.MonteCarlo}},
		"9 draws are too few for intervals, expected at least 10":                                        &Appraisal{Scenario: works, Draws: 9},
		"3 orders, expected an even number up to 1000: each comes with its reverse":                      &Appraisal{Scenario: works, Draws: 10, Orders: 3},
		`line has no project or measure "berth" that goes ahead, did you mean "berths"?`:                 &Appraisal{Scenario: works, Draws: 10, Of: []string{"port=deeper,berth"}},
		`deeper is in "port=deeper,berths" and in "deeper", expected once`:                               &Appraisal{Scenario: works, Draws: 10, Of: []string{"port=deeper,berths", "deeper"}},
		"1000000000 draws of 2 projects would take 968 GB of memory, expected at most 4129776 draws":     &Appraisal{Scenario: works, Draws: 1e9},
		"300 boxes, expected from 1 to 20":                                                               &Discovery{Scenario: works, Sampling: sampling, Where: "much", Wanted: Wanted{Boxes: 300, Method: PRIM}},
		"the density is 1.5, expected a share":                                                           &Discovery{Scenario: works, Sampling: sampling, Where: "much", Wanted: Wanted{Density: 1.5, Boxes: 3, Method: PRIM}},
		"the coverage is -1, expected a share":                                                           &Discovery{Scenario: works, Sampling: sampling, Where: "much", Wanted: Wanted{Coverage: -1, Boxes: 3, Method: PRIM}},
		`there is no method "", expected prim or cart`:                                                   &Discovery{Scenario: works, Sampling: sampling, Where: "much", Wanted: Wanted{Boxes: 3}},
		"an ensemble of 18446744073709551615 draws, expected at most 4294967295":                         &Ensemble{Scenario: loaded(t), Sampling: Sampling{Draws: 1<<64 - 1, Design: random.MonteCarlo}},
		"none of the scenarios has uncertainties or hazards, so all draws are the same: leave --draws out": &Comparison{
			Scenarios: []*scenarios.Scenario{certain, certain}, Cells: []Cell{NewCell(certain, "a"), NewCell(certain, "b")}, Sampling: sampling,
		},
	} {
		dir := filepath.Join(t.TempDir(), "r")
		_, err := Open(p, Request{}, dir)
		var refused *Error
		require.ErrorAs(t, err, &refused)
		require.Equal(t, Invalid, refused.Kind)
		require.EqualError(t, err, message)
		require.NoDirExists(t, dir)
	}
	_, err = Open(&Single{Scenario: certain, Draw: &draw, Sampling: sampling}, Request{}, filepath.Join(t.TempDir(), "r"))
	require.ErrorContains(t, err, "certain has no uncertainties")
	_, err = NewHindcast(context.Background(), scenarios.Request{Scenario: "stated"})
	require.EqualError(t, err, "stated has no hindcast section")
	_, err = NewMatrix(context.Background(), scenarios.Request{Scenario: "teaching"}, nil, nil)
	require.EqualError(t, err, "teaching has no lever growth; give --growth")
	_, err = NewComparison(context.Background(), []string{"stated", "stated"}, nil, nil, sampling)
	require.EqualError(t, err, "stated is given twice")
}

// Charts and reports are those of whoever brings them.
func TestPictures(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "r")
	pictures := Pictures{
		Charts: func(_ context.Context, p *tables.Package, formats []string) (Files, error) {
			require.Equal(t, []string{"svg"}, formats)
			return Files{"charts/one.svg": []byte(p.Name)}, nil
		},
		Report: func(title, lang string, about *Finished) ([]byte, error) {
			return []byte(title + about.Manifest.Scenario), nil
		},
	}
	r, err := Open(&Single{Scenario: loaded(t)}, Request{}, dir)
	require.NoError(t, err)
	require.NoError(t, r.Do(context.Background(), &How{Pictures: pictures, Formats: []string{"svg"}}))
	require.NoError(t, r.Close())
	require.FileExists(t, filepath.Join(dir, "charts", "one.svg"))

	f, err := ReadFinished(context.Background(), dir)
	require.NoError(t, err)
	require.NoError(t, AddReport(dir, []byte("Titleline"), "Title", "", f.Manifest.Outputs))
	require.NoError(t, AddCharts(dir, Files{"charts/two.svg": nil, "charts/one.svg": []byte("line")}, Files{"charts/one.svg": []byte("line")}))
	v, err := Verify(context.Background(), dir, pictures)
	require.NoError(t, err)
	require.Empty(t, v.Differences)
	require.Len(t, v.Manifest.Drawn, 1)

	require.ErrorContains(t, AddReport(dir, nil, "", "", []Output{{Path: "annual.csv"}}), "was written again while the page was being made")
}
