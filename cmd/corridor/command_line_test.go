package main

import (
	"bytes"
	"context"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDetachedCommandLine: the job that goes on with a run that is left has the words of the
// command line as they were given, and --resume where it is read as a flag.
func TestDetachedCommandLine(t *testing.T) {
	t.Chdir(t.TempDir())
	asked := []string{"ensemble", "--on", "slurm", "--detach", "--dry-run", "--draws", "300", "--set", "description=It's mine"}
	for _, c := range []struct {
		words []string
		want  string
	}{
		{[]string{"reference"}, ` reference --resume`},
		{[]string{"reference", "--out", "here"}, ` reference --out here --resume`},
		{[]string{"--", "reference"}, ` --resume -- reference`},
	} {
		var printed, errors bytes.Buffer
		require.Equal(t, exitDone, run(context.Background(), append(asked[:len(asked):len(asked)], c.words...), &printed, &errors), errors.String())
		require.Contains(t, printed.String(), ` ensemble --on slurm --detach --dry-run --draws 300 --set 'description=It'\''s mine'`+c.want+"\n")
	}
}
