package disk

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestOrder: what a power cut may leave depends on the order. A file is synced before it
// is renamed into its place, and the directory after; a directory's name is synced in the
// one above before anything is put into it.
func TestOrder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "above")
	page := filepath.Join(dir, "deep", "page.html")
	require.Equal(t, []string{
		"mkdir above", "sync " + filepath.Base(filepath.Dir(dir)),
		"mkdir deep", "sync above",
		"write page.html", "sync .page.html.writing", "rename page.html", "sync deep",
	}, changes(t, func() error { return Replace(page, []byte("one")) }))
	require.Equal(t, []string{"write page.html", "sync .page.html.writing", "rename page.html", "sync deep"},
		changes(t, func() error { return Replace(page, []byte("two")) }))
	require.Equal(t, []string{"write my.yaml", "sync .my.yaml.writing", "link my.yaml", "sync above"},
		changes(t, func() error { return Create(filepath.Join(dir, "my.yaml"), nil) }))
	require.Empty(t, changes(t, func() error { return MakeDirectories(filepath.Dir(page)) }), "they are there")
}
