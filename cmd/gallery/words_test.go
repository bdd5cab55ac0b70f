package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWrap(t *testing.T) {
	require.Equal(t, "one two\nthree", wrap("one  two\nthree", 7))
	require.Equal(t, "Aktau–Alat\nis one", wrap("Aktau–Alat is one", 10), "characters, not bytes")
	require.Equal(t, "longer-than-that\na", wrap("longer-than-that a", 5))
	require.Empty(t, wrap(" ", 5))
}

func TestWords(t *testing.T) {
	for want, got := range map[string]string{
		"+0.45":           added(0.449),
		"−0.02":           added(-0.02),
		"15.6 %":          percent(0.156),
		"7 % too high":    percentOff(4.40, 4.12),
		"35 % too low":    percentOff(50, 77),
		"USD 436 million": money(436.2),
		"USD 1.0 billion": money(1000),
		"3 months":        monthsOf(3),
	} {
		require.Equal(t, want, got)
	}
}

func TestReplacePart(t *testing.T) {
	const page = "before\n<!-- cmd/gallery writes this: a -->\nold\n<!-- to here -->\nafter\n"
	got, err := replacePart([]byte(page), "a", "new\n")
	require.NoError(t, err)
	require.Equal(t, strings.Replace(page, "old", "new", 1), string(got))
	again, err := replacePart(got, "a", "new\n")
	require.NoError(t, err)
	require.Equal(t, string(got), string(again))

	for _, broken := range []string{"", "<!-- to here -->\n<!-- cmd/gallery writes this: a -->\n", strings.Replace(page, ": a", ": b", 1)} {
		_, err := replacePart([]byte(broken), "a", "new\n")
		require.ErrorContains(t, err, `the page lacks the marks "<!-- cmd/gallery writes this: a -->"`)
	}
}

func TestBlock(t *testing.T) {
	const output = "head\n\n  Year  Mt\n  2024  1\n\nOne segment\n"
	got, err := block(output, "  Year", "One")
	require.NoError(t, err)
	require.Equal(t, "  Year  Mt\n  2024  1", got)
	_, err = block(output, "Month", "One")
	require.EqualError(t, err, `no line begins with "Month"`)
	_, err = block(output, "  Year", "Two")
	require.EqualError(t, err, `no line after it begins with "Two"`)
}

func TestCommandsOf(t *testing.T) {
	page := "text `corridor list` and `corridor completion bash|zsh`\n\n" +
		"    go run ./cmd/corridor run      # a remark\n    corridor run stated --set 'projects.*.delay_months=12'\n    corridors are long\n"
	require.Equal(t, []string{"run", "run stated --set 'projects.*.delay_months=12'", "list"}, commandsOf(page))
}

func TestAnchorsOf(t *testing.T) {
	require.Equal(t, []string{"what-is-uncertain", "same-question-same-bits"}, anchorsOf("## What is uncertain\ntext\n### Same question, same bits\n"))
}
