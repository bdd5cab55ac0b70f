package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCurrent: what stands in model is what would be written now. If it is not: go generate ./model.
func TestCurrent(t *testing.T) {
	const model = "../../model"
	t.Chdir(model)
	files, err := generate(".")
	require.NoError(t, err)
	for name, text := range files {
		is, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Equal(t, string(text), string(is), name)
	}
	stand, err := filepath.Glob("*_lanes.go")
	require.NoError(t, err)
	require.Len(t, stand, len(files), "files that nothing writes any more")
}
