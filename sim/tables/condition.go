package tables

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"corridor/model"
)

// Condition is said of draws: comparisons of arithmetic on what they have, joined by and, or and
// not, such as throughput_mt_2030 < 5.5 and not carried-10. Values that differ by
// rounding alone are the same. The name of a target alone says that it is met, that of what is yes
// or no that it is; in arithmetic a target is its value.
type Condition struct {
	text  string
	root  test
	words []*Word
}

// Word is a name that a condition may have.
type Word struct {
	Name   string
	Target *Target   // a metric in a year or month, or a target; nil for others
	Judged bool      // it is a target with something to reach
	YesNo  bool      // its values are 0 and 1
	Values []float64 // of one that takes a few values; nil for others
	Labels []string  // what these are called
}

// String returns the condition as it was written.
func (c *Condition) String() string { return c.text }

// Words lists the names that the condition has, each once, in the order they are met.
func (c *Condition) Words() []*Word { return c.words }

// Measures reports whether what is compared is in the unit of the words: they are added and
// subtracted, and multiplied and divided by numbers alone.
func (c *Condition) Measures() bool { return c.root.measures() }

// Holds reports whether a draw meets the condition, given as a function from words to values. It
// is not known where a value that decides it is missing; a target without a value is not met.
func (c *Condition) Holds(value func(w *Word) float64) (holds, known bool) {
	t := c.root.truth(value)
	return t == yes, t != unknown
}

// Vocabulary is what a condition may speak of.
type Vocabulary struct {
	Find func(text string) *Word // the longest name that a text begins with, nil for none; names may have hyphens, and the arithmetic too

	// Of conditions that may say within 2 % of another scenario; nil where they may not.
	Scenario  func(text string) string              // the scenario that a text begins with, "" for none
	Elsewhere func(of *Word, scenario string) *Word // a name in another scenario
}

// ParseCondition reads a condition on what a function finds, as that of a vocabulary. An error is
// an *ExpressionError.
func ParseCondition(text string, find func(text string) *Word) (*Condition, error) {
	return Vocabulary{Find: find}.Parse(text)
}

// Parse reads a condition. An error is an *ExpressionError.
func (v Vocabulary) Parse(text string) (*Condition, error) {
	p := conditionParser{parser: parser{text: text}, Vocabulary: v}
	p.parser.name = func(rest string) string {
		if w := p.word(rest); w != nil {
			return w.Name
		}
		return ""
	}
	p.met = p.meet
	p.next()
	root := p.any()
	if p.err == nil && p.token != "" {
		p.fail("unexpected %q, expected and, or, or the end", p.token)
	}
	if p.err != nil {
		return nil, p.err
	}
	return &Condition{text, root, p.words}, nil
}

// truth is what a condition comes to where values may be missing (Kleene 1938, On notation for
// ordinal numbers: what decides by itself decides).
type truth int8

const (
	unknown truth = iota
	no
	yes
)

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

type test interface {
	truth(value func(*Word) float64) truth
	measures() bool
}

type (
	junction struct {
		decides     truth // what one side alone decides: no of and, yes of or
		left, right test
	}
	negation   struct{ of test }
	comparison struct {
		operator    string
		left, right node
		words       map[string]*Word
	}
	verdict struct{ *Word }
)

func (j junction) truth(value func(*Word) float64) truth {
	left, right := j.left.truth(value), j.right.truth(value)
	switch {
	case left == j.decides || right == j.decides:
		return j.decides
	case left == unknown || right == unknown:
		return unknown
	}
	return left
}

func (n negation) truth(value func(*Word) float64) truth {
	switch n.of.truth(value) {
	case yes:
		return no
	case no:
		return yes
	}
	return unknown
}

func (j junction) measures() bool   { return j.left.measures() && j.right.measures() }
func (n negation) measures() bool   { return n.of.measures() }
func (c comparison) measures() bool { return keepsUnit(c.left) && keepsUnit(c.right) }
func (verdict) measures() bool      { return true }

// keepsUnit reports whether arithmetic is in the unit of the names it reads.
func keepsUnit(n node) bool {
	o, is := n.(operation)
	switch {
	case !is:
		return true
	case o.operator == '*':
		return isFixed(o.left) && keepsUnit(o.right) || keepsUnit(o.left) && isFixed(o.right)
	case o.operator == '/':
		return keepsUnit(o.left) && isFixed(o.right)
	}
	return keepsUnit(o.left) && keepsUnit(o.right)
}

func (v verdict) truth(value func(*Word) float64) truth {
	n := value(v.Word)
	switch {
	case v.Judged:
		return truthOf(v.Target.Met(n))
	case math.IsNaN(n):
		return unknown
	}
	return truthOf(n != 0)
}

func (c comparison) truth(value func(*Word) float64) truth {
	column := func(name string) float64 { return value(c.words[name]) }
	left, right := c.left.eval(column), c.right.eval(column)
	if math.IsNaN(left) || math.IsNaN(right) || math.IsInf(left, 0) || math.IsInf(right, 0) {
		return unknown
	}
	same := math.Abs(left-right) <= float64(model.Rounding*max(math.Abs(left), math.Abs(right)))
	switch c.operator {
	case "<":
		return truthOf(left < right && !same)
	case "<=":
		return truthOf(left < right || same)
	case ">":
		return truthOf(left > right && !same)
	case ">=":
		return truthOf(left > right || same)
	case "!=":
		return truthOf(!same)
	}
	return truthOf(same)
}

// comparisons are the signs that compare, longer ones first.
var comparisons = []string{"<=", ">=", "!=", "==", "=>", "=<", "<", ">", "=", "≤", "≥", "≠"}

// printed are the signs of print, by those of a keyboard.
var printed = map[string]string{"≤": "<=", "≥": ">=", "≠": "!="}

// turned are the signs that are written the wrong way round.
var turned = map[string]string{"=>": ">=", "=<": "<="}

type conditionParser struct {
	parser
	Vocabulary
	words []*Word
}

// word is the name that a text begins with. The words that join are none.
func (p *conditionParser) word(rest string) *Word {
	w := p.Find(rest)
	if w == nil || len(rest) > len(w.Name) && isWord(rest[len(w.Name)]) {
		return nil
	}
	return w
}

// any is one or several alternatives.
func (p *conditionParser) any() test {
	left := p.all()
	for p.token == "or" {
		p.next()
		left = junction{yes, left, p.all()}
	}
	return left
}

func (p *conditionParser) all() test {
	left := p.one()
	for p.token == "and" {
		p.next()
		left = junction{no, left, p.one()}
	}
	return left
}

func (p *conditionParser) one() test {
	if p.depth++; p.depth > maxParentheses {
		p.fail("nested more than %d deep", maxParentheses)
		return negation{}
	}
	defer func() { p.depth-- }()
	switch {
	case p.token == "not":
		p.next()
		return negation{p.one()}
	case p.token == "(":
		return p.inParentheses()
	}
	return p.compared()
}

// inParentheses is a condition, or the arithmetic at the left of a comparison.
func (p *conditionParser) inParentheses() test {
	before, words := p.parser, p.words
	p.next()
	inside := p.any()
	switch {
	case p.err != nil:
	case p.token != ")":
		p.fail("expected )")
	default:
		if p.next(); !slices.Contains(comparisons, p.token) && !strings.Contains("+-*/", p.token) || p.token == "" {
			return inside
		}
	}
	within := p.err
	p.parser, p.words = before, words
	compared := p.compared()
	if p.err != nil && within != nil && within.Offset > p.err.Offset {
		p.err = within
	}
	return compared
}

// compared is a comparison, or a name that is true or false by itself.
func (p *conditionParser) compared() test {
	left := p.sum()
	if p.err != nil {
		return negation{}
	}
	operator := cmp.Or(printed[p.token], p.token)
	if operator == within && p.Scenario != nil {
		return p.near(left)
	}
	if !slices.Contains(comparisons, operator) {
		alone, is := left.(reference)
		if w := p.named(string(alone)); is && w != nil && (w.Judged || w.YesNo) {
			return verdict{w}
		}
		p.fail("expected a comparison such as < 5.5")
		return negation{}
	}
	if meant := turned[operator]; meant != "" {
		p.fail("%s is no comparison: write %s", operator, meant)
		return negation{}
	}
	p.next()
	var right node
	if alone, is := left.(reference); is && (operator == "==" || operator == "=" || operator == "!=") {
		right = p.label(p.named(string(alone)))
	}
	if right == nil {
		right = p.sum()
	}
	c := comparison{operator, left, right, map[string]*Word{}}
	for _, w := range p.words {
		c.words[w.Name] = w
	}
	return c
}

// label is the value that a word calls by a name, nil where there is none here.
func (p *conditionParser) label(w *Word) node {
	if w == nil {
		return nil
	}
	run := p.text[p.start : p.start+len(nameRun(p.text[p.start:]))]
	i := slices.Index(w.Labels, run)
	if i < 0 || run == "" {
		return nil
	}
	p.at = p.start + len(run)
	p.next()
	return literal(w.Values[i])
}

// named is the word of a name that was met.
func (p *conditionParser) named(name string) *Word {
	for _, w := range p.words {
		if w.Name == name {
			return w
		}
	}
	return nil
}

// meet takes down a name that stands in arithmetic.
func (p *conditionParser) meet(name string) {
	if p.named(name) == nil {
		p.words = append(p.words, p.word(name))
	}
}

// nameHere is a name in arithmetic.
func (p *parser) nameHere(token string) node {
	if p.name(p.text[p.start:]) == token {
		p.met(token)
		p.next()
		return reference(token)
	}
	for p.start > 0 && inName(p.text[p.start-1]) { // oil-grwth, where oil is a name
		p.start--
	}
	if run := nameRun(p.text[p.start:]); run != "" {
		token = run
	}
	p.fail("there is nothing called %q among the draws", token)
	if p.err.Name == "" {
		p.err.Name = token
	}
	return literal(0)
}

// compares is the sign of comparison that a text begins with, "" for none.
func compares(text string) string {
	for _, sign := range comparisons {
		if strings.HasPrefix(text, sign) {
			return sign
		}
	}
	return ""
}

// nameRun is what of a text could be a name.
func nameRun(text string) string {
	i := 0
	for i < len(text) && inName(text[i]) {
		i++
	}
	return strings.TrimRight(text[:i], "-/")
}

// inName reports whether a name may have a byte.
func inName(c byte) bool { return isWord(c) || c == '-' || c == '/' || c >= 0x80 }
