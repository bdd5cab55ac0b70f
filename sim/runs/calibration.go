package runs

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"corridor/model"
	"corridor/scenarios"
	"corridor/sim/calibration"
	"corridor/sim/hindcast"
	"corridor/sim/random"
	"corridor/sim/sheet"
	"corridor/sim/swings"
	"corridor/sim/tables"
	"corridor/testdata"
)

// Calibration is a scenario whose uncertain numbers are calibrated on what was observed.
type Calibration struct {
	Scenario *scenarios.Scenario
	Seed     uint64
	Points   uint64 // of each wave of history matching
	Rows     uint64 // of the sample that is kept

	Calibrated *hindcast.Calibrated // when it has been done
}

// A calibration has so many points and rows: few tell nothing, and rows are those of an overlay, which
// stays short.
const (
	LeastPoints, MostPoints = 64, 1 << 20
	LeastRows, MostRows     = 8, 1000
)

// UsualPoints and UsualRows are those of a calibration that says nothing else.
var UsualPoints, UsualRows = uint64(calibration.UsualMatching.Points), uint64(calibration.UsualSampling.Keep)

// PosteriorFile is the overlay with the posterior in the directory of a calibration.
const PosteriorFile = "posterior.yaml"

// posteriorName is the name of the overlay, as the library has it.
const posteriorName = "calibration/posterior"

// Name is that of the scenario's calibration.
func (p *Calibration) Name() string { return p.Scenario.Name + "-calibration" }

func (p *Calibration) check() error {
	s := p.Scenario
	switch {
	case s.Hindcast == nil || s.Hindcast.Calibration == nil:
		return misusedf("%s does not say what is calibrated: it has no calibration in a hindcast section", s.Name)
	case len(s.Hindcast.Calibration.Of) == 0:
		return misusedf("every number that %s would calibrate is certain", s.Name)
	case !slices.ContainsFunc(s.Hindcast.Calibration.Series, func(r hindcast.Reliance) bool { return r.Fitted }):
		return misusedf("%s calibrates on no series", s.Name)
	}
	for i := range s.Uncertainties {
		if name := s.Uncertainties[i].Name; s.Copula != nil && s.Copula.Correlated(i) && slices.Contains(s.Hindcast.Calibration.Of, name) {
			return misusedf("%s is calibrated and goes together with other uncertainties: what is calibrated must be independent before anything is observed; leave it out of correlations, or do not calibrate it", name)
		}
	}
	return sealed(s, observed())
}

func (p *Calibration) asks(m *Manifest) {
	m.Command, m.Scenario, m.Cells = kindCalibrated, p.Scenario.Name, []Cell{NewCell(p.Scenario, p.Scenario.Name)}
	m.Seed, m.Draws, m.Points, m.Design = &p.Seed, p.Rows, p.Points, random.Sobol
}

func (p *Calibration) do(ctx context.Context, by *means) (*results, error) {
	c, err := p.calibrator()
	if err != nil {
		return nil, err
	}
	c.Workers = by.workers
	journal, show, end, err := by.keep(task{
		scenario: p.Scenario, seed: p.Seed, question: fmt.Sprintf("calibration, %d points in a wave, %d rows", p.Points, p.Rows),
		rows: int(c.Chunks()) * sheet.ChunkRows, of: "points",
	})
	if err != nil {
		return nil, err
	}
	defer end()
	c.Journal = journal
	if show != nil {
		c.Progress = inStages(show)
	}
	if p.Calibrated, err = c.Run(ctx); err != nil {
		return nil, err
	}
	found := p.Calibrated
	out := &results{described: Describe(p.Scenario, []*tables.Table{found.Parameters, found.Sample, found.Predictive, found.Stages, found.Skill})}
	out.large, err = p.writeOverlay(by)
	return out, err
}

// writeOverlay writes the overlay to be moved among the results; none where nothing was learnt.
func (p *Calibration) writeOverlay(by *means) (map[string]string, error) {
	text, err := p.Overlay()
	if err != nil || text == "" {
		return nil, err
	}
	scratch, err := by.scratch()
	if err != nil {
		return nil, err
	}
	file := filepath.Join(scratch, PosteriorFile)
	return map[string]string{PosteriorFile: file}, os.WriteFile(file, []byte(text), 0o666)
}

// Overlay returns the overlay with the sample of the fit that knows all years, of the parameters that
// the observations identify; "" where they identify none, or sampling did not reach the posterior. The
// others keep their priors.
func (p *Calibration) Overlay() (string, error) {
	f := p.Calibrated.Latest()
	if !f.Posterior.Reached() {
		return "", nil
	}
	o := scenarios.PosteriorOverlay{
		Name:        posteriorName,
		Title:       "Parameters as the observations of " + f.Name() + " leave them",
		Question:    "What if the parameters are drawn as the observations of " + f.Name() + " leave them?",
		Description: "Of what corridor calibrate calibrates, the parameters that the observations identify, in joint draws; the others keep their priors.",
		Posterior: scenarios.Posterior{
			Title: "calibrated on " + f.Name(),
			Made: []scenarios.Made{
				{Name: "scenario", Is: hash([]byte(p.Scenario.Effective()))}, {Name: "history", Is: hash(testdata.Observed)},
				{Name: "seed", Is: fmt.Sprint(p.Seed)}, {Name: "points", Is: fmt.Sprint(p.Points)},
			},
		},
	}
	var columns []int
	for i := range f.Learnt {
		if f.Learnt[i].Identified() {
			columns, o.Of = append(columns, i), append(o.Of, f.Learnt[i].Name)
		}
	}
	if len(columns) == 0 {
		return "", nil
	}
	for _, row := range f.Rows {
		values := make([]float64, len(columns))
		for j, i := range columns {
			values[j] = row[i]
		}
		o.Rows = append(o.Rows, values)
	}
	return o.Text(p.Scenario)
}

// inStages adds up the points that are done in one stage after the other.
func inStages(show func(points int)) func(fit, stage string, done, of int) {
	before, ofStage, last := 0, 0, ""
	return func(fit, stage string, done, of int) {
		if at := fit + stage; at != last {
			before, last = before+ofStage, at
		}
		ofStage = of
		show(before + done)
	}
}

// calibrator describes the calibration of the scenario.
func (p *Calibration) calibrator() (*hindcast.Calibrator, error) {
	s := p.Scenario
	matching, sampling := calibration.UsualMatching, calibration.UsualSampling
	matching.Points = int(p.Points)
	sampling.Points = int(p.Rows) * (sampling.Points / sampling.Keep)
	sampling.Keep = int(p.Rows)
	c := &hindcast.Calibrator{
		Name: s.Name, Setup: *s.Hindcast, History: observed(), Matching: matching, Sampling: sampling, Seed: p.Seed,
	}
	for _, u := range swings.Figures(s.Uncertainties) { // how projects turn out says nothing of years that are over
		q := hindcast.Uncertain{Name: u.Name, Title: u.Title, Path: u.Path, Prior: u.Distribution}
		if slices.Contains(s.Hindcast.Calibration.Of, u.Name) {
			c.Parameters = append(c.Parameters, q)
		} else {
			c.Others = append(c.Others, q)
		}
	}
	past, err := inThePast(s)
	if err != nil {
		return nil, err
	}
	made := map[view]*hindcast.View{}
	c.View = func(kind hindcast.Kind, origin int) (*hindcast.View, error) {
		if v := made[view{kind, origin}]; v != nil {
			return v, nil
		}
		known, err := knownFrom(past, kind, origin)
		if err != nil {
			return nil, err
		}
		v := &hindcast.View{Kind: kind, Origin: origin, Run: known.Run()}
		for _, q := range slices.Concat(c.Parameters, c.Others) {
			v.Set = append(v.Set, setterIn(known, q.Path))
		}
		made[view{kind, origin}] = v
		return v, nil
	}
	return c, nil
}

// setterIn returns the setter of a number of a scenario, nil where the scenario does not have it.
func setterIn(s *scenarios.Scenario, path string) func(*model.Corridor, float64) {
	set, err := s.Setter(path)
	if err != nil {
		return nil
	}
	return set
}
