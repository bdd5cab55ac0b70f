package scenarios

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"corridor/scenarios/text"
)

func TestMistakesInRequests(t *testing.T) {
	for _, c := range []struct {
		scenario, with, set string
		want                string
	}{
		{"sttaed", "", "", `sttaed: there is no "sttaed" in the library, did you mean "stated"?`},
		{"sources", "", "", `sources: there is no "sources" in the library; valid: announced-programme, do-nothing, ebrd-2040, hard-and-soft, rail-first, reference, sea-first, soft-only, stated, teaching, world-bank-2030`},
		{"high", "", "", `high: there is no "high" in the library; valid: announced-programme, do-nothing, ebrd-2040, hard-and-soft, rail-first, reference, sea-first, soft-only, stated, teaching, world-bank-2030`},
		{"growth/low", "", "", `library/growth/low.yaml:2:1: this is an overlay, not a scenario: apply it with --with`},
		{"nowhere.yaml", "", "", `nowhere.yaml: there is no file nowhere.yaml`},
		{"stated.yaml", "", "", `stated.yaml: there is no file stated.yaml; for that of the library write stated`},
		{"stated", "growth/hgih", "", `--with growth/hgih: there is no "growth/hgih" in the library, did you mean "growth/high"?`},
		{"stated", "high", "", `--with high: there is no "high" in the library, did you mean "growth/high"?`},
		{"stated", "teaching", "", `--with teaching: teaching is not an overlay: it has no key overlay; it is a scenario, to be given by itself`},
		{"stated", "nowhere.yaml", "", `--with nowhere.yaml: there is no file nowhere.yaml`},
		{"stated", "nowhere/growth/low.yaml", "", `--with nowhere/growth/low.yaml: there is no file nowhere/growth/low.yaml; for that of the library write growth/low`},
		{"stated", "", "segments.corridor", `--set:1:1: expected path=value, such as segments.corridor.effectiveness=0.8`},
		{"stated", "", "=0.8", `--set:1:1: expected path=value, such as segments.corridor.effectiveness=0.8`},
		{"stated", "", "segments.corridor.effectiveness=", `--set:1:1: expected path=value, such as segments.corridor.effectiveness=0.8`},
		{"stated", "", "segmets.corridor.effectiveness=0.8", `--set:1:1: unknown name "segmets" in segmets.corridor.effectiveness, did you mean "segments"?`},
		{"stated", "", "segments.coridor.effectiveness=0.8", `--set:1:10: unknown name "coridor" in segments.coridor.effectiveness, did you mean "corridor"?`},
		{"stated", "", "segments.corridor.effectivness=0.8", `--set:1:19: unknown name "effectivness" in segments.corridor.effectivness, did you mean "effectiveness"?`},
		{"stated", "", "segments.corridor.capacity=7", `--set:1:28: capacity is a single value, expected the keys fixed_mt_per_year, units, rail, fleet`},
		{"stated", "", "segments.corridor.effectiveness=800%", `--set:1:33: effectiveness is 8 (800%), expected a number from 0 to 2`},
		{"stated", "", "segments.corridor.effectiveness=-1", `--set:1:33: effectiveness is -1, expected a number from 0 to 2`},
		{"stated", "", "segments.corridor.distance_km.low=4000", `--set:1:31: unknown name "low" in segments.corridor.distance_km.low`},
		{"stated", "", "markets.*.growth.rate=0.1", `--set:1:18: unknown name "rate" in markets.*.growth.rate, did you mean "rate_per_year"?`},
		{"stated", "", "shocks.*.factor=0.1", `--set:1:8: "*" changes every entry, and there is none here to change`},
		{"stated", "", "projects.programm=null", `--set:1:10: unknown name "programm" in projects.programm, did you mean "programme"?`},
		{"stated", "", "extends=teaching", `--set:1:1: extends cannot be set, it says what the file is`},
		{"stated", "", "scenario=other", `--set:1:1: scenario cannot be set, it says what the file is`},
		{"stated", "", "title=a\x01b", `--set:1:8: a text cannot have the control character U+0001`},
	} {
		r := Request{Scenario: c.scenario}
		if c.with != "" {
			r.With = []string{c.with}
		}
		if c.set != "" {
			r.Set = []string{c.set}
		}
		s, err := Load(r)
		if s != nil || err == nil || err.Error() != c.want {
			t.Errorf("%v: got\n%v, want\n%s", r, err, c.want)
		}
	}
}

func TestFilesThatAreNotRead(t *testing.T) {
	dir := t.TempDir()
	folder, large := filepath.Join(dir, "folder.yaml"), filepath.Join(dir, "large.yaml")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	text := "scenario: large\nextends: teaching\n" + strings.Repeat("# no end\n", text.MaxShown/9)
	write(t, large, text)
	for file, want := range map[string]string{
		folder: " is a directory, expected a file",
		large:  " has 33554464 bytes, expected at most 33554432",
	} {
		for prefix, r := range map[string]Request{
			file:             {Scenario: file},
			"--with " + file: {Scenario: "teaching", With: []string{file}},
		} {
			if _, err := Load(r); err == nil || err.Error() != prefix+": "+file+want {
				t.Errorf("got %v, want %s", err, prefix+": "+file+want)
			}
		}
	}
	if _, err := Parse("text", text); err == nil || err.Error() != "text: the file has 33554464 bytes, expected at most 33554432" {
		t.Errorf("got %v", err)
	}
}

func TestSetValues(t *testing.T) {
	s, err := Load(Request{Scenario: "stated", With: []string{"investment/phased"}, Set: []string{
		"segments.corridor.effectiveness=0.8",
		"markets.*.growth.rate_per_year=0.2",
		"projects.step-1=null",
		"title=NULL",
	}})
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Corridor.Segments[0].Effectiveness; got != 0.8 {
		t.Errorf("effectiveness %v", got)
	}
	if got := s.Corridor.Markets[0].Growth.Rates; len(got) != 1 || got[0].PerYear != 0.2 {
		t.Errorf("rates %v", got)
	}
	if got := len(s.Corridor.Projects); got != 2 {
		t.Errorf("%d projects", got)
	}
	if !strings.HasPrefix(s.Name, "stated+investment-phased+segments.corridor.effectiveness=0.8+markets.all.growth") || s.Title != "NULL" {
		t.Errorf("name %q, title %q", s.Name, s.Title)
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
