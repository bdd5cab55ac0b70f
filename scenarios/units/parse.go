package units

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"corridor/scenarios/text"
)

// parser reads a unit from its words.
type parser struct {
	left  []string // words to come
	money bool     // they speak of money, so that m is a million
	below bool     // a sign or word of division came
	unit  Unit
}

func parsed(words []string) (Unit, error) {
	words = withoutStops(words)
	p := parser{left: words}
	p.money = slices.ContainsFunc(words, func(word string) bool { u := named(word); return u != nil && u.quantity == money })
	for len(p.left) > 0 {
		word := p.left[0]
		p.left = p.left[1:]
		if err := p.take(word); err != nil {
			return Unit{}, err
		}
	}
	if p.below && !p.unit.has(func(t term) bool { return t.power < 0 }) {
		return Unit{}, errors.New("something is missing after the division")
	}
	return p.unit, nil
}

// withoutStops leaves out the full stop of a word that is shortened, or that ends a sentence.
func withoutStops(words []string) []string {
	out := make([]string, len(words))
	for i, word := range words {
		out[i] = word
		if stem := strings.TrimSuffix(word, "."); stem != "" && writtenOut(word) == "" {
			out[i] = stem
		}
	}
	return out
}

// take takes a word, and of those after it what belongs to it.
func (p *parser) take(word string) error {
	lower := strings.ToLower(word)
	switch {
	case p.phrase(word):
	case lower == "/", lower == "per":
		p.below = true
		if len(p.left) > 0 && p.left[0] == "a" { // as in t/a
			p.left[0] = "annum"
		}
	case lower == "a", lower == "an", lower == "each", lower == "every":
		p.below = true
	case lower == "-", lower == "–", lower == "·", lower == "*", lower == "and":
		if len(p.unit.terms) == 0 && lower != "and" {
			return errors.New("a range is given as {value: …, low: …, high: …}")
		}
	case p.money && !p.below && lower == "m":
		p.scale(multipliers["million"])
	case !p.below && multipliers[lower] > 0:
		p.scale(multipliers[lower])
	case writtenOut(word) != "":
		p.left = append(tokens(writtenOut(word)), p.left...)
	case lower == "co2e", lower == "co2":
		return p.emitted(word)
	default:
		return p.word(word)
	}
	return nil
}

// phrase takes a unit of two words.
func (p *parser) phrase(word string) bool {
	if len(p.left) == 0 {
		return false
	}
	u := named(word + " " + p.left[0])
	if u != nil {
		p.left = p.left[1:]
		p.add(*u)
	}
	return u != nil
}

// word takes a unit, or a word that may be what a scenario counts.
func (p *parser) word(name string) error {
	if name != "Mt" && Singular(name) == "mt" {
		return errors.New("write t for metric tons, or Mt for millions of them")
	}
	if isCurrency(name) {
		return fmt.Errorf("money is in USD here, and rates of exchange are not known: write what it comes to in USD in the place of %s", name)
	}
	u := named(name)
	if u == nil {
		if strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
			return fmt.Errorf("expected a unit in the place of %q", text.Short(name))
		}
		one := Singular(name)
		u = &unit{quantity: count, factor: of(1, 1), counted: one, names: []string{one}}
	}
	if u.quantity == count && p.unit.Counted() != "" {
		return fmt.Errorf("expected one thing that is counted, and here are %q and %q", p.unit.Counted(), u.counted)
	}
	if u.quantity == share && p.unit.has(func(t term) bool { return t.quantity == share }) {
		return fmt.Errorf("expected %q once", u.names[0])
	}
	p.add(*u)
	return nil
}

func isCurrency(word string) bool {
	return slices.ContainsFunc(currencies, func(c string) bool { return strings.EqualFold(c, word) })
}

func (p *parser) add(u unit) {
	power := 1
	if p.below {
		power = -1
	}
	p.unit.terms = append(p.unit.terms, term{u, power})
}

func (p *parser) scale(by int64) { p.unit.scale = product(p.unit.scale, of(by, 1)) }

// emitted makes the mass that came last one of CO2 equivalent.
func (p *parser) emitted(word string) error {
	last := len(p.unit.terms) - 1
	if last < 0 || p.unit.terms[last].quantity != mass {
		return fmt.Errorf("%s stands after a mass, as in g %s", word, word)
	}
	p.unit.terms[last].quantity = emission
	return nil
}
