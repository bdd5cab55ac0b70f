package findings

import (
	"fmt"
	"strconv"
	"strings"

	"corridor/sim/tables"
)

// Words writes sentences in a language, by their English texts, and numbers as it marks them:
// a language of charts does, and [English].
type Words interface {
	Say(text string, args ...any) string
	Amount(v float64, decimals int) string
	Rounded(v float64, decimals int) string // with at most so many decimals
}

// English writes sentences as they stand in the program.
var English Words = english{}

type english struct{}

func (english) Say(text string, args ...any) string {
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

func (english) Amount(v float64, decimals int) string {
	return minus(tables.Thousands(strconv.FormatFloat(v, 'f', decimals, 64), ","))
}

func (english) Rounded(v float64, decimals int) string { return minus(tables.Readable(v, decimals)) }

// signed writes a change with its sign.
func signed(w Words, v float64) string {
	text := w.Rounded(v, 2)
	if v > 0 && text != "0" {
		return "+" + text
	}
	return text
}

// sentencesOf joins what is said, without what is empty.
func sentencesOf(list ...string) []string {
	var out []string
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return out
}
