package hindcast

import (
	"context"
	"fmt"

	"corridor/sim/calibration"
	"corridor/sim/random"
	"corridor/sim/sheet"
	"corridor/sim/tables"
)

// Uncertain is a number that is not known, as a scenario says what is believed of it.
type Uncertain struct {
	Name, Title, Path string
	Prior             random.Distribution
}

// Calibrator is a calibration to make.
type Calibrator struct {
	Name string // the scenario column of its tables
	Setup
	History    *History
	Parameters []Uncertain // calibrated, in the order of Setup.Calibration.Of
	Others     []Uncertain // not known either, and not calibrated: they spread what is predicted
	// View returns the corridor as a kind knows it at the end of an origin year, with setters for
	// Parameters and then Others.
	View func(kind Kind, origin int) (*View, error)

	Matching calibration.Matching
	Sampling calibration.Sampling
	Seed     uint64
	Workers  int
	Journal  sheet.Journal                         // nil to keep nothing
	Progress func(fit, stage string, done, of int) // nil for none
}

// Fit is what is believed of the parameters once some years are known.
type Fit struct {
	Years     []int // whose observations were known; none for the prior
	Targets   int   // observations it was calibrated on
	Waves     []calibration.Wave
	Posterior *calibration.Posterior // nil for the prior
	Learnt    []calibration.Learnt
	Rows      [][]float64 // the sample: joint values of the parameters, all equally likely
}

// Name says which years a fit knows.
func (f *Fit) Name() string {
	switch n := len(f.Years); n {
	case 0:
		return tables.NoYears
	case 1:
		return fmt.Sprint(f.Years[0])
	default:
		return fmt.Sprintf("%d–%d", f.Years[0], f.Years[n-1])
	}
}

// Calibrated is what a calibration comes to.
type Calibrated struct {
	Fits                                          []Fit                 // the prior, then one for each year that is known more
	Priors                                        []random.Distribution // of the parameters
	Predicted                                     []Predicted
	Parameters, Sample, Predictive, Stages, Skill *tables.Table
}

// Latest is the fit that knows all years: the one for use.
func (c *Calibrated) Latest() *Fit { return &c.Fits[len(c.Fits)-1] }

// Chunks returns how many chunks a journal of the calibration has at most.
func (c *Calibrator) Chunks() uint64 {
	waves := uint64(c.Matching.Waves) * sheet.Chunks(c.Matching.Points)
	generations := uint64(c.Sampling.Generations) * sheet.Chunks(c.Sampling.Points)
	return uint64(len(c.TestYears())) * (waves + generations)
}

// Run calibrates the parameters on the years known, one more for each fit, so that each forecast is
// made by a fit that knew no more than its origin, and the last fit knows all. When the context
// ends first, the error is its.
func (c *Calibrator) Run(ctx context.Context) (*Calibrated, error) {
	out := &Calibrated{
		Parameters: tables.New(tables.Parameters), Sample: tables.New(tables.Sample),
		Predictive: tables.New(tables.Predictive), Stages: tables.New(tables.Stages),
	}
	for i := range c.Parameters {
		out.Priors = append(out.Priors, c.Parameters[i].Prior)
	}
	prior, err := c.prior()
	if err != nil {
		return nil, err
	}
	out.Fits = append(out.Fits, *prior)
	years := c.TestYears()
	chunk := uint64(0)
	for n := range years {
		fit, err := c.fit(ctx, years[:n+1], chunk)
		if err != nil {
			return nil, err
		}
		out.Fits = append(out.Fits, *fit)
		chunk += c.Chunks() / uint64(len(years))
	}
	for i := range out.Fits {
		if err := c.tell(out, &out.Fits[i]); err != nil {
			return nil, err
		}
	}
	if err := c.predict(ctx, out); err != nil {
		return nil, err
	}
	out.Skill = c.History.Skill(c.Name, out.Predicted)
	return out, nil
}

// prior returns the fit that knows nothing: a sample of the priors.
func (c *Calibrator) prior() (*Fit, error) {
	priors := &calibration.Problem{Parameters: c.priors()}
	names := make([]string, len(c.Parameters))
	for i := range c.Parameters {
		names[i] = c.Parameters[i].Name
	}
	design, err := random.NewDesign(random.Sobol, c.Seed, uint64(c.Sampling.Keep), 1, names)
	if err != nil {
		return nil, err
	}
	f := &Fit{}
	u := make([]float64, len(names))
	for i := range c.Sampling.Keep {
		design.Point(uint64(i), u)
		f.add(priors, u)
	}
	return f, nil
}

// priors are the parameters as a calibration has them.
func (c *Calibrator) priors() (list []calibration.Parameter) {
	for _, q := range c.Parameters {
		list = append(list, calibration.Parameter{Name: q.Name, Prior: q.Prior})
	}
	return list
}

// add adds a row to the sample: the parameters at a point of the unit cube of their priors.
func (f *Fit) add(of *calibration.Problem, u []float64) {
	row := make([]float64, len(u))
	of.Values(u, row)
	f.Rows = append(f.Rows, row)
}

func (c *Calibrator) fit(ctx context.Context, years []int, chunk uint64) (*Fit, error) {
	f := &Fit{Years: years}
	problem, err := c.Problem(years)
	if err != nil {
		return nil, err
	}
	problem.Chunk, f.Targets = chunk, len(problem.Targets)
	if c.Progress != nil {
		problem.Progress = func(stage string, done, of int) { c.Progress(f.Name(), stage, done, of) }
	}
	if f.Waves, err = problem.Match(ctx, c.Matching); err != nil {
		return nil, err
	}
	if f.Posterior, err = problem.Posterior(ctx, &f.Waves[len(f.Waves)-1], c.Sampling); err != nil {
		return nil, err
	}
	if f.Learnt, err = problem.Learnt(f.Posterior); err != nil {
		return nil, err
	}
	for _, i := range f.Posterior.Kept {
		f.add(problem, f.Posterior.Points[i].U)
	}
	return f, nil
}

// Problem returns the calibration of the parameters on the observations of some years, each as it is
// said from the end of the year before.
func (c *Calibrator) Problem(years []int) (*calibration.Problem, error) {
	p := &calibration.Problem{Parameters: c.priors(), Workers: c.Workers, Seed: c.Seed, Journal: c.Journal}
	s := &said{}
	for _, year := range years {
		view, err := c.View(Informed, year-1)
		if err != nil {
			return nil, err
		}
		var observations []*Observation
		for _, r := range c.Calibration.Series {
			if o := c.History.longest(r.Series, year); r.Fitted && o != nil && view.measures(o) {
				observations = append(observations, o)
				p.Targets = append(p.Targets, r.target(o))
			}
		}
		s.views, s.observations = append(s.views, view.only(len(c.Parameters))), append(s.observations, observations)
	}
	p.New = func() (calibration.Simulator, error) { return s.simulator() }
	return p, nil
}

// target is an observation that parameters are calibrated on.
func (r *Reliance) target(o *Observation) calibration.Target {
	return calibration.Target{
		Name: o.Series.Name + " " + o.Period.String(), Observed: o.Series.logOf(o.Value), Error: r.Error, Discrepancy: r.Discrepancy,
	}
}

// said are the views of a calibration, with the observations each is to say.
type said struct {
	views        []*View
	observations [][]*Observation
}

func (s *said) simulator() (calibration.Simulator, error) {
	out := &simulator{}
	for i, v := range s.views {
		w, err := newViewer(v, s.observations[i])
		if err != nil {
			return nil, err
		}
		out.viewers, out.observations = append(out.viewers, w), append(out.observations, s.observations[i])
	}
	return out, nil
}

// simulator says the targets of a calibration.
type simulator struct {
	viewers      []*viewer
	observations [][]*Observation
}

// Simulate fills out with the logarithms of what the views come to.
func (s *simulator) Simulate(x, out []float64) error {
	for i, w := range s.viewers {
		mine := out[:len(s.observations[i])]
		out = out[len(mine):]
		w.view(x, mine)
		for j, o := range s.observations[i] {
			mine[j] = o.Series.logOf(mine[j])
		}
	}
	return nil
}

// tell writes what a fit comes to: its stages, sample and parameters.
func (c *Calibrator) tell(out *Calibrated, f *Fit) error {
	fit := f.Name()
	for i := range f.Waves {
		w := &f.Waves[i]
		out.Stages.Append(c.Name, fit, fmt.Sprintf("wave %d", i+1), len(w.Points), len(w.Kept), w.Left(), nil, nil)
	}
	for row, x := range f.Rows {
		for d := range x {
			out.Sample.Append(c.Name, fit, row+1, c.Parameters[d].Name, x[d])
		}
	}
	if f.Posterior == nil {
		return nil
	}
	for i, g := range f.Posterior.Generations {
		out.Stages.Append(c.Name, fit, fmt.Sprintf("generation %d", i), g.Points, nil, nil, g.Tolerance, g.Effective)
	}
	for d := range f.Learnt {
		l, q := &f.Learnt[d], &c.Parameters[d]
		out.Parameters.Append(c.Name, fit, q.Name, q.Title, q.Path, q.Prior.Quantile(0.05), q.Prior.Quantile(0.5), q.Prior.Quantile(0.95),
			l.Low, l.Middle, l.High, l.Narrower, l.Moved, l.Identified(), l.AtBound)
	}
	return nil
}
