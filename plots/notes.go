package plots

import (
	"fmt"
	"slices"
	"strings"

	"corridor/plots/ink"
	"corridor/sim/tables"
)

// Notes collect what is to be said beside charts, for all charts of a command and
// whatever their formats: which could not be drawn, and which letters no font has. The
// zero value is ready; a nil one keeps nothing.
type Notes struct {
	changed []string
	failed  []string
	letters []string // that no font has, in the order met
	texts   []string // that have them
	charts  []string // that show them
}

// Failed notes a chart that could not be drawn, with the reason.
func (n *Notes) Failed(chart string, err error) {
	if n != nil {
		n.failed = added(n.failed, fmt.Sprintf("the chart %s is left out: %v", chart, err))
	}
}

// Changed notes a file of tables that is not as its run wrote it.
func (n *Notes) Changed(file string) {
	if n != nil {
		n.changed = added(n.changed, fmt.Sprintf("%s is not as the run wrote it, and the charts show what it holds now", file))
	}
}

// Missing notes a file of tables that its run wrote and that is not there.
func (n *Notes) Missing(file string) {
	if n != nil {
		n.changed = added(n.changed, fmt.Sprintf("%s is missing, and charts that need it are left out", file))
	}
}

// Drawn notes a chart that was drawn.
func (n *Notes) Drawn(chart string, f *Figure) {
	if n == nil {
		return
	}
	for _, t := range f.Texts() {
		if n.read(t.Text) {
			n.charts = added(n.charts, chart)
		}
	}
}

// Named notes the titles that a package brings, whether or not a chart has room to show
// them.
func (n *Notes) Named(p *tables.Package) {
	if n == nil {
		return
	}
	n.read(p.Title)
	for _, t := range p.Tables {
		for _, c := range t.Schema.Columns {
			if !c.IsName() {
				continue
			}
			for _, title := range t.Text(c.Name) {
				n.read(title)
			}
		}
	}
}

// read keeps a text if no font has some of its letters, and reports whether that is so.
func (n *Notes) read(text string) bool {
	missing := ink.Missing(text)
	for _, letter := range missing {
		n.letters = added(n.letters, letter)
	}
	text = strings.Join(strings.Fields(text), " ")
	known := func(whole string) bool {
		return strings.Contains(whole, strings.TrimRight(text, "…")) || strings.Contains(text, whole)
	}
	if len(missing) > 0 && !slices.ContainsFunc(n.texts, known) {
		n.texts = append(n.texts, text)
	}
	return len(missing) > 0
}

// Lines returns a sentence for each chart that could not be drawn, and one on letters.
func (n *Notes) Lines() []string {
	if n == nil {
		return nil
	}
	lines := slices.Concat(n.changed, n.failed)
	if len(n.letters) > 0 {
		where := "charts"
		if len(n.charts) > 0 {
			where = strings.Join(n.charts, ", ")
		}
		lines = append(lines, fmt.Sprintf("no font has the letters %s, which are empty boxes, or in SVG of another font, in %s: %s",
			few(n.letters, 24, " "), where, few(n.texts, 3, "; ")))
	}
	return lines
}

// few joins the first of a list and says how many more there are.
func few(list []string, most int, separator string) string {
	if len(list) <= most {
		return strings.Join(list, separator)
	}
	return fmt.Sprintf("%s and %d more", strings.Join(list[:most], separator), len(list)-most)
}

// added appends what is not there yet.
func added(list []string, one string) []string {
	if slices.Contains(list, one) {
		return list
	}
	return append(list, one)
}
