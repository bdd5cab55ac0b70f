package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestReadmeIsCurrent holds what README.md says of results, in blocks of output and in
// words, to what the program prints and writes now. With -update it writes it anew.
func TestReadmeIsCurrent(t *testing.T) {
	path := filepath.Join("..", "..", "README.md")
	have, err := os.ReadFile(path)
	require.NoError(t, err)
	want, err := readme(context.Background(), have)
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile(path, want, 0o644))
		return
	}
	for i, line := range bytes.Split(want, []byte("\n")) {
		lines := bytes.Split(have, []byte("\n"))
		require.Equal(t, string(line), string(lines[min(i, len(lines)-1)]),
			"README.md:%d is not what the program says now: go test ./cmd/corridor -run Readme -update", i+1)
	}
	require.Equal(t, len(want), len(have))
}
