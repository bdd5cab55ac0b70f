package tables

import (
	"math"
	"strconv"

	"corridor/model"
)

// within is the word of a comparison with a tolerance: throughput_mt_2030 within 2 % of 5, or of
// the same in another scenario.
const within = "within"

// nearness is a comparison with a tolerance.
type nearness struct {
	tolerance   float64
	relative    bool // the tolerance is a share of what it is compared with
	left, right node
	words       map[string]*Word // at the left
	beside      map[string]*Word // at the right: the same, or those of another scenario
}

func (n nearness) truth(value func(*Word) float64) truth {
	left, right := n.sides(value)
	if math.IsNaN(left) || math.IsNaN(right) || math.IsInf(left, 0) || math.IsInf(right, 0) {
		return unknown
	}
	return truthOf(math.Abs(left-right) <= n.reach(right))
}

func (n nearness) measures() bool { return keepsUnit(n.left) && keepsUnit(n.right) }

func (n nearness) sides(value func(*Word) float64) (left, right float64) {
	return evalOf(n.left, n.words, value), evalOf(n.right, n.beside, value)
}

// reach is how far from a value is near enough, rounding allowed for.
func (n nearness) reach(of float64) float64 {
	reach := n.tolerance
	if n.relative {
		reach = float64(n.tolerance * math.Abs(of))
	}
	return reach + float64(model.Rounding*math.Abs(of))
}

func evalOf(n node, words map[string]*Word, value func(*Word) float64) float64 {
	return n.eval(func(name string) float64 { return value(words[name]) })
}

// near reads what follows the word within.
func (p *conditionParser) near(left node) test {
	p.next()
	n := nearness{left: left}
	var err error
	if n.tolerance, err = strconv.ParseFloat(p.token, 64); err != nil {
		p.fail("expected a number or a share after within, as in within 2 %% of 5")
		return n
	}
	if p.next(); p.token == "%" {
		n.relative, n.tolerance = true, n.tolerance/100
		p.next()
	}
	if p.token != "of" {
		p.fail("expected of, as in within 2 %% of 5")
		return n
	}
	n.words = p.known()
	for p.at < len(p.text) && p.text[p.at] == ' ' {
		p.at++
	}
	scenario := p.Scenario(p.text[p.at:])
	if scenario == "" {
		p.next()
		n.right = p.sum()
		n.words = p.known()
		n.beside = n.words
		return n
	}
	p.at += len(scenario)
	p.next()
	n.right, n.beside = left, map[string]*Word{}
	left.eval(func(name string) float64 {
		there := p.Elsewhere(n.words[name], scenario)
		n.beside[name] = there
		p.words = append(p.words, there)
		return 0
	})
	return n
}

// known are the words that were met so far, by name.
func (p *conditionParser) known() map[string]*Word {
	words := map[string]*Word{}
	for _, w := range p.words {
		if words[w.Name] == nil {
			words[w.Name] = w
		}
	}
	return words
}

// Compared are the two values of a condition that is a single comparison.
type Compared struct {
	Left, Right float64
	Spare       float64 // how far it is from not being met; less than nothing where it is not, NaN where that is not known
	Fixed       bool    // what stands at the right is a number
}

// Compared returns what is compared; single is false for a condition of several comparisons.
func (c *Condition) Compared(value func(w *Word) float64) (of Compared, single bool) {
	switch t := c.root.(type) {
	case nearness:
		of.Left, of.Right = t.sides(value)
		of.Spare, of.Fixed = t.reach(of.Right)-math.Abs(of.Left-of.Right), isFixed(t.right)
		return of, true
	case comparison:
		of.Left, of.Right, of.Fixed = evalOf(t.left, t.words, value), evalOf(t.right, t.words, value), isFixed(t.right)
		switch t.operator {
		case "<", "<=":
			of.Spare = of.Right - of.Left
		case ">", ">=":
			of.Spare = of.Left - of.Right
		case "!=":
			of.Spare = math.Abs(of.Left - of.Right)
		default:
			of.Spare = -math.Abs(of.Left - of.Right)
		}
		return of, true
	}
	return of, false
}

// isFixed reports whether arithmetic reads no names.
func isFixed(n node) bool {
	fixed := true
	n.eval(func(string) float64 {
		fixed = false
		return 0
	})
	return fixed
}
