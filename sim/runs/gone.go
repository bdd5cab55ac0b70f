package runs

import (
	"fmt"
	"slices"
	"strings"

	"corridor/sim/shell"
	"corridor/sim/tables"
)

// gone says what went with the results that stood in a directory before and is not made anew by a
// run: the report, charts that were drawn beside its own, and charts in formats that nobody asked
// for now. It is "" where that is nothing.
func (m *Manifest) gone(dir string, before *Manifest) string {
	var list []string
	report := has(before.Outputs, ReportFile) && !has(m.Outputs, ReportFile)
	if report {
		list = append(list, ReportFile)
	}
	if formats := slices.DeleteFunc(slices.Clone(before.Charts), func(f string) bool { return slices.Contains(m.Charts, f) }); len(formats) > 0 {
		list = append(list, "charts in "+strings.Join(formats, ", "))
	}
	list = append(list, drawnBeside(before.Drawn, m)...)
	if len(list) == 0 {
		return ""
	}
	said := fmt.Sprintf("gone from %s with the results before: %s", dir, strings.Join(list, "; "))
	if report {
		said += fmt.Sprintf(" (%s makes the page anew)", strings.Join(before.Report.words(dir), " "))
	}
	return tables.ShownInLine(said)
}

// drawnBeside names some of the charts that were drawn beside those of a run and are gone.
func drawnBeside(drawn []Output, now *Manifest) []string {
	const most = 3
	var list []string
	for _, o := range drawn {
		if !has(now.Outputs, o.Path) {
			list = append(list, o.Path)
		}
	}
	if len(list) > most {
		more := tables.Counted(len(list)-most, "more chart drawn beside", "more charts drawn beside")
		list = append(list[:most], more)
	}
	return list
}

// words are the command line that makes a report of a directory again.
func (r *Report) words(dir string) []string {
	words := []string{program, "report", shell.Quoted(dir)}
	if r != nil && r.Title != "" {
		words = append(words, "--title", shell.Quoted(r.Title))
	}
	if r != nil && r.Lang != "" {
		words = append(words, "--lang", shell.Quoted(r.Lang))
	}
	return words
}

func has(outputs []Output, path string) bool {
	return slices.ContainsFunc(outputs, func(o Output) bool { return o.Path == path })
}
