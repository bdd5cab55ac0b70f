package runs

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"corridor/scenarios"
	"corridor/sim/tables"
)

// refuseOthers returns an error where a directory that nobody named holds the results
// of another question: of a file of the same name, another condition, objective or metric,
// another seed or design, or of more draws than are asked for. The same question, and a file that was edited, write over
// what is there.
func refuseOthers(dir string, asked *Manifest) error {
	there, err := ReadManifest(dir)
	if err != nil {
		return nil // whatever is there is looked at by those who write
	}
	held := ""
	switch {
	case there.Command != asked.Command:
		held = "the results of corridor " + there.Command
	case !sameCells(there, asked) && !slices.Equal(there.questions(), asked.questions()):
		held = "the results of corridor " + there.Command + " " + strings.Join(there.Words(), " ") + ", something else of the same name"
	case there.draws() != asked.draws():
		held = "draws of " + there.draws()
	case there.question() != asked.question():
		held = "the answer to another question"
		if there.Where != "" {
			held += ", " + there.Where
		}
	case sameCells(there, asked) && there.Draws > asked.Draws:
		held = "more of the same, " + tables.Counted(there.Draws, "draw")
	case sameCells(there, asked) && there.Keep && !asked.Keep:
		held = "the same with every draw kept"
	default:
		return nil
	}
	return misusedf("%s holds %s: give --out to keep both, or remove it", dir, held)
}

// sameCells reports whether two manifests are of the same effective scenarios.
func sameCells(a, b *Manifest) bool {
	return slices.EqualFunc(a.Cells, b.Cells, func(x, y Cell) bool { return x.SHA256 == y.SHA256 })
}

// question is what an analysis asks of its scenarios, but for how well it is answered. What seek
// asks is in the name of its directory.
func (m *Manifest) question() string {
	q, err := json.Marshal([]any{m.Method, m.Metrics, m.Where, m.Wanted, m.Plan, m.Of})
	if err != nil {
		panic(err) // it was read from JSON, or comes to it
	}
	return string(q)
}

// draws says how the draws of a manifest were made, "" where nothing was drawn.
func (m *Manifest) draws() string {
	if m.Seed == nil {
		return ""
	}
	if m.Replicates > 0 {
		return fmt.Sprintf("seed %d, %s in %d replicates", *m.Seed, m.Design, m.Replicates)
	}
	return fmt.Sprintf("seed %d, %s", *m.Seed, m.Design)
}

// questions are the scenarios asked for, each with all that was put on top, written
// alike however it was given.
func (m *Manifest) questions() []string {
	words := slices.Clone(m.scenarios())
	for i, word := range words {
		if r, err := scenarios.ParseRequest(word); err == nil {
			words[i] = r.And(m.Request.With, m.Request.Set).String()
		}
	}
	return words
}
