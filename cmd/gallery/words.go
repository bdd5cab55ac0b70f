package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"corridor/sim/tables"
)

// paragraph makes a text of lines as long as those of the pages.
func paragraph(format string, args ...any) string { return wrap(fmt.Sprintf(format, args...), 120) }

// wrap breaks a text into lines of at most width characters.
func wrap(text string, width int) string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && len([]rune(line+" "+word)) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return strings.Join(append(lines, line), "\n")
}

// fixed writes a number with so many decimals.
func fixed(v float64, decimals int) string { return strconv.FormatFloat(v, 'f', decimals, 64) }

// readable writes a number with at most two decimals.
func readable(v float64) string { return tables.Readable(v, 2) }

// added writes what is added to another number.
func added(v float64) string { return strings.Replace(fmt.Sprintf("%+.2f", v), "-", "−", 1) }

// monthsOf writes a number of months of a table.
func monthsOf(n float64) string { return tables.Counted(int(n), "month") }

// percent writes a probability.
func percent(p float64) string { return fixed(100*p, 1) + " %" }

// percentOff says by how much a value misses another.
func percentOff(value, actual float64) string {
	off := 100 * (value/actual - 1)
	if off < 0 {
		return fmt.Sprintf("%.0f %% too low", math.Abs(off))
	}
	return fmt.Sprintf("%.0f %% too high", off)
}

// money writes an amount of money in USD million for a sentence.
func money(musd float64) string {
	if musd >= 1000 {
		return "USD " + fixed(musd/1000, 1) + " billion"
	}
	return "USD " + fixed(musd, 0) + " million"
}
