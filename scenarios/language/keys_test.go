package language

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/scenarios/text"
)

// A scenario with every key of the language has every key.
func TestEveryKey(t *testing.T) {
	used := map[*spec]bool{}
	markUsed(everything(t), schema, used)
	var unused func(s *spec, path string)
	unused = func(s *spec, path string) {
		for _, f := range s.fields {
			if at := join(path, f.name); !used[f.spec] && at != "overlay" && at != "for" && at != "extends" && at != "with" && at != recalibrate {
				t.Errorf("%s is not in the file", at)
			}
			unused(f.spec, join(path, f.name))
		}
		for _, inner := range append(s.forms, s.item) {
			if inner != nil {
				unused(inner, path)
			}
		}
	}
	unused(schema, "")
}

func markUsed(t *text.Tree, s *spec, used map[*spec]bool) {
	if t == nil || s == nil {
		return
	}
	used[s] = true
	s = s.resolve(t)
	used[s] = true
	for _, e := range t.Entries {
		markUsed(e.Tree, s.child(e.Key), used)
	}
	for _, item := range t.Items {
		markUsed(item, s.item, used)
	}
}

// everything is the scenario with every key of the language.
func everything(t *testing.T) *text.Tree {
	t.Helper()
	const name = "../../testdata/good/everything.yaml"
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var report text.Report
	root := text.Parse(&text.File{Name: name, Text: string(content)}, text.Contents{}, &report)
	if err := report.Err(); err != nil {
		t.Fatal(err)
	}
	return root
}

// TestProjectKinds: the model has a service life for each kind of works.
func TestProjectKinds(t *testing.T) {
	require.Len(t, projectKinds, model.ProjectKinds)
}
