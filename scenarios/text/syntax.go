package text

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
)

// syntaxAdvice says what to do about the mistakes of syntax that are most common,
// by a part of the reader's message.
var syntaxAdvice = []struct{ part, advice string }{
	{"found character that cannot start any token", "a text that begins with such a sign needs quotes"},
	{"unknown anchor", "there is no anchor of that name; a text that begins with * needs quotes"},
	{"mapping values are not allowed", "a colon where none can be; put a text with a colon in quotes"},
	{"block sequence entries are not allowed", "a list where none can be; a text that begins with - needs quotes"},
	{"did not find expected key", "this line is indented unlike the lines around it, or a key is missing"},
	{"did not find expected '-' indicator", "this line is indented unlike the list around it"},
	{"did not find expected ',' or ']'", "a list in [ ] is not closed, or lacks a comma"},
	{"did not find expected ',' or '}'", "a group in { } is not closed, or lacks a comma"},
	{"unexpected end of stream", "the text in quotes that begins here does not end"},
	{"could not find expected ':'", "a key without a colon after it"},
}

// reportYAML reports why a text is not YAML, where it goes wrong, or where what
// never ends begins.
func reportYAML(err error, file *File, report *Report) {
	at, message := Position{file, 1, 1}, err.Error()
	var load *yaml.LoadError
	if errors.As(err, &load) {
		message = load.Message
		mark := load.Mark
		if (strings.Contains(message, "end of stream") || strings.Contains(message, "expected ':'")) && load.ContextMark.Line > 0 {
			mark = load.ContextMark
		}
		if mark.Line > 0 {
			at.Line, at.Column = mark.Line, max(1, mark.Column)
		}
	}
	if strings.HasPrefix(file.Line(at.Line), "\t") {
		report.Mistake(Position{file, at.Line, 1}, "not YAML: the line begins with a tab, indent with spaces")
		return
	}
	if advice := file.adviceAt(at); advice != "" {
		report.Mistake(at, "not YAML: %s", advice)
		return
	}
	for _, known := range syntaxAdvice {
		if strings.Contains(message, known.part) {
			message = known.advice
			break
		}
	}
	report.Mistake(at, "not YAML: %s", Cut(message, 200))
}

// adviceAt says what to do where the line shows what the reader's message does not; "" elsewhere.
func (f *File) adviceAt(at Position) string {
	line := []rune(f.Line(at.Line))
	if at.Column < 2 || at.Column > len(line) {
		return ""
	}
	switch before, here := line[at.Column-2], line[at.Column-1]; {
	case (before == '*' || before == '&') && here == ':':
		return fmt.Sprintf("put %c in quotes, as \"%[1]c\"", before)
	case (before == '\'' || before == '"') && (unicode.IsLetter(here) || unicode.IsDigit(here)):
		return fmt.Sprintf("the text in quotes ends before this; to have a %c in it, write it twice or put the text in the other quotes", before)
	case here == ':' && f.isIndentedBelowValue(at):
		return "this line is indented further than the one above, whose key has a value already; indent it alike"
	}
	return ""
}

// isIndentedBelowValue reports whether a colon ends the key of a line that is indented further than
// the one above, which has a key and a value.
func (f *File) isIndentedBelowValue(colon Position) bool {
	line := []rune(f.Line(colon.Line))
	above := f.Line(colon.Line - 1)
	key, value, has := strings.Cut(above, ":")
	indent := func(text string) int { return len(text) - len(strings.TrimLeft(text, " ")) }
	value, _, _ = strings.Cut(value, " #")
	return has && strings.TrimSpace(value) != "" && indent(string(line)) > indent(key) && !strings.ContainsAny(string(line[:colon.Column-1]), ":")
}
