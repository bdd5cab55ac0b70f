//go:build unix

package runs

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// irregular are things that can stand in the place of a file; outside is a directory
// with a good one.
func irregular(outside string) map[string]func(name string) func(*testing.T, string) {
	return map[string]func(string) func(*testing.T, string){
		"a device": func(name string) func(*testing.T, string) { return linked(name, "/dev/zero") },
		"a link out of the directory": func(name string) func(*testing.T, string) {
			return linked(name, filepath.Join(outside, name))
		},
		"a pipe": func(name string) func(*testing.T, string) {
			return func(t *testing.T, dir string) {
				require.NoError(t, os.Remove(filepath.Join(dir, name)))
				require.NoError(t, syscall.Mkfifo(filepath.Join(dir, name), 0o600))
			}
		},
		"a hole": func(name string) func(*testing.T, string) { return hole(name, MostTable+1) },
	}
}
