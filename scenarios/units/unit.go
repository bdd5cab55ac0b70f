package units

import (
	"math/big"
	"slices"
)

// Unit is what a number counts: units of the table, multiplied and divided. The zero value is
// that of a plain number.
type Unit struct {
	terms []term
	scale *big.Rat // thousand, million; nil for 1
}

// term is a unit of the table in a power other than 0, or a word that is none and may be what
// a scenario counts.
type term struct {
	unit
	power int
}

// name is how a term is written in messages.
func (t *term) name() string { return t.names[0] }

// Dimension is what a unit measures: the power of each quantity. Units of the same dimension
// convert to each other, but for what is counted.
type Dimension [quantities]int

// Dimension returns that of a unit. A share has none.
func (u Unit) Dimension() (d Dimension) {
	for _, t := range u.terms {
		if t.quantity != share {
			d[t.quantity] += t.power
		}
	}
	return d
}

// Plain reports whether it is the unit of a number without one.
func (u Unit) Plain() bool { return len(u.terms) == 0 && u.scale == nil }

// Share reports whether it is a part of something, such as 5 % or 5 % a year.
func (u Unit) Share() bool {
	return u.has(func(t term) bool { return t.quantity == share && !t.points })
}

// Points reports whether it is points of something that is a share itself.
func (u Unit) Points() bool { return u.has(func(t term) bool { return t.points }) }

func (u Unit) has(is func(term) bool) bool { return slices.ContainsFunc(u.terms, is) }

// YearsOnly reports whether it has no time, or time in years alone.
func (u Unit) YearsOnly() bool {
	return !u.has(func(t term) bool { return t.quantity == duration && t.factor.Cmp(of(1, 1)) != 0 })
}

// Counted returns what it counts: TEU, wagon, train, or a word that is no unit of the table;
// "" where it counts nothing.
func (u Unit) Counted() string {
	for _, t := range u.terms {
		if t.quantity == count {
			return t.counted
		}
	}
	return ""
}

// Uncounted returns it without what it counts, with the number of them that one is: two TEU of
// an FEU.
func (u Unit) Uncounted() Unit {
	out := Unit{scale: u.scale}
	for _, t := range u.terms {
		if t.quantity == count {
			out.scale = product(out.scale, raised(t.factor, t.power))
			continue
		}
		out.terms = append(out.terms, t)
	}
	return out
}

// Carrying returns it with the tonnes that one of what it counts carries in the place of what
// it counts.
func (u Unit) Carrying(tonnes *big.Rat) Unit {
	out := Unit{terms: slices.Clone(u.terms), scale: u.scale}
	for i, t := range out.terms {
		if t.quantity == count {
			out.terms[i].quantity, out.terms[i].factor = mass, product(t.factor, tonnes)
		}
	}
	return out
}

// Spelled returns it with another name for what it counts, which is a unit or a short form of one.
func (u Unit) Spelled(name string) Unit {
	meant, _ := parsed(tokens(name))
	out := Unit{scale: product(u.scale, meant.scale)}
	for _, t := range u.terms {
		if t.quantity != count {
			out.terms = append(out.terms, t)
			continue
		}
		for _, m := range meant.terms {
			out.terms = append(out.terms, term{m.unit, m.power * t.power})
		}
	}
	return out
}

// In returns how many of another unit it comes to. It is false where they measure different
// things.
func (u Unit) In(other Unit) (*big.Rat, bool) {
	if u.Dimension() != other.Dimension() {
		return nil, false
	}
	return new(big.Rat).Quo(u.size(), other.size()), true
}

// size is the unit in the units of its quantities.
func (u Unit) size() *big.Rat {
	size := of(1, 1)
	for _, t := range u.terms {
		size.Mul(size, raised(t.factor, t.power))
	}
	return product(size, u.scale)
}

// raised is a number other than 0 to a whole power.
func raised(x *big.Rat, power int) *big.Rat {
	out := of(1, 1)
	for range max(power, -power) {
		out.Mul(out, x)
	}
	if power < 0 {
		out.Inv(out)
	}
	return out
}

// product multiplies numbers, of which nil is 1.
func product(a, b *big.Rat) *big.Rat {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return new(big.Rat).Mul(a, b)
}

// Of returns the unit of a key of the language, which is written as the language writes it. It
// is false for one that is no unit of the table.
func Of(written string) (Unit, bool) {
	u, err := parsed(tokens(written))
	if err != nil || len(u.terms) == 0 || u.Share() || u.Counted() != "" && named(u.Counted()) == nil {
		return Unit{}, false
	}
	return u, true
}

// Emitted returns it with its first mass as one of CO2 equivalent, which is often left unsaid.
func (u Unit) Emitted() Unit {
	i := slices.IndexFunc(u.terms, func(t term) bool { return t.quantity == mass })
	if i < 0 {
		return u
	}
	out := Unit{terms: slices.Clone(u.terms), scale: u.scale}
	out.terms[i].quantity = emission
	return out
}
