package spec

import (
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"corridor/plots"
	"corridor/scenarios/text"
	"corridor/sim/tables"
)

// maxBytes bounds the size of a spec.
const maxBytes = 1 << 20

// reader reads a list of charts, and collects every mistake with its place.
type reader struct {
	file  *text.File
	found []text.Diagnostic
	files map[string]bool // file names taken
}

// Read returns the charts that a file asks for. What it does not say is as
// the options and formats given. Mistakes come all at once, as a *text.Error.
func Read(path string, o plots.Options, formats []string) ([]Order, error) {
	content, err := text.ReadFile(path, maxBytes)
	if err != nil {
		return nil, err
	}
	r := &reader{file: &text.File{Name: path, Text: string(content)}, files: map[string]bool{}}
	orders := r.read(o, formats)
	if len(r.found) > 0 {
		slices.SortStableFunc(r.found, func(a, b text.Diagnostic) int {
			if a.Line != b.Line {
				return a.Line - b.Line
			}
			return a.Column - b.Column
		})
		return nil, &text.Error{Diagnostics: r.found}
	}
	return orders, nil
}

func (r *reader) report(line, column int, format string, args ...any) {
	at := text.Position{File: r.file, Line: max(1, line), Column: max(1, column)}
	r.found = append(r.found, text.Diagnostic{Position: at, Message: tables.ShownInLine(fmt.Sprintf(format, args...))})
}

func (r *reader) wrong(n *yaml.Node, format string, args ...any) {
	r.report(n.Line, n.Column, format, args...)
}

func (r *reader) read(o plots.Options, formats []string) []Order {
	loader, err := yaml.NewLoader(strings.NewReader(r.file.Text), yaml.WithV4Defaults())
	if err != nil {
		r.report(1, 1, "cannot be read as YAML: %v", err)
		return nil
	}
	var document yaml.Node
	if err := loader.Load(&document); errors.Is(err, io.EOF) || err == nil && len(document.Content) == 0 {
		r.report(1, 1, "the file is empty, expected charts")
		return nil
	} else if err != nil {
		r.notYAML(err)
		return nil
	}
	var orders []Order
	common := Order{Options: o, Formats: formats}
	var charts *yaml.Node
	keys := r.commonKeys(&common)
	keys["charts"] = func(n *yaml.Node) { charts = n }
	root := document.Content[0]
	if !r.keys(root, "the file", keys) {
		return nil
	}
	if charts == nil {
		r.wrong(root, "the file has no charts, expected a list of charts")
		return nil
	}
	if charts.Kind != yaml.SequenceNode || len(charts.Content) == 0 {
		r.wrong(charts, "charts is %s, expected a list of charts", kindOf(charts))
		return nil
	}
	for _, n := range charts.Content {
		if order, ok := r.chart(n, common); ok {
			orders = append(orders, order)
		}
	}
	return orders
}

func (r *reader) notYAML(err error) {
	line, column, message := 1, 1, err.Error()
	var load *yaml.LoadError
	if errors.As(err, &load) {
		line, column, message = load.Mark.Line, load.Mark.Column, load.Message
	}
	r.report(line, column, "not YAML: %s", message)
}

// chart reads one entry of the list.
func (r *reader) chart(n *yaml.Node, order Order) (Order, bool) {
	var named, filed *yaml.Node
	keys := r.commonKeys(&order)
	known := append(plots.Names(), plots.ComparisonNames()...)
	keys["chart"] = func(n *yaml.Node) { named = n; order.Chart = r.oneOf(n, "chart", known) }
	keys["metric"] = func(n *yaml.Node) { order.Options.Metric = r.oneOf(n, "metric", plots.MetricNames()) }
	keys["title"] = func(n *yaml.Node) { order.Options.Title = r.text(n, "title") }
	keys["subtitle"] = func(n *yaml.Node) { order.Options.Subtitle = r.text(n, "subtitle") }
	keys["note"] = func(n *yaml.Node) { order.Options.Note = r.text(n, "note") }
	keys["file"] = func(n *yaml.Node) { filed = n; order.File = r.fileName(n) }
	if !r.keys(n, "a chart", keys) {
		return order, false
	}
	if named == nil {
		r.wrong(n, "this entry has no chart, expected the name of one; valid: %s", strings.Join(plots.Names(), ", "))
		return order, false
	}
	if order.File == "" {
		order.File = fileOf(order.Chart, order.Options)
	}
	if order.File != "" && r.files[order.File] {
		at := named
		if filed != nil {
			at = filed
		}
		r.wrong(at, "there is a chart with the file %q already; give this one another file", order.File)
	}
	r.files[order.File] = true
	return order, true
}

// commonKeys are those that the file and each of its charts may have.
func (r *reader) commonKeys(order *Order) map[string]func(*yaml.Node) {
	o := &order.Options
	return map[string]func(*yaml.Node){
		"lang":     func(n *yaml.Node) { o.Lang = r.oneOf(n, "lang", plots.Languages) },
		"size":     func(n *yaml.Node) { o.Size = r.oneOf(n, "size", plots.Sizes) },
		"format":   func(n *yaml.Node) { order.Formats = r.formats(n) },
		"labels":   func(n *yaml.Node) { o.Labels = r.labels(n, o.Labels) },
		"style":    func(n *yaml.Node) { o.Style = r.style(n, o.Style) },
		"observed": func(n *yaml.Node) { o.Observed = r.observed(n) },
		"runs":     func(n *yaml.Node) { o.Runs = r.texts(n, "runs") },
	}
}

// keys calls the function of every key of a group, and reports keys that are not
// known or come twice. It returns false when the node is no group of keys.
func (r *reader) keys(n *yaml.Node, what string, known map[string]func(*yaml.Node)) bool {
	if n.Kind != yaml.MappingNode {
		r.wrong(n, "%s is %s, expected a group of keys", what, kindOf(n))
		return false
	}
	var valid []string
	for key := range known {
		valid = append(valid, key)
	}
	slices.Sort(valid)
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		read, ok := known[key.Value]
		switch {
		case !ok:
			r.wrong(key, "unknown key %q in %s%s", key.Value, what, text.DidYouMean(key.Value, valid))
		case seen[key.Value]:
			r.wrong(key, "the key %s comes twice", key.Value)
		case value.Kind == yaml.AliasNode:
			r.wrong(value, "aliases are not allowed here; write the value out")
		default:
			seen[key.Value] = true
			read(value)
		}
	}
	return true
}

func kindOf(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a group of keys"
	case n.Kind == yaml.SequenceNode && len(n.Content) == 0:
		return "an empty list"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Kind == yaml.AliasNode:
		return "an alias"
	case n.Tag == "!!null":
		return "empty"
	}
	return strconv.Quote(n.Value)
}

func (r *reader) text(n *yaml.Node, key string) string {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" || strings.TrimSpace(n.Value) == "" {
		r.wrong(n, "%s is %s, expected a text", key, kindOf(n))
		return ""
	}
	if shown := tables.ShownInLine(n.Value); n.Value != shown {
		r.wrong(n, "%s is %q, with control characters, expected a text of one line", key, shown)
		return ""
	}
	return n.Value
}

func (r *reader) texts(n *yaml.Node, key string) []string {
	if n.Kind != yaml.SequenceNode {
		r.wrong(n, "%s is %s, expected a list of texts", key, kindOf(n))
		return nil
	}
	var out []string
	for _, item := range n.Content {
		out = append(out, r.text(item, key))
	}
	return out
}

func (r *reader) oneOf(n *yaml.Node, key string, valid []string) string {
	if n.Kind == yaml.ScalarNode && slices.Contains(valid, n.Value) {
		return n.Value
	}
	r.wrong(n, "%s is %s%s", key, kindOf(n), text.DidYouMean(n.Value, valid))
	return ""
}

func (r *reader) formats(n *yaml.Node) []string {
	if n.Kind != yaml.SequenceNode {
		return []string{r.oneOf(n, "format", plots.Formats)}
	}
	var out []string
	for _, item := range n.Content {
		out = append(out, r.oneOf(item, "format", plots.Formats))
	}
	if len(out) == 0 {
		r.wrong(n, "format is an empty list, expected some of %s", strings.Join(plots.Formats, ", "))
	}
	return out
}

var plainName = regexp.MustCompile(`^[\pL\pN][\pL\pN._ -]*$`)

func (r *reader) fileName(n *yaml.Node) string {
	name := r.text(n, "file")
	if name != "" && (!plainName.MatchString(name) || len(name) > 100) {
		r.wrong(n, "file is %q, expected a name of letters, digits, spaces and . _ - without a directory", name)
	}
	return name
}

func (r *reader) number(n *yaml.Node, key string, low, high float64) float64 {
	v, err := text.Number(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil || math.IsNaN(v) || v < low || v > high {
		r.wrong(n, "%s is %s, expected a number from %g to %g", key, kindOf(n), low, high)
		return low
	}
	return v
}

// labels reads other words for texts of the charts, over those that hold for all.
func (r *reader) labels(n *yaml.Node, common map[string]string) map[string]string {
	out := map[string]string{}
	for english, own := range common {
		out[english] = own
	}
	r.pairs(n, "labels", func(key, value *yaml.Node) {
		if !slices.Contains(plots.Texts(), key.Value) {
			r.wrong(key, "no chart says %q%s", key.Value, text.DidYouMean(key.Value, plots.Texts()))
			return
		}
		own := r.text(value, "label")
		if err := plots.CheckLabel(key.Value, own); own != "" && err != nil {
			r.wrong(value, "%v", err)
			return
		}
		out[key.Value] = own
	})
	return out
}

func (r *reader) style(n *yaml.Node, common plots.Style) plots.Style {
	out := plots.Style{Lines: common.Lines, Colours: map[string]string{}}
	for name, colour := range common.Colours {
		out.Colours[name] = colour
	}
	r.keys(n, "style", map[string]func(*yaml.Node){
		"lines": func(n *yaml.Node) { out.Lines = r.number(n, "lines", plots.ThinnestLines, plots.ThickestLines) },
		"colours": func(n *yaml.Node) {
			r.pairs(n, "colours", func(key, value *yaml.Node) {
				if !slices.Contains(plots.ColourNames(), key.Value) {
					r.wrong(key, "there is no colour %q%s", key.Value, text.DidYouMean(key.Value, plots.ColourNames()))
				} else if _, err := plots.ParseColour(value.Value); err != nil {
					r.wrong(value, "%v", err)
				} else {
					out.Colours[key.Value] = value.Value
				}
			})
		},
	})
	return out
}

func (r *reader) observed(n *yaml.Node) map[int]float64 {
	out := map[int]float64{}
	r.pairs(n, "observed", func(key, value *yaml.Node) {
		year, err := strconv.Atoi(key.Value)
		if err != nil || year < 1800 || year > 2200 {
			r.wrong(key, "%q is not a year from 1800 to 2200", key.Value)
			return
		}
		out[year] = r.number(value, key.Value, 0, 1e12)
	})
	return out
}

// pairs calls read for every key and value of a group of any keys.
func (r *reader) pairs(n *yaml.Node, what string, read func(key, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.wrong(n, "%s is %s, expected a group of keys", what, kindOf(n))
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if key := n.Content[i]; seen[key.Value] {
			r.wrong(key, "the key %s comes twice", key.Value)
			continue
		}
		seen[n.Content[i].Value] = true
		read(n.Content[i], n.Content[i+1])
	}
}
