package scenarios

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios/text"
)

func TestRequestsInOneWord(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, file := range []string{"a+b.yaml", "x=y.yaml"} {
		require.NoError(t, os.WriteFile(file, nil, 0o644))
	}
	for word, want := range map[string]Request{
		"reference":             {Scenario: "reference"},
		"my.yaml":               {Scenario: "my.yaml"},
		"a+b.yaml":              {Scenario: "a+b.yaml"},
		"c+d.yaml":              {Scenario: "c", With: []string{"d.yaml"}},
		"reference+growth/high": {Scenario: "reference", With: []string{"growth/high"}},
		"dir/my.yaml+growth/high+o.yaml+set(a.b=1)":   {Scenario: "dir/my.yaml", With: []string{"growth/high", "o.yaml"}, Set: []string{"a.b=1"}},
		"reference+set(a=1; b=2)+shock/none+set(c=3)": {Scenario: "reference", With: []string{"shock/none"}, Set: []string{"a=1", "b=2", "c=3"}},
		"reference+set(title=Faster (10 % + more))":   {Scenario: "reference", Set: []string{"title=Faster (10 % + more)"}},
		"cheap ferry=reference+set(a=1)":              {Name: "cheap ferry", Scenario: "reference", Set: []string{"a=1"}},
		"Дешёвый паром = reference+growth/high":       {Name: "Дешёвый паром", Scenario: "reference", With: []string{"growth/high"}},
		"mine=my.yaml":  {Name: "mine", Scenario: "my.yaml"},
		"mine=a+b.yaml": {Name: "mine", Scenario: "a+b.yaml"},
		"mine=c+d.yaml": {Name: "mine", Scenario: "c", With: []string{"d.yaml"}},
		"x=y.yaml":      {Scenario: "x=y.yaml"},
	} {
		r, err := ParseRequest(word)
		require.NoError(t, err, word)
		require.Equal(t, want, Request{r.Name, r.Scenario, r.With, r.Set, text.Position{}, nil, nil, nil}, word)
	}
	for word, want := range map[string]string{
		"":                                     `scenario:1:1: the name of a scenario is missing here`,
		"+growth/high":                         `scenario:1:1: the name of a scenario is missing here`,
		"reference+":                           `scenario:1:11: the name of an overlay is missing here`,
		"reference++growth/low":                `scenario:1:11: the name of an overlay is missing here`,
		"reference+set(a=1":                    `scenario:1:14: this parenthesis is not closed, expected )`,
		"reference+set(a=(1)":                  `scenario:1:14: this parenthesis is not closed, expected )`,
		"reference+set()":                      `scenario:1:15: expected path=value, such as segments.corridor.effectiveness=0.8`,
		"reference+set(a=1;;)":                 "scenario:1:19: expected path=value, such as segments.corridor.effectiveness=0.8\nscenario:1:20: expected path=value, such as segments.corridor.effectiveness=0.8",
		"reference+set(a=1)b":                  `scenario:1:19: expected + or the end after set( )`,
		"set(a=1)":                             `scenario:1:1: expected the name of a scenario before set( )`,
		"reference+a.b=1":                      `scenario:1:11: a.b=1 is no name of an overlay; a value is set by set(a.b=1)`,
		"reference+Set(a=1)":                   `scenario:1:14: '(' stands in no name of an overlay; values are set by set(path=value)`,
		"reference+growth)":                    `scenario:1:17: ')' stands in no name of an overlay; values are set by set(path=value)`,
		"mine=":                                `scenario:1:6: the name of a scenario is missing here`,
		"mine=reference+":                      `scenario:1:16: the name of an overlay is missing here`,
		"a=b=reference":                        `scenario:1:3: b=reference is no name of a scenario; a value is set by set(b=reference)`,
		"a.b=1":                                `scenario:1:1: a.b=1 is no name of a scenario; a value is set by set(a.b=1)`,
		"=reference":                           `scenario:1:1: =reference is no name of a scenario; a value is set by set(=reference)`,
		"Sea first=reference":                  `scenario:1:1: sea-first is a scenario of the library, expected a name of your own before =`,
		strings.Repeat("x", 61) + "=reference": `scenario:1:1: ` + strings.Repeat("x", 60) + `… is too long a name, expected at most 60 letters`,
		"réf+\x01":                             `scenario:1:5: a text cannot have the control character U+0001`,
	} {
		_, err := ParseRequest(word)
		require.EqualError(t, err, want, word)
	}
}

// TestNamedRequests are called by the name given to them, wherever a name is shown.
func TestNamedRequests(t *testing.T) {
	const word = "Cheap ferry=teaching+set(segments.ships.cost_usd_per_t=20)"
	r, err := ParseRequest(word)
	require.NoError(t, err)
	require.Equal(t, word, r.String())
	s, err := Load(r.And(nil, []string{"title=Two cargoes"}))
	require.NoError(t, err)
	require.Equal(t, "cheap-ferry", s.Name)
	require.Equal(t, "Two cargoes (Cheap ferry)", s.Heading())
	_, err = Load(Request{Name: "mine", Scenario: "nowhere"})
	require.ErrorContains(t, err, `nowhere: there is no "nowhere"`)
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
