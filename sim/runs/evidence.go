package runs

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strconv"
	"strings"

	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/evidence"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// Evidence is what the headline figures of a scenario rest on, and how they could be otherwise.
type Evidence struct {
	Scenario *scenarios.Scenario
	Sampling Sampling
	Years    []int // whose metrics are headline figures beside the targets; none for those that summaries show

	futures *ensemble.Ensemble // when it has been checked

	Answer *evidence.Answer // when it has been done
}

// Name is that of the scenario's evidence.
func (p *Evidence) Name() string { return p.Scenario.Name + "-evidence" }

func (p *Evidence) check() (err error) {
	run := p.Scenario.Run()
	if err := simulated(&run, p.Years); err != nil {
		return err
	}
	p.futures, err = p.Sampling.futures(p.Scenario, false)
	if n := leastDraws(p.Scenario); err == nil && p.Sampling.Draws < n {
		return invalidf("%s too few to tell apart what %s draws, expected at least %d", tables.Counted(p.Sampling.Draws, "draw is", "draws are"), p.Scenario.Name, n)
	}
	return err
}

// leastDraws is how many draws a regression on all that is uncertain needs: twice as many.
func leastDraws(s *scenarios.Scenario) uint64 { return max(10, 2*uint64(len(s.Uncertainties))) }

func (p *Evidence) asks(m *Manifest) {
	m.Command, m.Scenario, m.Cells = kindEvidence, p.Scenario.Name, []Cell{NewCell(p.Scenario, p.Scenario.Name)}
	m.Years = p.Years
	p.Sampling.enter(m)
}

func (p *Evidence) do(ctx context.Context, by *means) (*results, error) {
	run := p.Scenario.Run()
	years := p.Years
	if len(years) == 0 {
		years = evidence.Years(&run)
	}
	p.futures.Workers = by.workers
	q := &evidence.Question{
		Run: run, Futures: p.futures, Headlines: evidence.Headlines(&run, years), Watched: watchedYears(p.Scenario), Came: cameAbout(p.Scenario),
		Priors: map[string]random.Distribution{}, Errors: map[string]evidence.Errors{},
	}
	if posterior := p.Scenario.Posterior; posterior != nil {
		for i := range posterior.Priors {
			q.Priors[posterior.Priors[i].Name] = posterior.Priors[i].Distribution
		}
	}
	if h := p.Scenario.Hindcast; h != nil && h.Calibration != nil {
		for _, s := range h.Calibration.Series {
			q.Errors[s.Series.Name] = evidence.Errors{Observation: s.Error, Discrepancy: s.Discrepancy}
		}
	}
	var err error
	if p.Answer, err = q.Answer(ctx); err != nil {
		return nil, err
	}
	described := Describe(p.Scenario, []*tables.Table{p.Answer.Headlines, p.Answer.Evidence, p.Answer.Observations})
	described.Seed = &p.Sampling.Seed
	return &results{described: described}, nil
}

// watchedYears are the two years simulated that come after all that was observed.
func watchedYears(s *scenarios.Scenario) []int {
	start, n := s.Corridor.Years()
	first := start
	for _, o := range observed().Observations {
		first = max(first, o.To.Year()+1)
	}
	var years []int
	for year := first; year < min(first+2, start+n); year++ {
		years = append(years, year)
	}
	return years
}

// cameAbout says how the figures of a scenario came about. One that the language fills in is
// assumed.
func cameAbout(s *scenarios.Scenario) func(u *ensemble.Uncertainty) evidence.Came {
	figures := s.Figures()
	at := map[string]*scenarios.Figure{}
	ranges := map[string]string{} // by name of the uncertainty: its weakest number
	weakest := []string{tables.Assumed, tables.Derived, tables.Published}
	for i := range figures {
		f := &figures[i]
		at[f.Path] = f
		section, rest, _ := strings.Cut(f.Path, ".")
		if name, _, ok := strings.Cut(rest, "."); ok && section == "uncertainties" {
			if have := ranges[name]; have == "" || slices.Index(weakest, f.Kind()) < slices.Index(weakest, have) {
				ranges[name] = f.Kind()
			}
		}
	}
	return func(u *ensemble.Uncertainty) evidence.Came {
		came := evidence.Came{Value: math.NaN(), Status: tables.Assumed, Range: cmp.Or(ranges[u.Name], tables.Assumed)}
		if f := at[u.Path]; f != nil {
			came.Status, came.Works = f.Kind(), f.Works()
			if v, err := strconv.ParseFloat(f.Value, 64); err == nil {
				came.Value = v
			}
		}
		return came
	}
}
