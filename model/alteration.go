package model

// alteration is a quantity of a segment that projects change, and how, in the order
// of the projects.
type alteration struct {
	segment  int
	quantity Quantity
	follows  aspects
	efforts  []effort
}

// effort is what one project changes.
type effort struct {
	project int
	change  *Change
}

// value returns the quantity with the projects at their effects, given what it is
// without them. Additions are gathered, and factors multiplied, apart: effects that
// overlap add up in tonnes or trains and multiply as remainders, whatever their order.
func (a *alteration) value(base float64, effects []float64) float64 {
	value, factor := base, 1.0
	for _, e := range a.efforts {
		if effect := effects[e.project]; effect != 0 {
			value, factor = e.change.apply(effect, base, value, factor)
		}
	}
	return float64(value * factor)
}

// apply adds to a quantity, and to the factor on it, what a change does at an effect,
// given what the quantity is without projects. An effective share above 1 cannot take off more than there is.
func (c *Change) apply(effect, base, value, factor float64) (changed, by float64) {
	if c.Add != 0 {
		value += float64(effect * c.Add)
	}
	if c.Part != 0 {
		value += float64(effect * float64(c.Part*base))
	}
	if c.Scale != 0 {
		factor = float64(factor * positive(1+float64(effect*(c.Scale-1))))
	}
	return value, factor
}

// positive returns what is above nothing: x, or 0 for less.
func positive(x float64) float64 {
	if x <= 0 {
		return 0
	}
	return x
}
