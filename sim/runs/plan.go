package runs

import (
	"context"

	"corridor/sim/tables"
)

// Plan is a kind of run with all that makes its results what they are. When it has been
// done it holds what came out, for whoever prints or goes on with it.
type Plan interface {
	// Name names the results, which go to out/NAME unless another directory is given.
	Name() string

	// check makes ready to do it, and returns an error for a question that cannot be put.
	check() error
	// asks enters the question into a manifest.
	asks(m *Manifest)
	// do simulates it. What means say changes nothing of what comes out.
	do(ctx context.Context, by *means) (*results, error)
}

// results are what a plan comes to, before charts are drawn of it.
type results struct {
	described *tables.Package   // nil for none
	large     map[string]string // files too large to hold, by their path in the run directory
	enter     func(m *Manifest) // adds what is known only now to the manifest; nil for nothing
}

// The kinds of run, by the name that manifests have for them.
const (
	kindSingle      = "run"
	kindEnsemble    = "ensemble"
	kindPart        = "shard"
	kindComparison  = "compare"
	kindMatrix      = "matrix"
	kindHindcast    = "hindcast"
	kindCalibrated  = "calibrate"
	kindPlan        = "plan"
	kindEvidence    = "evidence"
	kindAppraisal   = "appraise"
	kindSensitivity = "sensitivity"
	kindSeek        = "seek"
	kindDiscovery   = "discover"
)

// kinds say of each kind of run what its manifest must have, and which plan it is of.
var kinds = map[string]struct {
	fits func(m *Manifest) bool
	plan func(m *Manifest) (Plan, error)
}{
	kindSingle: {
		func(m *Manifest) bool {
			return len(m.Cells) == 1 && (m.Draw == nil || m.sampled() && *m.Draw < m.Draws)
		},
		func(m *Manifest) (Plan, error) {
			s, err := m.Cells[0].Parse()
			return &Single{Scenario: s, Sampling: m.sampling(), Draw: m.Draw}, err
		},
	},
	kindEnsemble: {
		func(m *Manifest) bool { return len(m.Cells) == 1 && m.sampled() },
		func(m *Manifest) (Plan, error) {
			s, err := m.Cells[0].Parse()
			return &Ensemble{Scenario: s, Sampling: m.sampling(), Keep: m.Keep, Precision: m.Precision}, err
		},
	},
	kindPart: {
		func(m *Manifest) bool {
			return len(m.Cells) == 1 && m.sampled() && m.Shard >= 1 && m.Shard <= m.Shards
		},
		func(m *Manifest) (Plan, error) {
			s, err := m.Cells[0].Parse()
			return &Part{Ensemble: Ensemble{Scenario: s, Sampling: m.sampling(), Keep: m.Keep, Precision: m.Precision}, Shard: m.Shard, Shards: m.Shards}, err
		},
	},
	kindComparison: {
		func(m *Manifest) bool { return len(m.Cells) > 1 && (m.sampled() || m.Draws == 1) },
		func(m *Manifest) (Plan, error) {
			p := &Comparison{Cells: m.Cells, Sampling: m.sampling()}
			for _, cell := range m.Cells {
				s, err := cell.Parse()
				if err != nil {
					return nil, err
				}
				p.Scenarios = append(p.Scenarios, s)
			}
			return p, nil
		},
	},
	kindMatrix: {
		func(m *Manifest) bool { return len(m.Cells) > 0 },
		func(m *Manifest) (Plan, error) { return &Matrix{Scenario: m.Scenario, Cells: m.Cells}, nil },
	},
	kindHindcast: {
		func(m *Manifest) bool { return len(m.Cells) > 0 },
		func(m *Manifest) (Plan, error) { return &Hindcast{Cells: m.Cells}, nil },
	},
	kindCalibrated: {
		func(m *Manifest) bool { return len(m.Cells) == 1 && m.sampled() && m.Points > 0 },
		func(m *Manifest) (Plan, error) {
			s, err := m.Cells[0].Parse()
			return &Calibration{Scenario: s, Seed: *m.Seed, Points: m.Points, Rows: m.Draws}, err
		},
	},
	kindEvidence: {
		func(m *Manifest) bool { return len(m.Cells) == 1 && m.sampled() },
		func(m *Manifest) (Plan, error) {
			s, err := m.Cells[0].Parse()
			return &Evidence{Scenario: s, Sampling: m.sampling(), Years: m.Years}, err
		},
	},
	kindDiscovery: {
		func(m *Manifest) bool { return len(m.Cells) == 1 && m.sampled() && m.Wanted != nil },
		func(m *Manifest) (Plan, error) {
			s, err := m.Cells[0].Parse()
			return &Discovery{Scenario: s, Sampling: m.sampling(), Where: m.Where, Wanted: *m.Wanted}, err
		},
	},
	kindAppraisal: {
		func(m *Manifest) bool { return len(m.Cells) == 1 && m.sampled() },
		func(m *Manifest) (Plan, error) {
			s, err := m.Cells[0].Parse()
			return &Appraisal{Scenario: s, Draws: m.Draws, Seed: *m.Seed, Orders: m.Orders, Years: m.Years, Of: m.Of}, err
		},
	},
	kindSensitivity: {
		func(m *Manifest) bool { return len(m.Cells) == 1 && m.sampled() && m.Method != "" },
		func(m *Manifest) (Plan, error) {
			s, err := m.Cells[0].Parse()
			return &Sensitivity{Scenario: s, Sampling: m.sampling(), Method: m.Method, Metrics: m.Metrics, Groups: m.Of, OfKept: m.Keep}, err
		},
	},
	kindSeek: {
		func(m *Manifest) bool { return len(m.Cells) == 1 && m.Seed != nil && m.Seek != nil },
		func(m *Manifest) (Plan, error) {
			s, err := m.Cells[0].Parse()
			return &Seek{Scenario: s, Question: *m.Seek, Draws: m.Draws, Seed: *m.Seed}, err
		},
	},
	kindPlan: {
		func(m *Manifest) bool { return len(m.Cells) > 0 && m.sampled() && m.Plan != nil },
		func(m *Manifest) (Plan, error) {
			p := &Portfolio{Question: *m.Plan, Draws: m.Draws, Seed: *m.Seed}
			for i, cell := range m.Cells {
				s, err := cell.Parse()
				switch {
				case err != nil:
					return nil, err
				case i == 0:
					p.Scenario = s
				default:
					p.Against = append(p.Against, s)
				}
			}
			return p, nil
		},
	},
}

// plan returns the plan that a manifest is of.
func (m *Manifest) plan() (Plan, error) {
	p, err := kinds[m.Command].plan(m)
	if err != nil {
		return nil, err
	}
	return p, p.check()
}
