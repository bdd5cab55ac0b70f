package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios/text"
)

// document reads a text as a part of a scenario.
func document(t *testing.T, content string) *text.Tree {
	t.Helper()
	var report text.Report
	root := text.Parse(&text.File{Name: "base", Text: content}, text.Contents{}, &report)
	require.NoError(t, report.Err())
	return root
}

// A value that is set is a file of one key, whose places are those of the word it was given
// in; what cannot be set is a mistake there.
func TestAssignment(t *testing.T) {
	base := document(t, "segments: {line: {free_flow_days: 3, capacity: {fixed_mt_per_year: {2030: 1}}}, port: {kind: port, free_flow_days: 1}}\n")
	for _, c := range []struct{ set, want, mistake string }{
		{"title=A line", `title: A line`, ""},
		{"segments.line.free_flow_days=4", "segments: line: free_flow_days: 4", ""},
		{"segments.*.free_flow_days=4", `segments: "*": free_flow_days: 4`, ""},
		{"segments.line.storage_mt=null", "segments: line: storage_mt: null", ""},
		{"segments.line.capacity.fixed_mt_per_year.2031=2", "segments: line: capacity: fixed_mt_per_year: 2031: 2", ""},
		{"segments.line.free_flow_days.2031-04=2", "segments: line: free_flow_days: 2031-04: 2", ""},
		{"segments.line.draft.loss_per_m=0.1", "segments: line: draft: loss_per_m: 0.1", ""},
		{"segments.li*.free_flow_days=4", `segments: "li*": free_flow_days: 4`, ""},
		{"segments.all of kind port.free_flow_days=4", "segments: all of kind port: free_flow_days: 4", ""},
		{"segments.li*.days=4", "", `--set:1:14: unknown name "days" in segments.li*.days, did you mean "free_flow_days"?`},
		{"segments.lin*s.free_flow_days=4", "", `--set:1:10: no name among the segments is like "lin*s"; valid: line, port`},
		{"segments.all of kind rail.free_flow_days=4", "", `--set:1:10: none of the segments is of kind "rail"; valid: port`},
		{"title", "", "--set:1:1: expected path=value, such as segments.corridor.effectiveness=0.8"},
		{"title=", "", "--set:1:1: expected path=value, such as segments.corridor.effectiveness=0.8"},
		{"segment.line.free_flow_days=4", "", `--set:1:1: unknown name "segment" in segment.line.free_flow_days, did you mean "segments"?`},
		{"segments.lime.free_flow_days=4", "", `--set:1:10: unknown name "lime" in segments.lime.free_flow_days, did you mean "line"?`},
		{"segments.line.days=4", "", `--set:1:15: unknown name "days" in segments.line.days, did you mean "free_flow_days"?`},
		{"segments.line.storage_mt.low=4", "", `--set:1:26: unknown name "low" in segments.line.storage_mt.low`},
		{"segments.line.storage_mt.2031=4", "", `--set:1:26: unknown name "2031" in segments.line.storage_mt.2031`},
		{"scenario=other", "", "--set:1:1: scenario cannot be set, it says what the file is"},
		{"title=a\x1b[1m", "", "--set:1:8: a text cannot have the control character U+001B"},
	} {
		var report text.Report
		over := Assignment(base, c.set, text.Position{File: &text.File{Name: "--set", Text: c.set}, Line: 1, Column: 1}, &report)
		if c.mistake != "" {
			require.Nil(t, over, c.set)
			require.EqualError(t, report.Err(), c.mistake)
			continue
		}
		require.NoError(t, report.Err())
		require.Equal(t, c.want, strings.Join(strings.Fields(over.Print()), " "))
		steps, value, _ := strings.Cut(c.set, "=")
		path := strings.Split(steps, ".")
		at := over
		for i, step := range path {
			require.Equal(t, 1+len(strings.Join(path[:i], "."))+min(i, 1), at.PlaceOf(step).Column, "%s of %s", step, c.set)
			at = at.Get(step)
		}
		require.Equal(t, len(c.set)-len(value)+1, at.Column, c.set)
	}
}
