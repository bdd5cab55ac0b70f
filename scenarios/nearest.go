package scenarios

import (
	"fmt"
	"strings"
)

// didYouMean returns a phrase that names the valid name nearest to a wrong one,
// or lists the valid names when none is near and they are few.
func didYouMean(wrong string, valid []string) string {
	if best := nearest(wrong, valid); best != "" {
		return fmt.Sprintf(", did you mean %q?", best)
	}
	switch {
	case len(valid) == 0:
		return ""
	case len(valid) <= 12:
		return "; valid: " + strings.Join(valid, ", ")
	default:
		return fmt.Sprintf("; valid: %s and %d more", strings.Join(valid[:10], ", "), len(valid)-10)
	}
}

// nearest returns the valid name with the fewest edits from the wrong one, or ""
// when more than a third of its letters would have to change. Ties go to the
// name listed first.
func nearest(wrong string, valid []string) string {
	best, least := "", max(1, len(wrong)/3)+1
	for _, name := range valid {
		if d := edits(strings.ToLower(wrong), strings.ToLower(name)); d < least {
			best, least = name, d
		}
	}
	return best
}

// edits counts the insertions, deletions, replacements and swaps of neighbours
// that turn a into b (optimal string alignment distance).
func edits(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last := make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row := make([]int, len(t)+1)
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(t)]
}
