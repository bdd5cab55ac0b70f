package runs

import (
	"cmp"
	"fmt"
	"strings"

	"corridor/sim/random"
	"corridor/sim/shell"
)

// scenarios lists what was asked for, each with what is its own.
func (m *Manifest) scenarios() []string {
	if m.Command != kindComparison {
		return []string{m.Request.Scenario}
	}
	var names []string
	for _, c := range m.Cells {
		names = append(names, cmp.Or(c.Asked, c.Name))
	}
	return names
}

// Words are those of a command line that asks for the same scenarios.
func (m *Manifest) Words() []string {
	var words []string
	for _, scenario := range m.scenarios() {
		if strings.HasPrefix(scenario, "-") {
			scenario = "./" + scenario // which is no flag
		}
		words = append(words, shell.Quoted(scenario))
	}
	if len(m.Request.With) > 0 {
		words = append(words, "--with", shell.Quoted(joinList(m.Request.With)))
	}
	for _, set := range m.Request.Set {
		words = append(words, "--set", shell.Quoted(set))
	}
	return words
}

// CommandLine is the command that made a run.
func (m *Manifest) CommandLine() string {
	command := m.Command
	if command == kindPart {
		command = kindEnsemble
	}
	words := append([]string{program, command}, m.Words()...)
	if m.Seed != nil {
		words = append(words, fmt.Sprintf("--draws %d --seed %d", m.Draws, *m.Seed))
	}
	if m.Design != "" && m.Design != random.MonteCarlo {
		words = append(words, "--design", m.Design)
	}
	if m.Replicates > 0 && m.Replicates != random.Replicates {
		words = append(words, fmt.Sprintf("--replicates %d", m.Replicates))
	}
	if m.Where != "" {
		words = append(words, "--where", shell.Quoted(m.Where))
	}
	if w := m.Wanted; w != nil {
		for _, share := range []struct {
			flag string
			of   float64
		}{{"--density", w.Density}, {"--coverage", w.Coverage}} {
			if share.of > 0 {
				words = append(words, fmt.Sprintf("%s %v%%", share.flag, 100*share.of))
			}
		}
		words = append(words, fmt.Sprintf("--boxes %d --method %s", w.Boxes, w.Method))
	}
	if m.Draw != nil {
		words = append(words, fmt.Sprintf("--draw %d", *m.Draw))
	}
	if m.Keep {
		words = append(words, "--keep")
	}
	if m.Precision > 0 && m.Precision != UsualPrecision {
		words = append(words, fmt.Sprintf("--precision %.6g%%", 100*m.Precision))
	}
	if m.Shards > 0 {
		words = append(words, fmt.Sprintf("--shard %d/%d", m.Shard, m.Shards))
	}
	return strings.Join(words, " ")
}

// joinList writes a list for a flag: a text that has a comma stands in double quotes.
func joinList(parts []string) string {
	out := make([]string, len(parts))
	for i, part := range parts {
		if out[i] = part; strings.Contains(part, ",") {
			out[i] = `"` + part + `"`
		}
	}
	return strings.Join(out, ",")
}
