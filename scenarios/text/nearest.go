package text

import (
	"fmt"
	"strings"
)

// DidYouMean returns a phrase that names the valid name nearest to a wrong one,
// or lists the valid names when none is near and they are few.
func DidYouMean(wrong string, valid []string) string {
	if best := Nearest(wrong, valid); best != "" {
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

// Names beyond these limits are not compared: a hostile file could hold enough of
// them to keep the search busy.
const maxCompared, maxLetters = 1000, 100

// Nearest returns the valid name that the wrong one shortens, as duration does
// duration_months, or else the one with the fewest edits from it; or "" when more
// than a third of its letters would have to change. Ties go to the name listed
// first.
func Nearest(wrong string, valid []string) string {
	if len(wrong) > maxLetters {
		return ""
	}
	valid = valid[:min(len(valid), maxCompared)]
	if whole := lengthened(wrong, valid); whole != "" {
		return whole
	}
	best, least := "", max(1, len(wrong)/3)+1
	for _, name := range valid {
		if len(name)-len(wrong) >= least {
			continue
		}
		if d := edits(strings.ToLower(wrong), strings.ToLower(name)); d < least {
			best, least = name, d
		}
	}
	return best
}

// lengthened returns the shortest valid name that has all words of the wrong one
// in their order, and more.
func lengthened(wrong string, valid []string) string {
	words := wordsOf(wrong)
	best := ""
	for _, name := range valid {
		left := words
		for _, word := range wordsOf(name) {
			if len(left) > 0 && left[0] == word {
				left = left[1:]
			}
		}
		if len(left) == 0 && len(wrong) > 2 && len(name) > len(wrong) && (best == "" || len(name) < len(best)) {
			best = name
		}
	}
	return best
}

func wordsOf(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return strings.ContainsRune("-_/ ", r) })
}

// Short cuts a long name off for a message.
func Short(text string) string { return Cut(text, 60) }

func Cut(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// edits counts the insertions, deletions, replacements and swaps of neighbours
// that turn a into b (optimal string alignment distance).
func edits(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
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
		before, last, row = last, row, before
	}
	return last[len(t)]
}
