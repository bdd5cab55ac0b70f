package scenarios

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// Limits of one file. They keep a hostile or broken file from filling memory.
const (
	maxFileBytes = 1 << 20
	maxDepth     = 32
	maxNodes     = 50_000 // aliases counted each time they are used
)

// parse reads one YAML document into a tree. It returns nil when the file is not
// a document of that form; the reasons are reported.
func parse(file *File, report *diagnostics) *tree {
	top := Position{file, 1, 1}
	if len(file.Text) > maxFileBytes {
		report.report(Position{File: file}, "the file has %d bytes, expected at most %d", len(file.Text), maxFileBytes)
		return nil
	}
	if at, ok := firstInvalid(file.Text); ok {
		report.report(positionAt(file, at), "the file is not plain UTF-8 text here")
		return nil
	}
	loader, err := yaml.NewLoader(bytes.NewReader([]byte(file.Text)), yaml.WithV4Defaults())
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
	var second yaml.Node
	switch err := loader.Load(&second); {
	case err == nil:
		report.report(Position{file, second.Line, max(1, second.Column)}, "a second document begins here, expected one scenario to a file")
	case !errors.Is(err, io.EOF):
		reportYAML(err, file, report)
	}
	if root != nil && root.kind != mapKind {
		report.report(root.Position, "the file is %v, expected keys such as scenario, title, segments", root.kind)
		return nil
	}
	return root
}

func reportYAML(err error, file *File, report *diagnostics) {
	at, message := Position{file, 1, 1}, err.Error()
	var load *yaml.LoadError
	if errors.As(err, &load) {
		message = load.Message
		if load.ContextMsg != "" {
			message += " (" + load.ContextMsg + ")"
		}
		if load.Mark.Line > 0 {
			at.Line, at.Column = load.Mark.Line, max(1, load.Mark.Column)
		}
	}
	report.report(at, "not YAML: %s", message)
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
	t := &tree{Position: at}
	switch n.Kind {
	case yaml.AliasNode:
		return c.convert(n.Alias, depth+1)
	case yaml.ScalarNode:
		t.text = n.Value
		t.quoted = n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
		if n.Tag == "!!null" && !t.quoted {
			t.kind = nullKind
		}
		if n.Style&yaml.TaggedStyle != 0 {
			c.report.report(at, "tags such as %s are not part of the language", n.Tag)
		}
	case yaml.SequenceNode:
		t.kind = listKind
		for _, item := range n.Content {
			if v := c.convert(item, depth+1); v != nil {
				t.items = append(t.items, v)
			}
		}
	case yaml.MappingNode:
		t.kind = mapKind
		c.convertMap(t, n, depth)
	}
	return t
}

func (c *converter) convertMap(t *tree, n *yaml.Node, depth int) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		at := Position{c.file, key.Line, key.Column}
		value := c.convert(n.Content[i+1], depth+1)
		if key.Kind != yaml.ScalarNode {
			c.report.report(at, "a key must be a name or a year")
			continue
		}
		if key.Value == "<<" {
			c.report.report(at, "merge keys are not part of the language, use extends or an overlay")
			continue
		}
		for _, have := range t.entries {
			if have.key == key.Value {
				c.report.report(at, "%q is given twice, first on line %d", key.Value, have.at.Line)
			}
		}
		if value != nil {
			t.set(entry{key.Value, at, value})
		}
	}
}

func (c *converter) stop(at Position, format string, args ...any) {
	if !c.stopped {
		c.report.report(at, format, args...)
	}
	c.stopped = true
}

// firstInvalid finds the first byte that is no text: broken UTF-8 or a control
// character.
func firstInvalid(text string) (offset int, found bool) {
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return i, true
			}
		}
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0x7f {
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
