package runs

import (
	"context"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/tables"
)

// sought does a seek in the scenario of one segment, of which the effectiveness is uncertain,
// from 0.5 to 0.9, and 10 Mt are asked for.
func sought(t *testing.T, q SeekQuestion, draws uint64) *Seek {
	t.Helper()
	p := &Seek{Scenario: loaded(t), Question: q, Draws: draws, Seed: 7}
	done(t, p, t.TempDir()+"/seek")
	return p
}

const capacityOfLine = "segments.line.capacity.fixed_mt_per_year"

// TestSeekInFutures: a future of effectiveness e needs 6/e Mt a year for 6 Mt, so that 12 are
// enough for all, 6/0.9 for few, and 6/0.7 for half.
func TestSeekInFutures(t *testing.T) {
	p := sought(t, SeekQuestion{Figure: capacityOfLine, Metric: "throughput_mt_2030", At: pointer(6.0), From: pointer(1.0), To: pointer(20.0)}, 400)
	require.Len(t, p.Turns, 1)
	require.InDelta(t, 6, p.Turns[0].Value, 1e-3, "the scenario's own effectiveness is 1")
	require.Equal(t, capacityOfLine+"=6", p.Assignment(6))
	require.True(t, p.Sought.Upward)
	for share, e := range map[float64]float64{0.1: 0.86, 0.5: 0.7, 0.9: 0.54} {
		require.InDelta(t, 6/e, p.Sought.Enough(share), 0.35, share)
	}
	for _, v := range p.Sought.Needs {
		require.True(t, v >= 6/0.9-1e-6 && v <= 12+1e-6, v)
	}
	for _, s := range p.Sought.Shares {
		enough := 0
		for _, v := range p.Sought.Needs {
			if v <= s.Value {
				enough++
			}
		}
		require.EqualValues(t, enough, s.Does, "%v: as many have enough of it as meet the target with it", s.Value)
	}
}

// TestSeekDownward: who stays under 6 Mt needs less capacity, and none of the range is little enough for 0.1 Mt.
func TestSeekDownward(t *testing.T) {
	p := sought(t, SeekQuestion{Figure: capacityOfLine, Metric: "throughput_mt_2030", At: pointer(6.0), AtMost: true, From: pointer(1.0), To: pointer(20.0)}, 100)
	require.False(t, p.Sought.Upward)
	require.InDelta(t, 6/0.7, p.Sought.Enough(0.5), 0.6)
	require.GreaterOrEqual(t, p.Sought.Enough(0.1), p.Sought.Enough(0.9))
	none := sought(t, SeekQuestion{Figure: capacityOfLine, Metric: "throughput_mt_2030", At: pointer(0.1), AtMost: true, From: pointer(1.0), To: pointer(20.0)}, 10)
	require.Empty(t, none.Turns)
	require.Empty(t, none.Met())
	require.True(t, math.IsInf(none.Sought.Enough(0.5), 0))
}

// TestSeekIsWhatSetDoes: every turn that is said, put there with --set, meets the target in a run, and a little off it does not.
func TestSeekIsWhatSetDoes(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	p := &Seek{Scenario: s, Question: SeekQuestion{Figure: "segments.tankers.capacity.fixed_mt_per_year", Metric: "capacity-10"}}
	done(t, p, t.TempDir()+"/seek")
	require.Equal(t, "Mt/yr", p.Unit)
	require.Len(t, p.Turns, 1)
	turn := p.Turns[0]
	require.False(t, turn.Jump)
	for _, c := range []struct {
		value float64
		met   bool
	}{{turn.Value, true}, {turn.Value - 0.002, false}} {
		with, err := s.Set(p.Assignment(c.value))
		require.NoError(t, err)
		r, err := with.Run().RunContext(context.Background())
		require.NoError(t, err)
		require.Equal(t, c.met, r.Judged[0].Met, c.value)
	}
	require.Equal(t, "capacity-10", s.Targets[0].Name)
}

// TestSeekWhole: months of delay are whole numbers, whoever asks.
func TestSeekWhole(t *testing.T) {
	works, err := scenarios.Parse("line", oneSegment+twoWorks)
	require.NoError(t, err)
	p := &Seek{Scenario: works, Question: SeekQuestion{Figure: "projects.berths.delay_months", Metric: "throughput_mt_2030", At: pointer(9.9), From: pointer(0.0), To: pointer(24.0)}}
	require.NoError(t, p.check())
	_, _, whole := p.Range()
	require.True(t, whole)
}

func TestInto(t *testing.T) {
	for _, c := range []struct{ v, from, want float64 }{
		{4.77331, 4.77330, 4.774}, {4.77331, 4.77332, 4.773}, {-4.77331, -4.77332, -4.773}, {-4.77331, -4.7733, -4.774}, {12, 11, 12}, {9.99961, 9.9996, 10}, {0, -1, 0}, {1234.56, 1235, 1234},
	} {
		require.InDelta(t, c.want, into(c.v, c.from), 1e-9, "%v from %v", c.v, c.from)
	}
}

func TestSeekTablesAreRead(t *testing.T) {
	p := sought(t, SeekQuestion{Figure: capacityOfLine, Metric: "much", From: pointer(1.0), To: pointer(20.0)}, 20)
	require.Equal(t, []string{tables.SeekFrom, tables.SeekNow, tables.SeekTo, tables.SeekLeast, tables.SeekMost}, tables.Seek.What.Of(p.table())[:5])
	require.Equal(t, 7, len(enoughShares))
	require.Equal(t, p.soughtTable().Len(), len(p.Sought.Shares)+len(enoughShares))
}

// cheaper is a line of 6 Mt a year at 20 USD/t, which one of two projects makes a quarter cheaper
// from 2031 on: shippers gain 30 million in that year and in 2032, which comes to the same, or
// 30/1.1 + 30/1.21 = 52.066 in 2030, when it is paid. The works then last no longer.
const cheaper = `scenario: cheaper
time: {start: 2030-01, end: 2031-12}
cargo: {boxes: {}}
economics: {price_year: 2030, discount_rate_per_year: {value: 0.1, low: 0, high: 0.9, source: assumption}, appraisal_years: 3, beyond_horizon: constant, service_life_years: 2}
segments: {line: {capacity: {fixed_mt_per_year: 20}, cost_usd_per_t: 20}}
markets: {m: {cargo: boxes, sensitivity_per_usd: 0.1, growth: {path_mt_per_year: {2030: 6}}, routes: {r: {segments: [line]}}}}
projects:
  electric: {cost_musd: 40, start: 2030-01, duration_months: 12, changes: {line: {scale_cost: 0.75}}}
  station: {cost_musd: 7, start: 2030-01, duration_months: 12, changes: {line: {scale_capacity: 1.1}}}
uncertainties: {trade: {path: markets.m.growth.path_mt_per_year.2030, distribution: uniform, low: 3, high: 9}}
`

// TestSeekNetPresentValue: what a project may cost, whatever the other does; what must be shipped for
// both to be worth it, 47/8.678 Mt; and the rate at which they are, by q + q² = 47/30 of q = 1/(1 + r).
func TestSeekNetPresentValue(t *testing.T) {
	s, err := scenarios.Parse("cheaper", cheaper)
	require.NoError(t, err)
	year := 1/1.1 + 1/1.21
	for _, c := range []struct {
		figure   string
		from, to float64
		want     float64
		projects []string
	}{
		{"projects.electric.cost_musd", 0, 100, 30 * year, []string{"electric"}},
		{"projects.*.cost_musd", 0, 100, 15 * year, []string{"electric", "station"}},
		{"markets.m.growth.path_mt_per_year.2030", 0, 20, 47 / (5 * year), []string{"electric", "station"}},
		{"economics.discount_rate_per_year", 0, 0.9, 2/(math.Sqrt(1+4*47./30)-1) - 1, []string{"electric", "station"}},
	} {
		p := &Seek{Scenario: s, Question: SeekQuestion{Figure: c.figure, Metric: tables.NPV, At: pointer(0.0), From: &c.from, To: &c.to}}
		done(t, p, t.TempDir()+"/seek")
		require.Equal(t, c.projects, p.Worth.Projects, c.figure)
		require.Len(t, p.Turns, 1, c.figure)
		require.InDelta(t, c.want, p.Turns[0].Met.X, 1e-6*c.to, c.figure)
		require.Equal(t, tables.PresentValue, tables.Seek.At.Of(p.table())[0])
	}
	never := &Seek{Scenario: s, Question: SeekQuestion{Figure: "projects.station.cost_musd", Metric: tables.NPV, At: pointer(1.0), From: pointer(0.0), To: pointer(9.0)}}
	done(t, never, t.TempDir()+"/seek")
	require.Empty(t, never.Met(), "what nobody needs is worth nothing")
}

// TestSeekNetPresentValueInFutures: with trade of 3 to 9 Mt the project may cost as much as that
// is of 6, and a drawn trade does not move what is worth nothing.
func TestSeekNetPresentValueInFutures(t *testing.T) {
	s, err := scenarios.Parse("cheaper", cheaper)
	require.NoError(t, err)
	p := &Seek{Scenario: s, Draws: 200, Seed: 7, Question: SeekQuestion{Figure: "projects.electric.cost_musd", Metric: "npv", At: pointer(0.0), From: pointer(0.0), To: pointer(100.0)}}
	done(t, p, t.TempDir()+"/seek")
	require.False(t, p.Sought.Upward)
	year := 5 * (1/1.1 + 1/1.21)
	for share, trade := range map[float64]float64{0.1: 8.4, 0.5: 6, 0.9: 3.6} {
		require.InDelta(t, trade*year, p.Sought.Enough(share), 0.6*year, share)
	}
	require.InDelta(t, 3*year, p.Sought.Needs[0], 0.3*year)
	require.InDelta(t, 9*year, p.Sought.Needs[199], 0.3*year)
}

func TestSeekNetPresentValueRefused(t *testing.T) {
	s, err := scenarios.Parse("cheaper", cheaper)
	require.NoError(t, err)
	of := func(s *scenarios.Scenario, figure, metric string) error {
		return (&Seek{Scenario: s, Question: SeekQuestion{Figure: figure, Metric: metric, At: pointer(0.0), From: pointer(0.0), To: pointer(9.0)}}).check()
	}
	require.EqualError(t, of(loaded(t), capacityOfLine, tables.NPV), "npv_musd is about money, and line does not say what things are worth: it has no economics section")
	require.ErrorContains(t, of(s, "projects.elektric.cost_musd", tables.NPV), `unknown name "elektric" in projects.elektric.cost_musd, did you mean "electric"?`)
	require.NoError(t, of(s, "projects.elec*.cost_musd", tables.NPV), "a pattern stands for the names that are like it")
	require.ErrorContains(t, of(s, "projects.elek*.cost_musd", tables.NPV), `no name among the projects is like "elek*"`)
	require.ErrorContains(t, of(s, "what trade costs", tables.NPV), `"what trade costs" is no path of a figure, such as economics.discount_rate_per_year: figures.csv of any run lists them`)
	require.ErrorContains(t, of(s, "growth, m", "throughput_mt_2030"), "; like that: markets.m.growth.path_mt_per_year.2030")
	without, err := scenarios.Parse("cheaper", strings.Split(cheaper, "projects:")[0])
	require.NoError(t, err)
	require.ErrorContains(t, of(without, "segments.line.cost_usd_per_t", tables.NPV), "cheaper has no project or measure whose net present value could be sought")
}

// TestSeekEveryName: * sets what it stands for, in the expected future and in those drawn alike, whether
// it was given before or not; a range is known where all of them agree.
func TestSeekEveryName(t *testing.T) {
	s, err := scenarios.Parse("line", strings.Replace(oneSegment, "targets:", "projects:\n  one: {cost_musd: 5, start: 2030-01, duration_months: 3, effective_share: 0.5, changes: {line: {add_capacity_mt_per_year: 4}}}\n  two: {cost_musd: 5, start: 2030-01, duration_months: 3, changes: {line: {add_capacity_mt_per_year: 4}}}\ntargets:", 1))
	require.NoError(t, err)
	require.Equal(t, []string{"projects.one.effective_share", "projects.two.effective_share"}, s.Paths("projects.*.effective_share"))
	p := &Seek{Scenario: s, Draws: 50, Seed: 7, Question: SeekQuestion{Figure: "projects.*.effective_share", Metric: "capacity_mt_2030-12", At: pointer(14.0), From: pointer(0.0), To: pointer(1.0)}}
	done(t, p, t.TempDir()+"/seek")
	require.InDelta(t, 2.0/8, p.Turns[0].Met.X, 1e-6, "12 + 8x Mt a year, of the scenario's own effectiveness of 1")
	require.True(t, math.IsNaN(p.Now), "they are not the same")
	for _, need := range p.Sought.Needs {
		if math.IsInf(need, 0) {
			continue
		}
		require.Greater(t, need, 0.4, "14 Mt of an effectiveness below 0.9")
	}
}

// TestSeekKnowsNoFactor: how much dearer a project comes is a factor, and no range of its cost.
func TestSeekKnowsNoFactor(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	p := &Seek{Scenario: s, Question: SeekQuestion{Figure: "projects.aktau-dredging.cost_musd", Metric: tables.NPV, At: pointer(0.0)}}
	require.EqualError(t, p.check(), "no range is given for projects.aktau-dredging.cost_musd: say where to look with --from and --to")
}

func TestSeekIsNamedByItsQuestion(t *testing.T) {
	s := loaded(t)
	require.Equal(t, "line-seek+"+capacityOfLine+"+much", (&Seek{Scenario: s, Question: SeekQuestion{Figure: capacityOfLine, Metric: "much"}}).Name())
	require.Equal(t, "line-seek+"+capacityOfLine+"+queue_mt_2030=0.5-at-most", (&Seek{Scenario: s, Question: SeekQuestion{Figure: capacityOfLine, Metric: "queue_mt_2030", At: pointer(0.5), AtMost: true}}).Name())
}
