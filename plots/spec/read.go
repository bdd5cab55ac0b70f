package spec

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"corridor/plots"
	"corridor/scenarios/text"
)

// maxBytes bounds the size of a spec.
const maxBytes = 1 << 20

// reader reads a list of charts, and collects every mistake with its place.
type reader struct {
	found text.Report
	files map[string]bool // file names taken
}

// charts says what a file of charts holds.
var charts = text.Contents{Whole: "charts", One: "one list of charts", Keys: "a group of keys", NoAliases: true}

// Read returns the charts that a file asks for. What it does not say is as
// the options and formats given. Mistakes come all at once, as a *text.Error.
func Read(path string, o plots.Options, formats []string) ([]Order, error) {
	content, err := text.ReadFile(path, maxBytes)
	if err != nil {
		return nil, err
	}
	r := &reader{files: map[string]bool{}}
	var orders []Order
	if root := text.Parse(&text.File{Name: path, Text: string(content)}, charts, &r.found); root != nil {
		orders = r.read(root, o, formats)
	}
	if err := r.found.Err(); err != nil {
		return nil, err
	}
	return orders, nil
}

func (r *reader) wrong(at text.Position, format string, args ...any) {
	r.found.Mistake(at, format, args...)
}

func (r *reader) read(root *text.Tree, o plots.Options, formats []string) []Order {
	var orders []Order
	common := Order{Options: o, Formats: formats}
	keys := r.commonKeys(&common)
	keys["charts"] = func(*text.Tree) {}
	r.keys(root, "the file", keys)
	list := root.Get("charts")
	switch {
	case list == nil:
		r.wrong(root.Position, "the file has no charts, expected a list of charts")
	case list.Kind != text.List || len(list.Items) == 0:
		r.wrong(list.Position, "charts is %s, expected a list of charts", kindOf(list))
	default:
		for _, item := range list.Items {
			if order, ok := r.chart(item, common); ok {
				orders = append(orders, order)
			}
		}
	}
	return orders
}

// chart reads one entry of the list.
func (r *reader) chart(n *text.Tree, order Order) (Order, bool) {
	var named, filed *text.Tree
	keys := r.commonKeys(&order)
	known := append(plots.Names(), plots.ComparisonNames()...)
	keys["chart"] = func(n *text.Tree) { named = n; order.Chart = r.oneOf(n, "chart", known) }
	keys["metric"] = func(n *text.Tree) { order.Options.Metric = r.oneOf(n, "metric", plots.MetricNames()) }
	keys["by"] = func(n *text.Tree) { order.Options.By = r.oneOf(n, "by", plots.Parts) }
	keys["title"] = func(n *text.Tree) { order.Options.Title = r.text(n, "title") }
	keys["subtitle"] = func(n *text.Tree) { order.Options.Subtitle = r.text(n, "subtitle") }
	keys["note"] = func(n *text.Tree) { order.Options.Note = r.text(n, "note") }
	keys["file"] = func(n *text.Tree) { filed = n; order.File = r.fileName(n) }
	if !r.keys(n, "a chart", keys) {
		return order, false
	}
	if named == nil {
		r.wrong(n.Position, "this entry has no chart, expected the name of one; valid: %s", strings.Join(plots.Names(), ", "))
		return order, false
	}
	order.At = named.Position
	if order.File == "" {
		order.File = fileOf(order.Chart, order.Options)
	}
	taken := strings.ToLower(order.File) // the same file where letters have no case
	if taken != "" && r.files[taken] {
		at := named
		if filed != nil {
			at = filed
		}
		r.wrong(at.Position, "there is a chart with the file %q already; give this one another file", order.File)
	}
	r.files[taken] = true
	return order, true
}

// commonKeys are those that the file and each of its charts may have.
func (r *reader) commonKeys(order *Order) map[string]func(*text.Tree) {
	o := &order.Options
	return map[string]func(*text.Tree){
		"lang":     func(n *text.Tree) { o.Lang = r.oneOf(n, "lang", plots.Languages) },
		"size":     func(n *text.Tree) { o.Size = r.oneOf(n, "size", plots.Sizes) },
		"format":   func(n *text.Tree) { order.Formats = r.formats(n) },
		"labels":   func(n *text.Tree) { o.Labels = r.labels(n, o.Labels) },
		"style":    func(n *text.Tree) { o.Style = r.style(n, o.Style) },
		"observed": func(n *text.Tree) { o.Observed = r.observed(n) },
		"runs":     func(n *text.Tree) { o.Runs = r.texts(n, "runs") },
	}
}

// keys calls the function of every key of a group, and reports keys that are not
// known. It returns false for what is no group of keys.
func (r *reader) keys(t *text.Tree, what string, known map[string]func(*text.Tree)) bool {
	valid := slices.Sorted(maps.Keys(known))
	return r.pairs(t, what, func(e text.Entry) {
		if read, ok := known[e.Key]; ok {
			read(e.Tree)
		} else {
			r.wrong(e.At, "unknown key %q in %s%s", e.Key, what, text.DidYouMean(e.Key, valid))
		}
	})
}

// pairs calls read for every entry of a group of any keys.
func (r *reader) pairs(t *text.Tree, what string, read func(e text.Entry)) bool {
	if t.Kind != text.Map {
		r.wrong(t.Position, "%s is %s, expected a group of keys", what, kindOf(t))
		return false
	}
	for _, e := range t.Entries {
		read(e)
	}
	return true
}

func kindOf(t *text.Tree) string {
	switch {
	case t.Kind == text.List && len(t.Items) == 0:
		return "an empty list"
	case t.Kind == text.Null:
		return "empty"
	case t.Kind == text.Scalar:
		return strconv.Quote(t.Text)
	}
	return t.Kind.String()
}

func (r *reader) text(t *text.Tree, key string) string {
	if t.Kind != text.Scalar || strings.TrimSpace(t.Text) == "" {
		r.wrong(t.Position, "%s is %s, expected a text", key, kindOf(t))
		return ""
	}
	if strings.ContainsAny(t.Text, "\n\t") {
		r.wrong(t.Position, "%s has a line break or a tab in it, expected a text of one line", key)
		return ""
	}
	return t.Text
}

func (r *reader) texts(n *text.Tree, key string) []string {
	if n.Kind != text.List {
		r.wrong(n.Position, "%s is %s, expected a list of texts", key, kindOf(n))
		return nil
	}
	var out []string
	for _, item := range n.Items {
		out = append(out, r.text(item, key))
	}
	return out
}

func (r *reader) oneOf(n *text.Tree, key string, valid []string) string {
	if n.Kind == text.Scalar && slices.Contains(valid, n.Text) {
		return n.Text
	}
	r.wrong(n.Position, "%s is %s%s", key, kindOf(n), text.DidYouMean(n.Text, valid))
	return ""
}

func (r *reader) formats(n *text.Tree) []string {
	if n.Kind != text.List {
		return []string{r.oneOf(n, "format", plots.Formats)}
	}
	var out []string
	for _, item := range n.Items {
		out = append(out, r.oneOf(item, "format", plots.Formats))
	}
	if len(out) == 0 {
		r.wrong(n.Position, "format is an empty list, expected some of %s", strings.Join(plots.Formats, ", "))
	}
	return out
}

var plainName = regexp.MustCompile(`^[\pL\pN][\pL\pN._ -]*$`)

func (r *reader) fileName(n *text.Tree) string {
	name := r.text(n, "file")
	if name != "" && (!plainName.MatchString(name) || len(name) > 100) {
		r.wrong(n.Position, "file is %q, expected a name of letters, digits, spaces and . _ - without a directory", name)
	}
	return name
}

func (r *reader) number(n *text.Tree, key string, low, high float64) float64 {
	v, err := text.Number(n.Text)
	if n.Kind != text.Scalar || err != nil || math.IsNaN(v) || v < low || v > high {
		r.wrong(n.Position, "%s is %s, expected a number from %g to %g", key, kindOf(n), low, high)
		return low
	}
	return v
}

// labels reads other words for texts of the charts, over those that hold for all.
func (r *reader) labels(n *text.Tree, common map[string]string) map[string]string {
	out := map[string]string{}
	for english, own := range common {
		out[english] = own
	}
	r.pairs(n, "labels", func(e text.Entry) {
		if !slices.Contains(plots.Texts(), e.Key) {
			r.wrong(e.At, "no chart says %q%s", e.Key, text.DidYouMean(e.Key, plots.Texts()))
			return
		}
		own := r.text(e.Tree, "label")
		if err := plots.CheckLabel(e.Key, own); own != "" && err != nil {
			r.wrong(e.Position, "%v", err)
			return
		}
		out[e.Key] = own
	})
	return out
}

func (r *reader) style(n *text.Tree, common plots.Style) plots.Style {
	out := plots.Style{Lines: common.Lines, Colours: map[string]string{}}
	for name, colour := range common.Colours {
		out.Colours[name] = colour
	}
	r.keys(n, "style", map[string]func(*text.Tree){
		"lines": func(n *text.Tree) { out.Lines = r.number(n, "lines", plots.ThinnestLines, plots.ThickestLines) },
		"colours": func(n *text.Tree) {
			r.pairs(n, "colours", func(e text.Entry) {
				if !slices.Contains(plots.ColourNames(), e.Key) {
					r.wrong(e.At, "there is no colour %q%s", e.Key, text.DidYouMean(e.Key, plots.ColourNames()))
				} else if _, err := plots.ParseColour(e.Text); err != nil {
					r.wrong(e.Position, "%v", err)
				} else {
					out.Colours[e.Key] = e.Text
				}
			})
		},
	})
	return out
}

func (r *reader) observed(n *text.Tree) map[int]float64 {
	out := map[int]float64{}
	r.pairs(n, "observed", func(e text.Entry) {
		year, err := strconv.Atoi(e.Key)
		if err != nil || year < 1800 || year > 2200 {
			r.wrong(e.At, "%q is not a year from 1800 to 2200", e.Key)
			return
		}
		out[year] = r.number(e.Tree, e.Key, 0, 1e12)
	})
	return out
}
