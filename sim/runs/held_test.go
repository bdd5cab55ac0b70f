package runs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
)

// A directory that nobody named keeps the results of another question.
func TestHeldResults(t *testing.T) {
	t.Chdir(t.TempDir())
	asked := func(word string) (Request, *scenarios.Scenario) {
		s, err := scenarios.Load(scenarios.Request{Scenario: word})
		require.NoError(t, err)
		return NewRequest([]string{word}, nil, nil), s
	}
	require.NoError(t, os.WriteFile("line.yaml", []byte(oneSegment), 0o600))
	require.NoError(t, os.Mkdir("other", 0o700))
	require.NoError(t, os.WriteFile("other/line.yaml", []byte(strings.Replace(oneSegment, "per_year: 12}", "per_year: 13}", 1)), 0o600))
	request, s := asked("line.yaml")
	elsewhere, other := asked("other/line.yaml")
	put := func(p Plan, asked Request, dir string) error {
		r, err := Open(p, asked, dir)
		if err != nil {
			return err
		}
		defer r.Close()
		return r.Do(t.Context(), &How{Workers: 1})
	}
	many := func(draws, seed uint64, keep bool) *Ensemble {
		return &Ensemble{Scenario: s, Sampling: Sampling{Draws: draws, Seed: seed, Design: "monte-carlo"}, Keep: keep, Precision: 0.01}
	}
	require.NoError(t, put(&Single{Scenario: s}, request, ""))
	require.NoError(t, put(&Single{Scenario: s}, request, ""), "the same question writes over what is there")
	require.EqualError(t, put(&Single{Scenario: other}, elsewhere, ""),
		filepath.FromSlash("out/line")+" holds the results of corridor run line.yaml, something else of the same name: give --out to keep both, or remove it")
	require.NoError(t, put(&Single{Scenario: other}, elsewhere, "elsewhere"), "a directory that is named is written over")

	dir := filepath.FromSlash("out/line-ensemble")
	require.NoError(t, put(many(20, 7, true), request, ""))
	for message, p := range map[string]Plan{
		dir + " holds draws of seed 7, monte-carlo: give --out to keep both, or remove it":  many(20, 8, true),
		dir + " holds more of the same, 20 draws: give --out to keep both, or remove it":    many(10, 7, true),
		dir + " holds the same with every draw kept: give --out to keep both, or remove it": many(20, 7, false),
	} {
		require.EqualError(t, put(p, request, ""), message)
	}
	require.NoError(t, put(many(30, 7, true), request, ""), "more draws write over fewer")
	discovery := func(where string, draws uint64) *Discovery {
		return &Discovery{Scenario: s, Sampling: Sampling{Draws: draws, Seed: 7, Design: "monte-carlo"}, Where: where, Wanted: Wanted{Boxes: 1, Method: PRIM}}
	}
	require.NoError(t, put(discovery("throughput_mt_2030 < 8", 200), request, ""))
	require.NoError(t, put(discovery("throughput_mt_2030 < 8", 300), request, ""), "the same condition in more draws")
	require.EqualError(t, put(discovery("throughput_mt_2030 > 9", 300), request, ""),
		filepath.FromSlash("out/line-discovery")+" holds the answer to another question, throughput_mt_2030 < 8: give --out to keep both, or remove it")
	require.NoError(t, os.WriteFile("line.yaml", []byte(strings.Replace(oneSegment, "0.9}", "0.8}", 1)), 0o600))
	edited, s2 := asked("line.yaml")
	require.NoError(t, put(&Single{Scenario: s2}, edited, ""), "a file that was edited writes over its results")
}

func TestRecordedWords(t *testing.T) {
	t.Chdir(t.TempDir())
	here, err := os.Getwd()
	require.NoError(t, err)
	for word, want := range map[string]string{
		"reference":                           "reference",
		"./my.yaml":                           "my.yaml",
		"a/../my.yaml":                        "my.yaml",
		"/nowhere/at/my.yaml":                 "my.yaml",
		"reference+growth/high+./my.yaml":     "reference+growth/high+my.yaml",
		filepath.Join(here, "sub", "my.yaml"): "sub/my.yaml",
		"my.yaml+set(a.b=1)":                  "my.yaml+set(a.b=1)",
		"reference+set(title=a (b)":           "reference+set(title=a (b)", // which is refused where it is read
	} {
		require.Equal(t, want, RecordedWord(word))
	}
	require.Equal(t, Request{Scenario: "a.yaml b", With: []string{"c.yml"}, Set: []string{"d=1"}},
		NewRequest([]string{"./a.yaml", "b"}, []string{"./c.yml"}, []string{"d=1"}))
}
