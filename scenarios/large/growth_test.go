package large

import (
	"fmt"
	"testing"

	"corridor/model"
	"corridor/scenarios"
)

func reference(tb testing.TB) string {
	tb.Helper()
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	if err != nil {
		tb.Fatal(err)
	}
	return s.Effective()
}

func parsed(tb testing.TB, text string) *scenarios.Scenario {
	tb.Helper()
	s, err := scenarios.Parse("large", text)
	if err != nil {
		tb.Fatalf("%.2000v", err)
	}
	return s
}

// BenchmarkSideBySide: the reference network n times, with its 37 segments, 13 markets, 28
// projects and 10 measures, and what is uncertain of them.
func BenchmarkSideBySide(b *testing.B) {
	one := reference(b)
	for _, n := range []int{1, 2, 4, 8, 16} {
		benchmarkAll(b, n, SideBySide(one, n))
	}
}

// BenchmarkGrid: grids of up to 4,900 segments, on which 20 markets find 3 ways each.
func BenchmarkGrid(b *testing.B) {
	for _, side := range []int{12, 25, 50} {
		benchmarkAll(b, 2*side*(side-1), Grid(side, side, 20, 3))
	}
}

// BenchmarkMarkets: more and more markets on a line of 200 segments.
func BenchmarkMarkets(b *testing.B) {
	for _, n := range []int{125, 500, 2000} {
		benchmarkAll(b, n, Line(200, n, 2))
	}
}

// BenchmarkSegments: a longer and longer line, on which 200 markets go by 5 segments each.
func BenchmarkSegments(b *testing.B) {
	for _, n := range []int{312, 1250, 5000} {
		benchmarkAll(b, n, Line(n, 200, 2))
	}
}

// BenchmarkYears: a line of 100 segments and 50 markets, for longer and longer.
func BenchmarkYears(b *testing.B) {
	for _, n := range []int{2, 8, 32} {
		benchmarkAll(b, n, Line(100, 50, n))
	}
}

// benchmarkAll takes the time of loading a scenario of a size, of laying it out, of a run with
// its tables, of taking new numbers over, and of a month.
func benchmarkAll(b *testing.B, size int, text string) {
	run := func(name string, do func(b *testing.B)) { b.Run(fmt.Sprintf("%s/%d", name, size), do) }
	run("load", func(b *testing.B) {
		for b.Loop() {
			parsed(b, text)
		}
	})
	s := parsed(b, text)
	run("new", func(b *testing.B) {
		for b.Loop() {
			_, _ = model.New(s.Corridor)
		}
	})
	run("run", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Run().Run(); err != nil {
				b.Fatal(err)
			}
		}
	})
	m, err := model.New(s.Corridor)
	if err != nil {
		b.Fatal(err)
	}
	run("refresh", func(b *testing.B) {
		for b.Loop() {
			m.Change(func(*model.Corridor) {})
		}
	})
	state, out := m.NewState(), m.NewTotals()
	run("step", func(b *testing.B) {
		for b.Loop() {
			if int(state.Month-m.Corridor().Start) == m.Corridor().Months {
				m.Reset(state)
			}
			m.Step(state, out)
		}
	})
}
