package tables

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Expression is arithmetic on the columns of a result row: numbers, such as 95 and 95 %,
// columns, + − * / and parentheses. One that is read from a data package is its text alone: the
// names that its scenario defines are not known there.
type Expression struct {
	text string
	root node
}

// String returns the expression as it was written.
func (e *Expression) String() string { return e.text }

// MarshalText writes the expression as it was written.
func (e *Expression) MarshalText() ([]byte, error) { return []byte(e.text), nil }

// UnmarshalText takes a text for an expression, without reading what it says.
func (e *Expression) UnmarshalText(text []byte) error {
	*e = Expression{string(text), unread{}}
	return nil
}

// Eval returns the value for a row, given as a function from column to value: NaN,
// which is no value, where a column it reads has none, something is divided by zero,
// or the result is beyond the doubles; and always for an expression that is its text
// alone.
func (e *Expression) Eval(column func(name string) float64) float64 {
	v := e.root.eval(column)
	if math.IsInf(v, 0) {
		return math.NaN()
	}
	return v
}

// Uses reports whether the expression reads a column.
func (e *Expression) Uses(column string) bool {
	used := false
	e.root.eval(func(name string) float64 {
		used = used || name == column
		return 0
	})
	return used
}

// ExpressionError says where in an expression a mistake is.
type ExpressionError struct {
	Offset  int    // in runes
	Name    string // the unknown name, if that is the mistake
	Message string
}

func (e *ExpressionError) Error() string { return e.Message }

// ParseExpression reads an expression on result columns. Defined names expand to
// the expressions they were given. An error is an *ExpressionError.
func ParseExpression(text string, defined map[string]*Expression) (*Expression, error) {
	p := parser{text: text, defined: defined, columns: Metrics()}
	p.next()
	root := p.sum()
	if p.err == nil && p.token != "" {
		p.fail("unexpected %q", p.token)
	}
	if p.err != nil {
		return nil, p.err
	}
	return &Expression{text, root}, nil
}

type node interface {
	eval(column func(string) float64) float64
}

type (
	literal   float64
	reference string
	unread    struct{}
	operation struct {
		operator    byte
		left, right node
	}
)

func (l literal) eval(func(string) float64) float64          { return float64(l) }
func (unread) eval(func(string) float64) float64             { return math.NaN() }
func (r reference) eval(column func(string) float64) float64 { return column(string(r)) }

func (o operation) eval(column func(string) float64) float64 {
	left, right := o.left.eval(column), o.right.eval(column)
	switch o.operator {
	case '+':
		return left + right
	case '-':
		return left - right
	case '*':
		return float64(left * right)
	}
	if right == 0 {
		return math.NaN()
	}
	return left / right
}

// parser is a recursive-descent parser with one token of look-ahead.
type parser struct {
	text    string
	at      int // byte offset after the token
	token   string
	start   int // byte offset of the token
	depth   int
	defined map[string]*Expression
	columns []string
	name    func(rest string) string // of a condition: the name that a text begins with, "" for none
	met     func(name string)        // told of names in arithmetic
	err     *ExpressionError
}

const maxParentheses = 100

func (p *parser) fail(format string, args ...any) node {
	if p.err == nil {
		p.err = &ExpressionError{Offset: len([]rune(p.text[:p.start])), Message: fmt.Sprintf(format, args...)}
	}
	p.token = ""
	p.at = len(p.text)
	return literal(0)
}

// next moves on to the next token: a word, a number or a sign.
func (p *parser) next() {
	for p.at < len(p.text) && strings.ContainsRune(" \t", rune(p.text[p.at])) {
		p.at++
	}
	p.start = p.at
	if p.name != nil {
		if p.token = p.name(p.text[p.at:]) + compares(p.text[p.at:]); p.token != "" {
			p.at += len(p.token)
			return
		}
	}
	for p.at < len(p.text) && isWord(p.text[p.at]) {
		p.at++
	}
	if p.at == p.start && p.at < len(p.text) {
		p.at++
		for p.at < len(p.text) && p.text[p.at]&0xc0 == 0x80 { // the rest of a UTF-8 sequence
			p.at++
		}
	}
	p.token = p.text[p.start:p.at]
}

func isWord(c byte) bool {
	return c == '_' || c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func (p *parser) sum() node {
	left := p.product()
	for p.token == "+" || p.token == "-" {
		operator := p.token[0]
		p.next()
		left = operation{operator, left, p.product()}
	}
	return left
}

func (p *parser) product() node {
	left := p.factor()
	for p.token == "*" || p.token == "/" {
		operator := p.token[0]
		p.next()
		left = operation{operator, left, p.factor()}
	}
	return left
}

func (p *parser) factor() node {
	if p.depth++; p.depth > maxParentheses {
		return p.fail("nested more than %d deep", maxParentheses)
	}
	defer func() { p.depth-- }()
	switch token := p.token; {
	case token == "":
		return p.fail("the expression ends where a column, a number or ( is expected")
	case token == "-":
		p.next()
		return operation{'-', literal(0), p.factor()}
	case token == "(":
		p.next()
		inside := p.sum()
		if p.token != ")" {
			return p.fail("expected )")
		}
		p.next()
		return inside
	case token[0] >= '0' && token[0] <= '9' || token[0] == '.':
		v, err := strconv.ParseFloat(token, 64)
		if err != nil {
			return p.fail("%q is not a number", token)
		}
		if p.next(); p.token == "%" {
			p.next()
			v /= 100
		}
		return literal(v)
	case p.defined[token] != nil:
		p.next()
		return p.defined[token].root
	case slices.Contains(p.columns, token):
		p.next()
		return reference(token)
	case p.name != nil:
		return p.nameHere(token)
	default:
		p.fail("there is no result column or metric %q", token)
		if p.err.Name == "" {
			p.err.Name = token
		}
		return literal(0)
	}
}
