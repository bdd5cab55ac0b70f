package main

import (
	"bytes"
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the parts of README files anew")

var repository = filepath.Join("..", "..")

// built returns the program, built once for all tests.
func built(t *testing.T) *program {
	t.Helper()
	p, err := buildOnce()
	require.NoError(t, err)
	return p
}

// tried returns the commands that tests run, each once for all of them.
func tried(t *testing.T) *trials {
	t.Helper()
	built(t)
	return tryOnce()
}

var tryOnce = sync.OnceValue(func() *trials { return newTrials(made) })

var (
	buildOnce = sync.OnceValues(func() (*program, error) {
		p, err := build(context.Background(), repository, io.Discard)
		made = p
		return p, err
	})
	made *program // for TestMain to remove
)

func TestMain(m *testing.M) {
	code := m.Run()
	if made != nil {
		made.remove()
	}
	os.Exit(code)
}

// long says that the long proofs are wanted too.
var long = os.Getenv("CORRIDOR_TESTS") == "long"

// onlyLong skips a test that takes many seconds, unless the long proofs are asked for.
func onlyLong(t *testing.T) {
	t.Helper()
	if !long {
		t.Skip("takes many seconds: run with CORRIDOR_TESTS=long")
	}
}

// TestReadmesAreCurrent holds what the README files say of results, in blocks of output
// and in words, to what the program prints and writes now. With -update it writes them
// anew.
func TestReadmesAreCurrent(t *testing.T) {
	if *update {
		require.NoError(t, run(context.Background(), options{repository, true}, io.Discard))
		return
	}
	most := few
	if long {
		most = many
	}
	content, err := pages(repository, tried(t), most)
	require.NoError(t, err)
	for _, path := range content.paths() {
		have, err := os.ReadFile(filepath.Join(repository, filepath.FromSlash(path)))
		require.NoError(t, err)
		isCurrent(t, path, have, content[path])
	}
}

// isCurrent holds a page to what it should be, by its first line that is not.
func isCurrent(t *testing.T, path string, have, want []byte) {
	t.Helper()
	lines := bytes.Split(have, []byte("\n"))
	for i, line := range bytes.Split(want, []byte("\n")) {
		require.Equal(t, string(line), string(lines[min(i, len(lines)-1)]),
			"%s:%d is not what it should be now: go test ./cmd/gallery -run Readme -update", path, i+1)
	}
	require.Equal(t, len(want), len(have), path)
}
