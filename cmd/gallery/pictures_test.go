package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGalleryIsCurrent holds the pictures of plots/gallery to what the program draws
// now.
func TestGalleryIsCurrent(t *testing.T) {
	onlyLong(t)
	content := files{}
	require.NoError(t, draw(tried(t), content))
	total := 0
	for _, path := range content.paths() {
		have, err := os.ReadFile(filepath.Join(repository, filepath.FromSlash(path)))
		require.NoError(t, err)
		require.True(t, bytes.Equal(have, content[path]), "%s is not what the program draws now: go run ./cmd/gallery", path)
		total += len(have)
	}
	require.Less(t, total, 3<<20, "the pictures of the gallery, in bytes")
	pictures, err := filepath.Glob(filepath.Join(repository, "plots", "gallery", "*"))
	require.NoError(t, err)
	require.Len(t, pictures, len(exhibits), "pictures that no exhibit draws")
}
