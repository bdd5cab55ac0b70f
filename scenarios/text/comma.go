package text

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// endsInComma reports a number with a decimal comma between { and }, where the comma ends the
// number and what comes after it is a key without a value: {a: 1,5}.
func (c *converter) endsInComma(n *yaml.Node, i int) bool {
	if !c.isFraction(n, i) {
		return false
	}
	first := i
	for first > 2 && c.isFraction(n, first-2) { // as in 1,234,567
		first -= 2
	}
	number := n.Content[first-1]
	written := number.Value
	for j := first; j <= i; j += 2 {
		written += "," + n.Content[j].Value
	}
	if number.Kind != yaml.ScalarNode || number.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		return false
	}
	meant, rest := Punctuated(written)
	if len(meant) == 0 {
		return false
	}
	if i+2 >= len(n.Content) || !c.isFraction(n, i+2) { // the last of it
		c.report.Mistake(Position{c.file, number.Line, number.Column}, "between { and } a comma ends the number: write %s in the place of %s",
			strings.Join(meant, rest+", or, where the comma is the decimal one, ")+rest, Short(written))
	}
	return true
}

// isFraction reports whether an entry of a map between { and } begins with a digit, and has no
// value and no colon.
func (c *converter) isFraction(n *yaml.Node, i int) bool {
	key, value := n.Content[i], n.Content[i+1]
	if n.Style&yaml.FlowStyle == 0 || key.Kind != yaml.ScalarNode || value.Kind != yaml.ScalarNode || value.Value != "" || value.Tag != "!!null" {
		return false
	}
	if count, _ := digits(key.Value); count == 0 {
		return false
	}
	line := []rune(c.file.Line(key.Line))
	end := key.Column - 1 + len([]rune(key.Value))
	return end <= len(line) && !strings.HasPrefix(strings.TrimSpace(string(line[end:])), ":")
}
