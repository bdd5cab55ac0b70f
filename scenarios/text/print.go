package text

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Print writes a map as a YAML document that reads back as the same tree.
func (t *Tree) Print() string {
	var b strings.Builder
	p := printer{b: &b}
	p.entries(t, 0)
	return b.String()
}

// PrintPlaces writes the same with the place of each value beside it, and what was written
// there where the value was worked out from it.
func (t *Tree) PrintPlaces() string {
	var b strings.Builder
	p := printer{b: &b, places: true}
	p.entries(t, 0)
	return aligned(b.String())
}

// printer writes a tree as YAML.
type printer struct {
	b      *strings.Builder
	places bool
}

func (p *printer) entries(t *Tree, depth int) {
	for _, e := range t.Entries {
		p.indent(depth)
		p.b.WriteString(scalar(e.Key, false))
		p.b.WriteByte(':')
		p.value(e.Tree, depth)
	}
}

func (p *printer) value(t *Tree, depth int) {
	switch {
	case t.Kind == Map && len(t.Entries) > 0:
		p.b.WriteByte('\n')
		p.entries(t, depth+1)
	case t.Kind == List && len(t.Items) > 0:
		p.b.WriteByte('\n')
		for _, item := range t.Items {
			p.indent(depth + 1)
			p.b.WriteByte('-')
			if item.isRow() {
				p.row(item)
				continue
			}
			p.value(item, depth+1)
		}
	default:
		p.b.WriteByte(' ')
		switch t.Kind {
		case Map:
			p.b.WriteString("{}")
		case List:
			p.b.WriteString("[]")
		case Null:
			p.b.WriteString("null")
		default:
			p.b.WriteString(scalar(t.Text, t.Quoted))
		}
		p.end(t)
	}
}

// end ends a line with the place of what stands on it.
func (p *printer) end(t *Tree) {
	if p.places {
		said := ""
		if t.Said != "" {
			said = ": " + remark(t.Said)
		}
		fmt.Fprintf(p.b, "%s# %s%s", placeMark, remark(t.Position.String()), said)
	}
	p.b.WriteByte('\n')
}

// isRow reports whether a list of a list has single values alone.
func (t *Tree) isRow() bool {
	return t.Kind == List && !slices.ContainsFunc(t.Items, func(item *Tree) bool { return item.Kind != Scalar })
}

// row writes the values of a list on one line.
func (p *printer) row(t *Tree) {
	p.b.WriteString(" [")
	for i, item := range t.Items {
		if i > 0 {
			p.b.WriteByte(',')
		}
		p.b.WriteString(scalar(item.Text, item.Quoted))
	}
	p.b.WriteByte(']')
	p.end(t)
}

func (p *printer) indent(depth int) {
	for range depth {
		p.b.WriteString("  ")
	}
}

// remark shortens a place to what can stand after a #, on one line.
func remark(place string) string {
	const most = 200
	if letters := []rune(place); len(letters) > most {
		place = "…" + string(letters[len(letters)-most:])
	}
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '\ufffd'
		}
		return r
	}, place)
}

// scalar writes a text plain where YAML reads it back as the same text, and as a
// JSON string otherwise.
func scalar(text string, quoted bool) string {
	if !quoted && isPlain(text) {
		return text
	}
	if isASCII(text) {
		return `"` + text + `"`
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(text)
	return escaped(strings.TrimSpace(b.String()))
}

// isASCII reports whether a text stands between quotes as it is: printable, and without
// quotes and backslashes of its own.
func isASCII(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

// isPlain reports whether YAML reads a text that is not in quotes back as it is.
func isPlain(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '+', c == '-', c == '.':
		case i > 0 && (c == '_' || c == '/' || c == ' '):
		default:
			return false
		}
	}
	return text != "" && !strings.HasSuffix(text, " ") && !strings.Contains(text, "- ") && text != "-" &&
		!strings.EqualFold(text, "null") && text != "---" && text != "..."
}

// escaped writes the signs that JSON may hold and a YAML file may not as \u007f.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r >= 0x7f && r < 0xa0 || r == 0xfeff || r == 0xfffe || r == 0xffff {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// placeMark stands between a value and its place until the places are aligned.
const placeMark = "\x00"

// aligned puts the places of all lines in one column, as far as lines are short.
func aligned(text string) string {
	const widest = 72
	column := 0
	for line := range strings.Lines(text) {
		if value, _, ok := strings.Cut(line, placeMark); ok {
			if n := len([]rune(value)); n <= widest {
				column = max(column, n)
			}
		}
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		value, place, ok := strings.Cut(line, placeMark)
		b.WriteString(value)
		if ok {
			b.WriteString(strings.Repeat(" ", max(0, column-len([]rune(value)))+2))
			b.WriteString(place)
		}
	}
	return b.String()
}
