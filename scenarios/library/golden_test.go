package library_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/tables"
)

var update = flag.Bool("update", false, "write the golden results anew")

// The years of the golden results, of throughput and of capacity at its end.
var throughputYears, capacityYears = []int{2025, 2028, 2030, 2035}, []int{2028, 2035}

// TestGoldenLibrary holds what every scenario and overlay of the library comes to,
// to nine digits: what is left to the bits of a run stands in the golden tables.
// Expected directions are tested apart; a change of the model or of a figure shows
// here as a difference, to be read before it is accepted.
func TestGoldenLibrary(t *testing.T) {
	const path = "../../testdata/golden/library.csv"
	var got bytes.Buffer
	w := csv.NewWriter(&got)
	header := []string{"name"}
	for _, y := range throughputYears {
		header = append(header, "throughput_"+period(y)+"_mt")
	}
	for _, y := range capacityYears {
		header = append(header, "capacity_"+period(y)+"_mt")
	}
	require.NoError(t, w.Write(append(header, "diverted_mt", "capex_musd")))
	for _, e := range scenarios.Library() {
		if e.Name != "teaching" { // a year of its own, held whole in golden/teaching
			require.NoError(t, w.Write(goldenRow(e.Name, entry(t, e))))
		}
	}
	w.Flush()
	if *update {
		require.NoError(t, os.WriteFile(path, got.Bytes(), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	lines := strings.Split(string(want), "\n")
	for i, line := range strings.Split(got.String(), "\n") {
		if i >= len(lines) || line != lines[i] {
			t.Errorf("got  %s\nwant %s", line, strings.Join(lines[min(i, len(lines)):min(i+1, len(lines))], ""))
		}
	}
	require.Len(t, lines, strings.Count(got.String(), "\n")+1, "run with -update and read the difference")
}

func goldenRow(name string, f *future) []string {
	row := []string{name}
	number := func(v float64) { row = append(row, strconv.FormatFloat(v, 'g', 9, 64)) }
	at := func(column string, years []int) {
		for _, y := range years {
			i := slices.Index(tables.Annual.Year.Of(f.Annual), float64(y))
			number(f.Annual.Numbers(column)[i])
		}
	}
	at("throughput_mt", throughputYears)
	at("capacity_mt", capacityYears)
	number(sumOf(f, "diverted_mt"))
	number(sumOf(f, "capex_musd"))
	return row
}
