package text

import (
	"errors"
	"strings"

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
	for _, known := range syntaxAdvice {
		if strings.Contains(message, known.part) {
			message = known.advice
			break
		}
	}
	report.Mistake(at, "not YAML: %s", Cut(message, 200))
}
