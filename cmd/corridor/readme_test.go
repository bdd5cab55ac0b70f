package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestReadmeShowsRealOutput holds the README to what the program prints and draws
// now.
func TestReadmeShowsRealOutput(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	picture := filepath.Join("..", "..", "plots", "gallery", "stated-throughput.svg")
	shown, err := os.ReadFile(picture)
	require.NoError(t, err)

	t.Chdir(t.TempDir())
	var printed, errors bytes.Buffer
	require.Equal(t, exitDone, run(context.Background(), []string{"run"}, &printed, &errors), errors.String())
	require.Contains(t, string(readme), trimmed(printed.String()))

	drawn, err := os.ReadFile(filepath.Join("out", "stated", "charts", "throughput.svg"))
	require.NoError(t, err)
	require.True(t, bytes.Equal(shown, drawn), "%s is not the chart the program draws now", picture)

	printed.Reset()
	args := strings.Fields("matrix stated --growth low,stated,high --investment on-time,late-2-years --charts none")
	require.Equal(t, exitDone, run(context.Background(), args, &printed, &errors), errors.String())
	table := regexp.MustCompile(`(?s)Growth .*\nhigh [^\n]*`).FindString(printed.String())
	require.NotEmpty(t, table)
	require.Contains(t, string(readme), trimmed(table))
}

// TestReadmeShowsTheReference holds the README to what the network's summary and
// hindcast print now.
func TestReadmeShowsTheReference(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	for _, c := range []struct{ args, from, to string }{
		{"run reference --charts none", "  Year", "\n\nTwenty-five"},
		{"hindcast reference --charts none", "2022→2023", "\n\nWhat held"},
	} {
		var printed, errors bytes.Buffer
		require.Equal(t, exitDone, run(context.Background(), strings.Fields(c.args), &printed, &errors), errors.String())
		text := printed.String()
		text = text[strings.Index(text, c.from):]
		require.Contains(t, string(readme), trimmed(text[:strings.Index(text, c.to)]))
	}
}

// trimmed drops spaces at the ends of lines.
func trimmed(text string) string {
	return strings.TrimSpace(regexp.MustCompile(`(?m)[ \t]+$`).ReplaceAllString(text, ""))
}
