package simulated

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/random"
)

// figures are the numbers that cases are made of, by name: what was measured, and what is
// assumed or another's.
type figures map[string]float64

func readFigures(t *testing.T) figures {
	f := figures{}
	for _, name := range []string{"measured.csv", "assumed.csv"} {
		for _, row := range table(t, name) {
			v, err := strconv.ParseFloat(row[1], 64)
			require.NoError(t, err, row[0])
			require.False(t, f.has(row[0]), "%s stands there twice", row[0])
			f[row[0]] = v
		}
	}
	return f
}

// table reads the rows of a table below its head.
func table(t *testing.T, name string) [][]string {
	file, err := os.Open(name)
	require.NoError(t, err)
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	require.Greater(t, len(rows), 1)
	return rows[1:]
}

func (f figures) has(name string) bool {
	_, there := f[name]
	return there
}

// of returns a figure, which is there.
func (f figures) of(name string) float64 {
	v, there := f[name]
	if !there {
		panic("no figure " + name)
	}
	return v
}

// recorded are the sizes of chunks whose records were measured.
var recorded = []float64{256, 4096, 16384, 65536}

// record is how many bytes the record of a chunk of so many draws has: between the sizes that were
// measured, and beyond the last, linear in the logarithm of the draws, as the pages of a sketch
// that are met grow.
func (f figures) record(draws float64) float64 {
	bytes := func(i int) float64 { return f.of(fmt.Sprintf("record of %.0f draws", recorded[i])) }
	i := 1
	for i < len(recorded)-1 && draws > recorded[i] {
		i++
	}
	share := math.Log(draws/recorded[i-1]) / math.Log(recorded[i]/recorded[i-1])
	return bytes(i-1) + share*(bytes(i)-bytes(i-1))
}

// merge is the time to read, decode and merge a record of so many bytes.
func (f figures) merge(bytes float64) float64 {
	return f.of("merge") * bytes / f.of("record of 16384 draws")
}

// spread is the luck of chunks.
func spread(sigma float64) random.Distribution {
	d, err := random.NewLognormal(math.Exp(-sigma*sigma/2), sigma)
	if err != nil {
		panic(err)
	}
	return d
}

// TestFiguresAreSound: each has a unit and says where it is from; those that go together do.
func TestFiguresAreSound(t *testing.T) {
	for _, row := range table(t, "measured.csv") {
		require.Len(t, row, 6)
		require.NotContains(t, row[1:], "", row[0])
	}
	for _, row := range table(t, "assumed.csv") {
		require.Len(t, row, 4)
		require.NotContains(t, row, "", row[0])
		require.True(t, strings.HasPrefix(row[3], "assumed") || strings.Contains(row[3], "slurm.conf") || strings.Contains(row[3], "https://") || strings.Contains(row[3], "us-central1"), row[3])
	}
	f := readFigures(t)
	require.InDelta(t, f.of("record of 16384 draws"), f.record(16384), 1e-6)
	require.InDelta(t, f.of("record of 65536 draws"), f.record(65536), 1e-6)
	before := 0.0
	for draws := 256.0; draws <= 1<<24; draws *= 2 {
		require.Greater(t, f.record(draws), before)
		before = f.record(draws)
	}
	require.LessOrEqual(t, f.of("draw, least"), f.of("draw, median"))
}
