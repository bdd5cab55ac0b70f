package units

import (
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"corridor/scenarios/text"
)

// Figure is a number as somebody wrote it, with a unit or without.
type Figure struct {
	Number *big.Rat // with its sign
	Signed bool     // it begins with + or −
	Unit   Unit
	Load   *Figure // what one of what it counts carries, where that is said: of 1200 t
}

// ErrNone is the error of a text that is no number with something after it.
var ErrNone = errors.New("expected a number, and its unit where it has one")

// What a number may have, so that fractions stay small.
const mostDigits, mostExponent = 40, 30

// Read reads a figure. The error is ErrNone or says, as the end of a sentence, what to write.
func Read(written string) (Figure, error) {
	sign, rest := signed(written)
	currency, rest := currencyBefore(rest)
	if sign == "" {
		sign, rest = signed(rest)
	}
	if rest == "" || !strings.ContainsRune("0123456789.", rune(rest[0])) {
		return Figure{}, ErrNone
	}
	if meant, _ := text.Punctuated(rest); len(meant) > 0 {
		return Figure{}, fmt.Errorf("write %s", strings.Join(meant, ", or, where the comma is the decimal one, "))
	}
	digits, unit := text.LeadingNumber(rest)
	if digits == "" {
		return Figure{}, ErrNone
	}
	number, err := exact(digits)
	if err != nil {
		return Figure{}, err
	}
	if sign == "-" {
		number.Neg(number)
	}
	unit, load, carries := strings.Cut(unit, " of ")
	f := Figure{Number: number, Signed: sign != ""}
	if f.Unit, err = parsed(append(currency, tokens(unit)...)); err == nil && carries {
		f.Load, err = f.loaded(load)
	}
	return f, err
}

// signed splits off the sign that a text begins with, + or -, and blanks around it.
func signed(written string) (sign, rest string) {
	rest = strings.TrimSpace(written)
	for _, s := range []string{"+", "-", "\u2212"} {
		if after, found := strings.CutPrefix(rest, s); found {
			return strings.Replace(s, "\u2212", "-", 1), strings.TrimSpace(after)
		}
	}
	return "", rest
}

// currencyBefore splits off the currency that may stand before a number.
func currencyBefore(written string) (currency []string, rest string) {
	end := strings.IndexFunc(written, func(r rune) bool { return !isLetter(r) })
	if end <= 0 {
		return nil, written
	}
	word := written[:end]
	if u := named(word); !isCurrency(word) && (u == nil || u.quantity != money) {
		return nil, written
	}
	return []string{word}, strings.TrimSpace(written[end:])
}

// loaded reads what one of what is counted carries.
func (f *Figure) loaded(written string) (*Figure, error) {
	if f.Unit.Counted() == "" {
		return nil, errors.New("what one carries is said of what is counted, as in 3 trains/day of 1200 t")
	}
	load, err := Read(written)
	if err != nil || load.Number.Sign() <= 0 || load.Load != nil || load.Unit.Dimension() != (Dimension{mass: 1}) || load.Unit.Counted() != "" {
		return nil, errors.New("expected after of what one carries, such as 1200 t")
	}
	return &load, nil
}

// exact reads a decimal number as a fraction.
func exact(digits string) (*big.Rat, error) {
	mantissa, power, _ := strings.Cut(strings.ToLower(digits), "e")
	exponent, err := strconv.Atoi("0" + strings.TrimLeft(power, "+-"))
	if err != nil || exponent > mostExponent || len(mantissa) > mostDigits {
		return nil, errors.New("expected a number of fewer digits")
	}
	number, ok := new(big.Rat).SetString(digits)
	if !ok {
		return nil, ErrNone
	}
	return number, nil
}

// tokens splits what stands after a number into words and signs.
func tokens(written string) (list []string) {
	for len(written) > 0 {
		r, size := utf8.DecodeRuneInString(written)
		switch {
		case unicode.IsSpace(r):
			written = written[size:]
		case isLetter(r):
			end := strings.IndexFunc(written, func(r rune) bool { return !isLetter(r) && !unicode.IsDigit(r) && r != '.' })
			if end < 0 {
				end = len(written)
			}
			list, written = append(list, written[:end]), written[end:]
		default:
			list, written = append(list, written[:size]), written[size:]
		}
	}
	return list
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) }
