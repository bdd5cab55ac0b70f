package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots"
	"corridor/sim/runs"
)

// What charts are drawn in is what a run directory can hold, in the same order.
func TestFormatsOfRunDirectories(t *testing.T) {
	require.Equal(t, plots.Formats, runs.Formats)
}
