package shell_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/shell"
)

var words = []string{
	"", "plain", "-n", "a b", "it's", "''", `"`, `\`, `\n`, "$HOME", "${x}", "$(id)", "`id`", "*", "?", "[a]", "{a,b}", "~", "~/x", "a~b", "#", "a#b", "!", "!!",
	"a;b", "a|b", "a&b", "<a", ">a", "(a)", "a=b", "segments.*.capacity=+20 %", "5 %", "é", "—", "\t", "a\nb", " ", "x'y\"z", "reference+set(a.b=1)", "growth/high,investment/half", "a:b", "@", "^", "\x01",
}

// TestQuotedAsAShellReads: a shell gives every word back as it was.
func TestQuotedAsAShellReads(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell here")
	}
	var quoted []string
	for _, word := range words {
		quoted = append(quoted, shell.Quoted(word))
	}
	out, err := exec.Command(sh, "-c", `printf '%s\0' `+strings.Join(quoted, " ")).Output()
	require.NoError(t, err)
	require.Equal(t, words, strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00"))
}

// TestQuotedWhereNeeded: what reads as it is has no quotes.
func TestQuotedWhereNeeded(t *testing.T) {
	for word, want := range map[string]string{
		"out/reference-ensemble": "out/reference-ensemble", "--draws": "--draws", "a.b=0.8": "a.b=0.8", "growth/high,x+y": "growth/high,x+y",
		"": "''", "a b": "'a b'", "*": "'*'", "it's": `'it'\''s'`, "~": "'~'",
	} {
		require.Equal(t, want, shell.Quoted(word))
	}
}
