package disk

import (
	"os"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNameless: what is written can be read again, and nobody finds it in the directory.
func TestNameless(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file that is open keeps its name")
	}
	dir := t.TempDir()
	f, err := Nameless(dir)
	require.NoError(t, err)
	defer f.Close()
	_, err = f.WriteString("rows")
	require.NoError(t, err)
	again := make([]byte, 4)
	_, err = f.ReadAt(again, 0)
	require.NoError(t, err)
	require.Equal(t, "rows", string(again))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, entries)
}
