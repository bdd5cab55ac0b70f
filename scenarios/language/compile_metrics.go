package language

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"corridor/scenarios/text"
	"corridor/sim/tables"
)

func (c *compiler) metrics() map[string]*tables.Expression {
	metrics := map[string]*tables.Expression{}
	for _, v := range c.top.of("metrics").each() {
		if slices.Contains(tables.Metrics(), v.name) {
			c.report.Mistake(v.at, "metric %s has the name of a result column", v.name)
		}
		metrics[v.name] = c.expression(v.of("expression"), metrics)
	}
	return metrics
}

// expression reads an expression on result columns and the metrics above it, of
// which those that are broken are nil.
func (c *compiler) expression(v value, metrics map[string]*tables.Expression) *tables.Expression {
	if !v.given() || v.Kind != text.Scalar || !c.report.Sound(v.Tree) {
		return nil
	}
	if text.IsNumber(v.Text) {
		c.report.Mistake(v.Position, "%s is the same whatever happens, expected a result column such as throughput_mt, a metric, or an expression on them", text.Short(v.Text))
		return nil
	}
	e, err := tables.ParseExpression(v.Text, metrics)
	for _, metric := range tables.Metrics() {
		if err == nil && e.Uses(metric) && !c.measurable(v, metric) {
			return nil
		}
	}
	var wrong *tables.ExpressionError
	if !errors.As(err, &wrong) {
		return e
	}
	at := within(v.Position, v.Text, wrong.Offset)
	defined := c.top.of("metrics").names()
	switch _, broken := metrics[wrong.Name]; {
	case broken: // reported
	case slices.Contains(defined, wrong.Name):
		c.report.Mistake(at, "metric %s is not defined yet; a metric is made of columns and of the metrics above it", wrong.Name)
	case wrong.Name != "":
		c.report.Mistake(at, "%s%s", text.Cut(wrong.Message, 200), text.DidYouMean(wrong.Name, append(tables.Metrics(), defined...)))
	default:
		c.report.Mistake(at, "%s", text.Cut(wrong.Message, 200))
	}
	return nil
}

// within returns the place so many characters into a text, as far as it stands on
// one line as it reads; otherwise the place of the text.
func within(at text.Position, text string, offset int) text.Position {
	line := []rune(at.File.Line(at.Line))
	if at.Column < 1 || at.Column > len(line) {
		return at
	}
	before, _, found := strings.Cut(string(line[at.Column-1:]), text)
	if found && len(before) <= 1 {
		at.Column += utf8.RuneCountInString(before) + offset
	}
	return at
}
