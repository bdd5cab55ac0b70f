package scenarios

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"corridor/scenarios/language"
	"corridor/scenarios/text"
)

// What is drawn together, by the names a Go program uses.
type (
	Posterior = language.Posterior
	Made      = language.Made
)

// PosteriorOverlay is a sample of uncertainties of a scenario, to be written as an overlay
// on it.
type PosteriorOverlay struct {
	Name, Title, Question, Description string // of the overlay; the name as in the library
	Posterior                                 // Priors are not used
}

// digits is how many significant ones the values of a sample are written with: rounding is
// then a thousandth of a value at most, much less than a calibration can tell.
const digits = 4

// Text writes the overlay. Beside the sample it sets each of the numbers to its value in the
// row nearest the middle of the sample, so that the expected future is that of one of those
// drawn, and the base shares to belong to them. The same sample gives the same text.
func (o *PosteriorOverlay) Text(base *Scenario) (string, error) {
	rows, err := o.rounded()
	if err != nil {
		return "", err
	}
	root := &text.Tree{Kind: text.Map}
	set := func(key string, t *text.Tree) { root.Set(text.Entry{Key: key, Tree: t}) }
	said := func(key, words string) {
		if words != "" {
			set(key, plain(words))
		}
	}
	said("overlay", o.Name)
	if of := base.root.TextOf("scenario"); slices.Contains(scenarioNames(), of) {
		said("for", of)
	}
	said("title", o.Title)
	said("question", o.Question)
	said("description", o.Description)
	set("recalibrate", plain("true"))
	middle := central(rows)
	for i, name := range o.Of {
		path := base.pathOf(name)
		if path == "" {
			return "", fmt.Errorf("%s has no uncertainty %s", base.Name, name)
		}
		put(root, strings.Split(path, "."), calibrated(rows, i, middle))
	}
	set("posterior", o.tree(rows))
	content := "# yaml-language-server: $schema=" + strings.Repeat("../", strings.Count(o.Name, "/")+1) + "scenario.schema.json\n" +
		fmt.Sprintf("# Written by corridor calibrate. The figures are those of row %d, nearest the middle of the sample.\n", middle+1) + root.Print()
	return content, base.takes(o.Name, content)
}

// pathOf returns the path of an uncertainty that the scenario lists, "" for none.
func (s *Scenario) pathOf(uncertainty string) string {
	return s.root.Get("uncertainties").Get(uncertainty).TextOf("path")
}

// takes returns an error for an overlay that cannot be laid on the scenario.
func (s *Scenario) takes(name, overlay string) error {
	_, err := s.under(name, overlay)
	return err
}

// under returns the scenario with an overlay laid on it.
func (s *Scenario) under(name, overlay string) (*Scenario, error) {
	l := &loader{layers: s.layers}
	over := text.Parse(&text.File{Name: name, Text: overlay}, scenarioText, &l.report)
	if over == nil {
		return nil, l.report.Err()
	}
	l.lay(over.File)
	laid, err := l.compiled(language.Lay(s.root, over.Dropped(overlayWords...), &l.report), func(string) string { return s.Name })
	if err == nil {
		laid.fits(&l.report)
		err = l.report.Err()
	}
	return laid, err
}

// rounded returns the rows as they are written.
func (o *PosteriorOverlay) rounded() ([][]float64, error) {
	var out [][]float64
	for i, row := range o.Rows {
		if len(row) != len(o.Of) {
			return nil, fmt.Errorf("row %d of the posterior has %d values, expected %d", i+1, len(row), len(o.Of))
		}
		line := make([]float64, len(row))
		for j, v := range row {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return nil, fmt.Errorf("%s is %v in row %d of the posterior", o.Of[j], v, i+1)
			}
			line[j], _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
		}
		out = append(out, line)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("the posterior has no rows")
	}
	return out, nil
}

// tree is the section of the sample.
func (o *PosteriorOverlay) tree(rows [][]float64) *text.Tree {
	out := &text.Tree{Kind: text.Map}
	if o.Posterior.Title != "" {
		out.Set(text.Entry{Key: "title", Tree: plain(o.Posterior.Title)})
	}
	if len(o.Made) > 0 {
		made := &text.Tree{Kind: text.Map}
		for _, m := range o.Made {
			made.Set(text.Entry{Key: m.Name, Tree: plain(m.Is)})
		}
		out.Set(text.Entry{Key: "made", Tree: made})
	}
	of, sample := &text.Tree{Kind: text.List}, &text.Tree{Kind: text.List}
	for _, name := range o.Of {
		of.Items = append(of.Items, plain(name))
	}
	for _, row := range rows {
		line := &text.Tree{Kind: text.List}
		for _, v := range row {
			line.Items = append(line.Items, number(v))
		}
		sample.Items = append(sample.Items, line)
	}
	out.Set(text.Entry{Key: "of", Tree: of})
	out.Set(text.Entry{Key: "rows", Tree: sample})
	return out
}

// calibrated is a figure of the central row, with the range that the sample has of it.
func calibrated(rows [][]float64, column, middle int) *text.Tree {
	values := make([]float64, len(rows))
	for i := range rows {
		values[i] = rows[i][column]
	}
	slices.Sort(values)
	value := rows[middle][column]
	low, high := values[int(float64(tail*float64(len(values))))], values[len(values)-1-int(float64(tail*float64(len(values))))]
	out := &text.Tree{Kind: text.Map}
	for _, e := range []text.Entry{
		{Key: "value", Tree: number(value)},
		{Key: "low", Tree: number(min(low, value))},
		{Key: "high", Tree: number(max(high, value))},
		{Key: "source", Tree: plain(language.Derived)},
		{Key: "note", Tree: plain("calibrated; low and high are 5 and 95 % of the posterior")},
	} {
		out.Set(e)
	}
	return out
}

// tail is the share of a sample beyond either end of the range of a figure.
const tail = 0.05

// plain is a text as it stands in a file.
func plain(words string) *text.Tree { return &text.Tree{Text: words} }

// number is a number in the fewest digits that read back as the same.
func number(v float64) *text.Tree { return plain(strconv.FormatFloat(v, 'g', -1, 64)) }

// put sets what stands at a path, making the maps it leads through.
func put(t *text.Tree, path []string, to *text.Tree) {
	for _, key := range path[:len(path)-1] {
		below := t.Get(key)
		if below == nil {
			below = &text.Tree{Kind: text.Map}
			t.Set(text.Entry{Key: key, Tree: below})
		}
		t = below
	}
	t.Set(text.Entry{Key: path[len(path)-1], Tree: to})
}
