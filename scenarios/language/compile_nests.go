package language

import (
	"corridor/model"
	"corridor/scenarios/text"
)

// nests builds the nests of a market; found has, by route of the file, where those of the
// model begin and end.
func (c *compiler) nests(market namedValue, index int, found map[string][2]int, m *model.Market) {
	nested := map[string]string{} // route to nest
	routes := market.of("routes")
	for i, v := range market.of("nests").each() {
		nest := model.Nest{Name: v.name, Dissimilarity: 1}
		c.fill(&nest, v.value)
		c.is(v.value, nil, []string{"markets", market.name, "nests", v.name}, func(c *model.Corridor) any { return &c.Markets[index].Nests[i] })
		ways := v.of("ways")
		if ways.given() && ways.Kind == text.List {
			if len(ways.Items) == 0 {
				c.report.Mistake(ways.Position, "nest %s has no ways, expected some routes of market %s", v.name, market.name)
			}
			for _, t := range ways.Items {
				other, twice := nested[t.Text]
				switch {
				case t.Kind != text.Scalar || !c.report.Sound(t): // reported
				case routes.Get(t.Text) == nil:
					c.report.Mistake(t.Position, "there is no %q among the routes of market %s%s", text.Short(t.Text), market.name, text.DidYouMean(t.Text, routes.names()))
				case twice && other == v.name:
					c.report.Mistake(t.Position, "%s is named twice", t.Text)
				case twice:
					c.report.Mistake(t.Position, "route %s is in nest %s already, expected it in one only", t.Text, other)
				default:
					nested[t.Text] = v.name
					for r := found[t.Text][0]; r < found[t.Text][1]; r++ {
						nest.Routes = append(nest.Routes, r)
					}
				}
			}
		}
		m.Nests = append(m.Nests, nest)
	}
}

// dissimilarity is that of the nest a route of a market is in, 1 of one in none. The market
// may still hold mistakes.
func dissimilarity(market value, route string) float64 {
	for _, nest := range market.of("nests").each() {
		ways := nest.of("ways")
		if !ways.given() || ways.Kind != text.List {
			continue
		}
		for _, t := range ways.Items {
			if lambda := nest.of("dissimilarity").number(); t.Text == route && lambda > 0 {
				return lambda
			}
		}
	}
	return 1
}
