package scenarios

import (
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"corridor/sim/tables"
)

// parse reads one YAML document into a tree. It returns nil when the file is not
// a document of that form; the reasons are reported.
func parse(file *File, report *diagnostics) *tree {
	top := Position{file, 1, 1}
	if !sizeOfFile(file, report) {
		return nil
	}
	if at, ok := firstInvalid(file.Text); ok {
		if r, _ := utf8.DecodeRuneInString(file.Text[at:]); r != utf8.RuneError {
			report.report(positionAt(file, at), noText, r)
		} else {
			report.report(positionAt(file, at), "the file is not UTF-8 text here; save it in that encoding")
		}
		return nil
	}
	loader, err := yaml.NewLoader(strings.NewReader(file.Text), yaml.WithV4Defaults())
	if err != nil {
		report.report(top, "cannot be read as YAML: %v", err)
		return nil
	}
	var document yaml.Node
	switch err := loader.Load(&document); {
	case errors.Is(err, io.EOF), err == nil && len(document.Content) == 0:
		report.report(top, "the file is empty, expected a scenario")
		return nil
	case err != nil:
		reportYAML(err, file, report)
		return nil
	}
	c := converter{file: file, report: report}
	root := c.convert(document.Content[0], 0)
	if c.stopped {
		return nil
	}
	var second yaml.Node
	switch err := loader.Load(&second); {
	case err == nil:
		report.report(Position{file, max(1, second.Line), max(1, second.Column)}, "a second document begins here, expected one scenario to a file")
	case !errors.Is(err, io.EOF):
		reportYAML(err, file, report)
	}
	if root.kind == nullKind {
		report.report(top, "the file is empty, expected a scenario")
		return nil
	}
	if root.kind != mapKind {
		report.report(root.Position, "the file is %v, expected keys such as scenario, title, segments", root.kind)
		return nil
	}
	return root
}

// converter turns YAML nodes into trees.
type converter struct {
	file    *File
	report  *diagnostics
	nodes   int
	stopped bool
}

func (c *converter) convert(n *yaml.Node, depth int) *tree {
	at := Position{c.file, n.Line, n.Column}
	if c.nodes++; c.nodes > maxNodes {
		c.stop(at, "the file has more than %d values once its aliases are written out", maxNodes)
	}
	if depth > maxDepth {
		c.stop(at, "values are nested more than %d deep, or an alias contains itself", maxDepth)
	}
	if c.stopped {
		return nil
	}
	if n.Style&yaml.TaggedStyle != 0 {
		c.report.report(at, "tags such as %s are no part of the language", short(n.Tag))
	}
	t := &tree{Position: at}
	c.steers(n)
	switch n.Kind {
	case yaml.AliasNode:
		return c.convert(n.Alias, depth+1)
	case yaml.ScalarNode:
		t.text = n.Value
		if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
			t.text = strings.TrimRight(t.text, "\n") // however the block ends
		}
		t.quoted = n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
		if n.Tag == "!!null" && !t.quoted {
			t.kind = nullKind
		}
	case yaml.SequenceNode:
		t.kind = listKind
		for _, item := range n.Content {
			if v := c.convert(item, depth+1); v != nil {
				t.items = append(t.items, v)
			}
			if c.stopped {
				return nil
			}
		}
	case yaml.MappingNode:
		t.kind = mapKind
		c.convertMap(t, n, depth)
	}
	return t
}

func (c *converter) convertMap(t *tree, n *yaml.Node, depth int) {
	first := map[string]int{} // key to line
	for i := 0; i+1 < len(n.Content) && !c.stopped; i += 2 {
		key := n.Content[i]
		at := Position{c.file, key.Line, key.Column}
		c.steers(key)
		value := c.convert(n.Content[i+1], depth+1)
		line, twice := first[key.Value]
		switch {
		case value == nil:
		case key.Kind != yaml.ScalarNode:
			c.report.report(at, "a key must be a name or a year")
		case key.Value == "<<":
			c.report.report(at, "merge keys are no part of the language, use extends or an overlay")
		case twice:
			c.report.report(at, "%q is given twice, first on line %d", short(key.Value), line)
		default:
			first[key.Value] = at.Line
			t.entries = append(t.entries, entry{key.Value, at, value})
		}
	}
}

// noText is said of a character that shows nothing and steers what shows the text.
const noText = "the control character %U is no part of a text"

// steers reports a control character that is written as an escape, such as \e.
func (c *converter) steers(n *yaml.Node) {
	if r, found := tables.FirstSteering(n.Value); found {
		c.report.report(Position{c.file, n.Line, n.Column}, noText, r)
	}
}

func (c *converter) stop(at Position, format string, args ...any) {
	if !c.stopped {
		c.report.report(at, format, args...)
	}
	c.stopped = true
}

// firstInvalid finds the first byte that is no text: broken UTF-8 or a control
// character other than those that end lines.
func firstInvalid(text string) (offset int, found bool) {
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return i, true
			}
		}
		if tables.Steers(r) && r != '\n' && r != '\t' && r != '\r' {
			return i, true
		}
	}
	return 0, false
}

func positionAt(file *File, offset int) Position {
	line, column := 1, 1
	for i, r := range file.Text {
		if i >= offset {
			break
		}
		if column++; r == '\n' {
			line, column = line+1, 1
		}
	}
	return Position{file, line, column}
}
