package disk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(text)
}

// names lists a directory.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

// changes calls do and returns what it does to the disk, in order: each change with the
// base name of what it is done to, temporary names without their number.
func changes(t *testing.T, do func() error) (list []string) {
	t.Helper()
	Before = func(change, path string) error {
		name := filepath.Base(path)
		if at := strings.Index(name, ".writing-"); at >= 0 {
			name = name[:at] + ".writing"
		}
		list = append(list, change+" "+name)
		return nil
	}
	defer func() { Before = nil }()
	require.NoError(t, do())
	return list
}

// failing lets the changes of a kind fail, until the function it returns is called.
func failing(kind string, with error) (mend func()) {
	Before = func(change, _ string) error {
		if change == kind {
			return with
		}
		return nil
	}
	return func() { Before = nil }
}
