package text

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"corridor/sim/tables"
)

// Contents says what a document holds, for messages about one that does not.
type Contents struct {
	Whole string // a scenario
	One   string // one scenario
	Keys  string // keys such as scenario, title, segments

	NoAliases bool // values stand written out
}

// Parse reads one YAML document into a tree. It returns nil when the file is not
// a document of keys; the reasons are reported.
func Parse(file *File, expect Contents, report *Report) *Tree {
	top := Position{file, 1, 1}
	if !sizeOfFile(file, report) {
		return nil
	}
	if at, ok := firstInvalid(file.Text); ok {
		if r, _ := utf8.DecodeRuneInString(file.Text[at:]); r != utf8.RuneError {
			report.Mistake(positionAt(file, at), noText, r)
		} else {
			report.Mistake(positionAt(file, at), "the file is not UTF-8 text here; save it in that encoding")
		}
		return nil
	}
	loader, err := yaml.NewLoader(strings.NewReader(file.Text), yaml.WithV4Defaults())
	if err != nil {
		report.Mistake(top, "cannot be read as YAML: %v", err)
		return nil
	}
	var document yaml.Node
	switch err := loader.Load(&document); {
	case errors.Is(err, io.EOF), err == nil && len(document.Content) == 0:
		report.Mistake(top, "the file is empty, expected %s", expect.Whole)
		return nil
	case err != nil:
		reportYAML(err, file, report)
		return nil
	}
	c := converter{file: file, report: report, noAliases: expect.NoAliases}
	root := c.convert(document.Content[0], 0)
	if c.stopped {
		return nil
	}
	var second yaml.Node
	switch err := loader.Load(&second); {
	case err == nil:
		report.Mistake(Position{file, max(1, second.Line), max(1, second.Column)}, "a second document begins here, expected %s to a file", expect.One)
	case !errors.Is(err, io.EOF):
		reportYAML(err, file, report)
	}
	if root.Kind == Null {
		report.Mistake(top, "the file is empty, expected %s", expect.Whole)
		return nil
	}
	if root.Kind != Map {
		report.Mistake(root.Position, "the file is %v, expected %s", root.Kind, expect.Keys)
		return nil
	}
	return root
}

// converter turns YAML nodes into trees.
type converter struct {
	file    *File
	report  *Report
	nodes   int
	stopped bool

	noAliases bool
}

func (c *converter) convert(n *yaml.Node, depth int) *Tree {
	at := Position{c.file, n.Line, n.Column}
	if c.nodes++; c.nodes > MaxNodes {
		c.stop(at, "the file has more than %d values once its aliases are written out", MaxNodes)
	}
	if depth > maxDepth {
		c.stop(at, "values are nested more than %d deep, or an alias contains itself", maxDepth)
	}
	if c.stopped {
		return nil
	}
	if n.Style&yaml.TaggedStyle != 0 {
		c.report.Mistake(at, "the language has no tags such as %s", Short(n.Tag))
	}
	t := &Tree{Position: at}
	c.steers(n)
	switch n.Kind {
	case yaml.AliasNode:
		if c.noAliases {
			c.report.Mistake(at, "aliases are not allowed here; write the value out")
			return nil
		}
		return c.convert(n.Alias, depth+1)
	case yaml.ScalarNode:
		t.Text = n.Value
		if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
			t.Text = strings.TrimRight(t.Text, "\n") // however the block ends
		}
		t.Quoted = n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
		if n.Tag == "!!null" && !t.Quoted {
			t.Kind = Null
		}
	case yaml.SequenceNode:
		t.Kind = List
		for _, item := range n.Content {
			if v := c.convert(item, depth+1); v != nil {
				t.Items = append(t.Items, v)
			}
			if c.stopped {
				return nil
			}
		}
	case yaml.MappingNode:
		t.Kind = Map
		c.convertMap(t, n, depth)
	}
	return t
}

func (c *converter) convertMap(t *Tree, n *yaml.Node, depth int) {
	first := map[string]int{} // key to line
	for i := 0; i+1 < len(n.Content) && !c.stopped; i += 2 {
		key := n.Content[i]
		at := Position{c.file, key.Line, key.Column}
		if i > 0 && c.endsInComma(n, i) {
			continue
		}
		c.steers(key)
		value := c.convert(n.Content[i+1], depth+1)
		line, twice := first[key.Value]
		switch {
		case value == nil:
		case key.Kind != yaml.ScalarNode:
			c.report.Mistake(at, "a key must be a name or a year")
		case key.Value == "<<":
			c.report.Mistake(at, "the language has no merge keys; use extends or an overlay")
		case twice:
			c.report.Mistake(at, "%q is given twice, first on line %d", Short(key.Value), line)
		default:
			first[key.Value] = at.Line
			t.Entries = append(t.Entries, Entry{key.Value, at, value})
		}
	}
}

// noText is said of a character that shows nothing and steers what shows the text.
const noText = "a text cannot have the control character %U"

// steers reports a control character that is written as an escape, such as \e.
func (c *converter) steers(n *yaml.Node) {
	if r, found := tables.FirstSteering(n.Value); found {
		c.report.Mistake(Position{c.file, n.Line, n.Column}, noText, r)
	}
}

func (c *converter) stop(at Position, format string, args ...any) {
	if !c.stopped {
		c.report.Mistake(at, format, args...)
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

// Unreadable says why something is no text, and where; "" where it is one.
func Unreadable(text string) (offset int, why string) {
	if r, found := tables.FirstSteering(text); found {
		return strings.IndexRune(text, r), fmt.Sprintf(noText, r)
	}
	if at, found := firstInvalid(text); found {
		return at, "this is not UTF-8 text"
	}
	return 0, ""
}
