package model

import (
	"fmt"
	"math"
)

// HazardKind says what a hazard does.
type HazardKind int

// The kinds of hazards.
const (
	StormClosure HazardKind = iota // storms shut Segments together, for part of each month
	LevelWalk                      // the water wanders about its expected level
	Outage                         // Segments lose Severity of their capacity for some days
	MarketShock                    // the potential of Markets is Factor times as large for some days
	RivalShock                     // Rivals are dearer by AddUSDPerT and slower by AddDays for some days
)

// Hazard is something that befalls a corridor at random, month by month. It has the
// quantities of its kind; the others are zero. A step without Weather takes the
// expected value of every hazard: of a closure the availability of the segments, of a
// walk the drift of the water, and of the others the mean of what their events do.
type Hazard struct {
	Name string
	Kind HazardKind

	Segments []int // of a closure or an outage
	Markets  []int // of a market shock
	Rivals   []int // of a rival shock

	Spells     Days    // of a closure, whole days: how long it is shut at a stretch
	SDMPerYear float64 // of a walk: standard deviation of a year's step, m

	Events Events // arrivals of outages and shocks
	// Contained says that the corridor's figures already contain the mean of the
	// events: they move a future about the figures, and a step without Weather not at all.
	Contained           bool
	Severity            float64 // of an outage: share of the capacity lost, 0 to 1
	Factor              float64 // of a market shock
	AddUSDPerT, AddDays float64 // of a rival shock
}

// Days is a length of time between two bounds, every length as likely.
type Days struct {
	Shortest, Longest float64
}

// mean returns the mean length in days.
func (d Days) mean() float64 { return float64((d.Shortest + d.Longest) / 2) }

// hasEvents reports whether the hazard is made of events that arrive.
func (k HazardKind) hasEvents() bool { return k == Outage || k == MarketShock || k == RivalShock }

// checkHazards also reports a segment that two closures would shut by its one availability.
func (c *Corridor) checkHazards() error {
	shut := make([]bool, len(c.Segments))
	for i := range c.Hazards {
		h := &c.Hazards[i]
		if err := h.check(c); err != nil {
			return err
		}
		for _, on := range h.Segments {
			if h.Kind == StormClosure && shut[on] {
				return fmt.Errorf("hazard %s shuts segment %s, which is shut by one already", h.Name, c.Segments[on].Name)
			}
			shut[on] = shut[on] || h.Kind == StormClosure
		}
	}
	return nil
}

func (h *Hazard) check(c *Corridor) error {
	name := "hazard " + h.Name
	for _, on := range []struct {
		what    string
		indices []int
		n       int
	}{{"segment", h.Segments, len(c.Segments)}, {"market", h.Markets, len(c.Markets)}, {"rival", h.Rivals, len(c.Rivals)}} {
		for _, i := range on.indices {
			if i < 0 || i >= on.n {
				return fmt.Errorf("%s befalls an unknown %s", name, on.what)
			}
		}
	}
	switch h.Kind {
	case StormClosure:
		return h.checkSpells(name, c)
	case LevelWalk:
		return finite(name, 0, h.SDMPerYear)
	}
	if err := first(
		finite(name, 0, h.Events.PerYear, h.Events.Lasting.Shortest, h.Events.Lasting.Longest, h.Factor),
		h.Events.Lasting.check(name),
		shares(name, h.Severity),
		finite(name, math.Inf(-1), h.AddUSDPerT, h.AddDays),
	); err != nil {
		return err
	}
	if at := h.Events.AtOnce(); at > MostAtOnce || float64((h.Factor-1)*at) > MostAtOnce {
		return fmt.Errorf("%s: %v of its events are under way at once, expected at most %d", name, at, MostAtOnce)
	}
	return nil
}

func (d Days) check(name string) error {
	if !(d.Shortest >= 0 && d.Shortest <= d.Longest && d.Longest <= MostEventDays) {
		return fmt.Errorf("%s lasts from %v to %v days, expected at least 0, in order, and at most %d", name, d.Shortest, d.Longest, MostEventDays)
	}
	return nil
}
