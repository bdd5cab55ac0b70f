package scenarios

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios/text"
)

func TestRequestsInOneWord(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("a+b.yaml", nil, 0o644))
	for word, want := range map[string]Request{
		"reference":             {Scenario: "reference"},
		"my.yaml":               {Scenario: "my.yaml"},
		"a+b.yaml":              {Scenario: "a+b.yaml"},
		"c+d.yaml":              {Scenario: "c", With: []string{"d.yaml"}},
		"reference+growth/high": {Scenario: "reference", With: []string{"growth/high"}},
		"dir/my.yaml+growth/high+o.yaml+set(a.b=1)":   {Scenario: "dir/my.yaml", With: []string{"growth/high", "o.yaml"}, Set: []string{"a.b=1"}},
		"reference+set(a=1; b=2)+shock/none+set(c=3)": {Scenario: "reference", With: []string{"shock/none"}, Set: []string{"a=1", "b=2", "c=3"}},
		"reference+set(title=Faster (10 % + more))":   {Scenario: "reference", Set: []string{"title=Faster (10 % + more)"}},
	} {
		r, err := ParseRequest(word)
		require.NoError(t, err, word)
		require.Equal(t, want, Request{r.Scenario, r.With, r.Set, text.Position{}, nil, nil, nil}, word)
	}
	for word, want := range map[string]string{
		"":                      `scenario:1:1: the name of a scenario is missing here`,
		"+growth/high":          `scenario:1:1: the name of a scenario is missing here`,
		"reference+":            `scenario:1:11: the name of an overlay is missing here`,
		"reference++growth/low": `scenario:1:11: the name of an overlay is missing here`,
		"reference+set(a=1":     `scenario:1:14: this parenthesis is not closed, expected )`,
		"reference+set(a=(1)":   `scenario:1:14: this parenthesis is not closed, expected )`,
		"reference+set()":       `scenario:1:15: expected path=value, such as segments.corridor.effectiveness=0.8`,
		"reference+set(a=1;;)":  "scenario:1:19: expected path=value, such as segments.corridor.effectiveness=0.8\nscenario:1:20: expected path=value, such as segments.corridor.effectiveness=0.8",
		"reference+set(a=1)b":   `scenario:1:19: expected + or the end after set( )`,
		"set(a=1)":              `scenario:1:1: expected the name of a scenario before set( )`,
		"reference+a.b=1":       `scenario:1:11: a.b=1 is no name of an overlay; a value is set by set(a.b=1)`,
		"reference+Set(a=1)":    `scenario:1:14: '(' stands in no name of an overlay; values are set by set(path=value)`,
		"reference+growth)":     `scenario:1:17: ')' stands in no name of an overlay; values are set by set(path=value)`,
		"réf+\x01":              `scenario:1:5: a text cannot have the control character U+0001`,
	} {
		_, err := ParseRequest(word)
		require.EqualError(t, err, want, word)
	}
}

// TestMistakesInVariants says where in the word a mistake is.
func TestMistakesInVariants(t *testing.T) {
	for word, want := range map[string]string{
		"sttaed":             `sttaed: there is no "sttaed" in the library, did you mean "stated"?`,
		"sttaed+growth/high": `scenario:1:1: there is no "sttaed" in the library, did you mean "stated"?`,
		"stated+growth/hgih": `scenario:1:8: there is no "growth/hgih" in the library, did you mean "growth/high"?`,
		"stated+set(title=a;segments.coridor.effectiveness=1)": `scenario:1:29: unknown name "coridor" in segments.coridor.effectiveness, did you mean "corridor"?`,
		"stated+set(segments.corridor.effectiveness=-1)":       `scenario:1:44: effectiveness is -1, expected a number from 0 to 2`,
		"stated+set(segments.corridor)":                        `scenario:1:12: expected path=value, such as segments.corridor.effectiveness=0.8`,
	} {
		r, err := ParseRequest(word)
		require.NoError(t, err, word)
		_, err = Load(r)
		require.EqualError(t, err, want, word)
	}
	r, err := ParseRequest("stated+growth/high+set(title=Mine)")
	require.NoError(t, err)
	_, err = Load(r.And([]string{"growth/hgih"}, []string{"titel=x"}))
	require.ErrorContains(t, err, `--with growth/hgih: there is no "growth/hgih"`)
	require.ErrorContains(t, err, `--set:1:1: unknown name "titel"`)
}
