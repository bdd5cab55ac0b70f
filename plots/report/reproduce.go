package report

// reproduction says how a run is made again, and what it must give.
type reproduction struct {
	Label            string
	Command          string
	Program, Version string
	Commit           string
	Seed             string // empty for none
	Draws            string
	Scenarios        []Scenario
	Unlisted         int // scenarios whose hashes stand in the manifest alone
	Outputs          []outputRow
	Open             bool
}

type outputRow struct{ Path, Bytes, SHA256 string }

// mostScenarios is how many scenario hashes of a run are listed; a hindcast or a
// matrix runs dozens.
const mostScenarios = 12

func reproductionsOf(subjects []*subject) []reproduction {
	var out []reproduction
	for i, s := range subjects {
		m := s.Manifest
		r := reproduction{
			Label: s.Label, Command: m.Command, Program: m.Program, Version: m.Version, Commit: m.Commit,
			Scenarios: m.Scenarios, Open: i == 0,
		}
		if m.Seed != nil {
			r.Seed = plain(float64(*m.Seed))
			r.Draws = integer(int(m.Draws))
		}
		if len(r.Scenarios) > mostScenarios {
			r.Unlisted = len(r.Scenarios) - mostScenarios
			r.Scenarios = r.Scenarios[:mostScenarios]
		}
		for _, o := range m.Outputs {
			r.Outputs = append(r.Outputs, outputRow{o.Path, integer(o.Bytes), o.SHA256})
		}
		out = append(out, r)
	}
	return out
}
