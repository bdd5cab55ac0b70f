package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The page of the reference network with an ensemble, three more scenarios and the
// hindcast stays small enough to send, and holds the tables the chart reads.
func TestReportOfTheReferenceIsSmall(t *testing.T) {
	onlyLong(t)
	t.Chdir(t.TempDir())
	for _, args := range []string{
		"run reference --charts none", "run sea-first --charts none", "run do-nothing --charts none", "run soft-only --charts none",
		"ensemble reference --draws 20 --charts none", "hindcast reference --charts none",
		"report out/reference out/reference-ensemble out/sea-first out/do-nothing out/soft-only out/reference-hindcast --out page.html",
		"report out/reference",
	} {
		var printed, errors bytes.Buffer
		require.Equal(t, exitDone, run(context.Background(), strings.Fields(args), &printed, &errors), errors.String())
	}
	const most = 2_200_000
	page, err := os.ReadFile("page.html")
	require.NoError(t, err)
	require.Less(t, len(page), most)
	for _, link := range []string{
		`data-run="0" data-table="monthly"`, `data-run="1" data-table="quantiles"`, `data-run="3" data-table="monthly"`, `data-run="5" data-table="hindcast"`,
	} {
		require.Contains(t, string(page), link)
	}
	single, err := os.ReadFile("out/reference/report.html")
	require.NoError(t, err)
	require.Less(t, len(single), most)
	require.Contains(t, string(single), "No uncertainty was run for this report")
}
