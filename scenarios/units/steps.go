package units

import (
	"math/big"
	"strings"
)

// Steps says how a unit becomes another, for readers who would follow the arithmetic: "× 365
// days" for t/day in Mt/yr, and "÷ 28 t/FEU" for USD/FEU in USD/t. Powers of ten between units
// of one quantity, as from kt to Mt, are not said. Load is what one of what it counts carries
// in tonnes, nil where it is converted without.
func (u Unit) Steps(other Unit, load *big.Rat) string {
	var steps []string
	for _, t := range u.terms {
		switch {
		case t.quantity == count && load != nil:
			steps = append(steps, times(t.power > 0)+plain(product(t.factor, load))+" t/"+t.name())
		case t.quantity == count && t.factor.Cmp(of(1, 1)) != 0:
			steps = append(steps, times(t.power > 0)+plain(t.factor)+" "+t.counted)
		case t.quantity == duration:
			steps = append(steps, t.inTime(other)...)
		}
	}
	return strings.Join(steps, " ")
}

// inTime says how often one unit of time is in another.
func (t *term) inTime(other Unit) []string {
	for _, o := range other.terms {
		if o.quantity != duration || o.factor.Cmp(t.factor) == 0 {
			continue
		}
		shorter, often := t.name(), new(big.Rat).Quo(o.factor, t.factor)
		multiply := t.power < 0
		if often.Cmp(of(1, 1)) < 0 {
			shorter, often, multiply = o.name(), often.Inv(often), !multiply
		}
		return []string{times(multiply) + plain(often) + " " + strings.TrimSuffix(shorter, "s") + "s"}
	}
	return nil
}

func times(multiply bool) string {
	if multiply {
		return "× "
	}
	return "÷ "
}

// plain writes a fraction as a decimal number where it is one, and as a fraction otherwise.
func plain(x *big.Rat) string {
	if places, exact := x.FloatPrec(); exact && places <= 6 {
		return x.FloatString(places)
	}
	return x.RatString()
}
