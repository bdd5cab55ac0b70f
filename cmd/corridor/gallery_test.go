package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGalleryIsCurrent holds the pictures of plots/gallery, the page that shows
// them and the answers of README.md to what the program draws and says now.
func TestGalleryIsCurrent(t *testing.T) {
	onlyLong(t)
	root := filepath.Join("..", "..")
	content, err := gallery(context.Background(), root, io.Discard)
	require.NoError(t, err)
	total := 0
	for _, path := range content.paths() {
		have, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(path)))
		require.NoError(t, err)
		require.True(t, bytes.Equal(have, content[path]), "%s is not what the program makes now: run go run ./cmd/corridor gallery", path)
		if filepath.Ext(path) == ".svg" {
			total += len(have)
		}
	}
	require.Less(t, total, 2<<20, "the pictures of the gallery, in bytes")
	pictures, err := filepath.Glob(filepath.Join(root, "plots", "gallery", "*"))
	require.NoError(t, err)
	require.Len(t, pictures, len(exhibits), "pictures that no exhibit draws")
}
