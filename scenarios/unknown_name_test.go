package scenarios

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestUnknownNames: what the library does not have is told with what may be meant.
func TestUnknownNames(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.MkdirAll("sub", 0o700))
	for file, content := range map[string]string{
		"late.yaml":       "scenario: late\nextends: stated\n",
		"sub/over.yml":    "overlay: over\n",
		"sub/upon.yaml":   "scenario: upon\nextends: stated\nwith: [over]\n",
		"sub/demand.yaml": "scenario: demand\nextends: reference\nsegments: {tankers: {capacity: {2029: 6 Mt/yr}}}\n",
	} {
		require.NoError(t, os.WriteFile(file, []byte(content), 0o600))
	}
	for _, c := range []struct {
		asked Request
		want  string
	}{
		{Request{Scenario: "late"}, `late: there is no "late" in the library, did you mean the file late.yaml?`},
		{Request{Scenario: "stated", With: []string{"late"}}, `--with late: there is no "late" in the library, did you mean the file late.yaml?`},
		{Request{Scenario: "sub/upon.yaml"}, `3:8: there is no "over" in the library, did you mean the file over.yml?`},
		{Request{Scenario: "sub"}, `sub: there is no "sub" in the library; that is a directory, expected the name of a scenario or a .yaml file`},
		{Request{Scenario: "stated", With: []string{"growth"}}, `there is no "growth" in the library; of that group: growth/ebrd, growth/high, growth/low, growth/none, growth/stated, growth/worldbank`},
		{Request{Scenario: "stated", With: []string{"late.yaml"}}, `late.yaml is not an overlay: it has no key overlay; it is a scenario: give it by itself, or begin it with overlay in the place of scenario and extends`},
		{Request{Scenario: "stated", With: []string{"teaching"}}, `teaching is not an overlay: it has no key overlay; it is a scenario, to be given by itself`},
		{Request{Scenario: "sub/demand.yaml"}, `unknown key "2029" in capacity; values by year stand in fixed_mt_per_year: {2029: …}`},
	} {
		_, err := Load(c.asked)
		require.ErrorContains(t, err, c.want)
	}
}
