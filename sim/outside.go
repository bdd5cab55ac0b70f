package sim

import (
	"math"

	"corridor/model"
)

// outside counts what the cargo of the corridor's markets does outside the corridor: what
// chose a rival, and what the corridor turned away to one.
type outside struct {
	markets []outsideMarket
	known   bool // what every rival emits
}

type outsideMarket struct {
	first, end int           // its flows
	ways       []outsideFlow // of them those of rivals
	outlet     bool          // one of them takes what is turned away
}

type outsideFlow struct {
	flow      int
	kgPerT    float64 // NaN where it is not known
	boundless bool    // it has room for whatever comes
}

func outsideOf(m *model.Model) outside {
	c, flow, o := m.Corridor(), 0, outside{known: true}
	for i := range c.Markets {
		market := outsideMarket{first: flow}
		for j := range c.Markets[i].Routes {
			r := &c.Markets[i].Routes[j]
			if r.Rival {
				way := outsideFlow{flow: flow, kgPerT: math.NaN(), boundless: len(r.Segments) == 0}
				if len(c.Rivals) > 0 && c.Rivals[r.Via].EmissionsKgPerT > 0 {
					way.kgPerT = c.Rivals[r.Via].EmissionsKgPerT
				}
				o.known = o.known && way.kgPerT > 0
				market.ways, market.outlet = append(market.ways, way), market.outlet || r.Outlet
			}
			flow++
		}
		if market.end = flow; len(market.ways) > 0 {
			o.markets = append(o.markets, market)
		}
	}
	return o
}

// of returns what goes outside, Mt, and what it emits, kt CO2e, NaN where that is not known.
// What is turned away goes by the rivals of its market as the rest of its cargo does, and is
// already with an outlet where there is one.
func (o *outside) of(carried, diverted []float64) (mt, kt float64) {
	for i := range o.markets {
		m := &o.markets[i]
		by, emitted := 0.0, 0.0 // boundless rivals
		for _, w := range m.ways {
			x := carried[w.flow]
			if x <= 0 {
				continue
			}
			mt += x
			kt += float64(w.kgPerT * x) // kg/t × Mt
			if w.boundless {
				by += x
				emitted += float64(w.kgPerT * x)
			}
		}
		if m.outlet || by == 0 {
			continue
		}
		away := 0.0
		for f := m.first; f < m.end; f++ {
			away += diverted[f]
		}
		if away > 0 {
			mt += away
			kt += float64(away * (emitted / by))
		}
	}
	return mt, kt
}
