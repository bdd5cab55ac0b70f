package scenarios_test

import (
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"corridor/model"
	"corridor/scenarios"
	"corridor/sim/tables"
)

// seeds adds the scenarios of the library, a scenario with every key, and all files of
// mistakes.
func seeds(f *testing.F) {
	requests := []scenarios.Request{{Scenario: "../testdata/good/everything.yaml"}}
	for _, e := range scenarios.Library() {
		if !e.Overlay() {
			requests = append(requests, scenarios.Request{Scenario: e.Name})
		}
	}
	for _, r := range requests {
		s, err := scenarios.Load(r)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(s.Effective())
	}
	files, err := filepath.Glob("../testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		f.Fatal("no files of mistakes", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
}

// Any text is read or refused in good time, and what is read prints as itself, is
// a corridor, and comes to finite results.
func FuzzParse(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		begin := time.Now()
		s, err := scenarios.Parse("fuzzed", text)
		if took := time.Since(begin); took > 5*time.Second {
			t.Errorf("%d bytes took %v", len(text), took)
		}
		if err != nil {
			_ = err.(*scenarios.Error).Render()
			return
		}
		effective := s.Effective()
		again, err := scenarios.Parse("fuzzed", effective)
		if err != nil {
			t.Fatalf("what Effective returns is refused: %v\n%s", err, effective)
		}
		if got := again.Effective(); got != effective {
			t.Errorf("got\n%s\nwant\n%s", got, effective)
		}
		_ = s.Show()
		simulate(t, s)
	})
}

// simulate runs the first two years.
func simulate(t *testing.T, s *scenarios.Scenario) {
	t.Helper()
	s.Corridor.Months = min(s.Corridor.Months, 24)
	if _, err := model.New(s.Corridor); err != nil {
		t.Fatalf("a valid scenario is no corridor: %v", err)
	}
	result, err := s.Run().Run()
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range result.Tables() {
		if err := table.WriteCSV(io.Discard); err != nil {
			t.Error(err)
		}
	}
	for _, column := range []string{"potential_mt", "offered_mt", "throughput_mt", "diverted_mt", "queue_mt", "capacity_mt", "transit_days", "cost_usd_per_t", "emissions_kt", "capex_musd"} {
		for row, v := range result.Monthly.Numbers(column) {
			if math.IsNaN(v) || v < 0 {
				t.Errorf("%s is %v in %s", column, v, tables.Monthly.Month.Of(result.Monthly)[row])
			}
		}
	}
}

// The values of a valid scenario are replaced, four at a time: numbers at the ends
// of what is allowed must not overflow together.
func FuzzValues(f *testing.F) {
	bases := make([][]string, 0, 3)
	for _, r := range []scenarios.Request{
		{Scenario: "teaching"},
		{Scenario: "stated", With: []string{"investment/phased", "growth/worldbank"}},
		{Scenario: "../testdata/good/everything.yaml"},
	} {
		s, err := scenarios.Load(r)
		if err != nil {
			f.Fatal(err)
		}
		bases = append(bases, strings.SplitAfter(s.Effective(), "\n"))
	}
	values := []string{
		"0", "1", "-1", "0.5", "-0.999", "2", "10", "100", "600", "1200", "1e-12", "1e-6", "1e6", "1e12", "-1e12", "1.7e9",
		"true", "false", "1900-01", "2030-01", "2031-12", "2200-12", "1900", "2031", "2200", "null", "[]", "{}",
	}
	for i := range values {
		f.Add(uint8(i), uint16(7*i), uint16(11*i), uint16(13*i), uint16(17*i), uint8(i), uint8(i+1), uint8(i+2), uint8(i+3))
	}
	f.Fuzz(func(t *testing.T, base uint8, a, b, c, d uint16, p, q, r, s uint8) {
		lines := slices.Clone(bases[int(base)%len(bases)])
		for i, at := range []uint16{a, b, c, d} {
			line := &lines[int(at)%len(lines)]
			if key, _, ok := strings.Cut(*line, ": "); ok {
				*line = key + ": " + values[int([]uint8{p, q, r, s}[i])%len(values)] + "\n"
			}
		}
		parsed, err := scenarios.Parse("fuzzed", strings.Join(lines, ""))
		if err != nil {
			return
		}
		if _, err := scenarios.Parse("fuzzed", parsed.Effective()); err != nil {
			t.Fatalf("what Effective returns is refused: %v\n%s", err, parsed.Effective())
		}
		simulate(t, parsed)
	})
}
