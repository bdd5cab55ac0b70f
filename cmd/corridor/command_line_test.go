package main

import (
	"bytes"
	"context"
	"strings"
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

// TestWordsForAnotherCommand: a key of scenario files where a command is wanted, and a file where a
// path is, are told with what would do.
func TestWordsForAnotherCommand(t *testing.T) {
	for line, want := range map[string]string{
		"help market":       `there is no command "market"; corridor help scenario markets tells of that key of scenario files`,
		"help rum":          `there is no command "rum", did you mean "run"?`,
		"help qqq":          `there is no command "qqq"; see corridor --help`,
		"explain late.yaml": `late.yaml is a file: say what of it is to be explained, as in corridor explain segments late.yaml`,
	} {
		var printed, errors bytes.Buffer
		require.Equal(t, exitUsage, run(context.Background(), strings.Fields(line), &printed, &errors), line)
		require.Contains(t, errors.String(), want, line)
	}
}
