package language

import (
	"slices"
	"strconv"

	"corridor/model"
	"corridor/scenarios/text"
)

// shiftKey is where the calibration has what the base cost of a market is more by.
const shiftKey = "shift_usd_per_t"

// bearing are the sections that may bear on what a run carries.
var bearing = []string{"base_year", "water_level", "cargo", "segments", "rivals", "markets", "projects", "measures", "shocks", "hazards", "delivery"}

// carried keeps the potentials and constants that what was carried has come to, where a layer
// changes what may bear on them. What was kept of markets before is kept on; what a layer says
// was carried is found with it.
func (r *recorder) carried(kept value) {
	var found *model.Corridor // the scenario before
	for _, market := range r.after.of("markets").each() {
		now := market.of("growth").of(carriedKey)
		was := r.before.of("markets").of(market.name).of("growth").of(carriedKey)
		at := []string{"calibration", "markets", market.name, "carried"}
		for _, year := range yearsOf(now) {
			figure, before := now.of(itoa(year)), was.of(itoa(year))
			if !before.given() || figure.number() != before.number() {
				continue
			}
			have := kept.of(market.name).of("carried")
			potential, shift := have.of(pathKey).Get(itoa(year)), have.Get(shiftKey)
			if potential == nil && r.bears() {
				if found == nil {
					if found = uncensored(r.before.Tree); found == nil {
						return // it has mistakes
					}
				}
				m := &found.Markets[slices.IndexFunc(found.Markets, func(m model.Market) bool { return m.Name == market.name })]
				potential = derived(figure.Position, m.Growth.MtPerYear[slices.Index(m.Growth.Years, year)])
				shift = derived(figure.Position, m.BaseShiftUSDPerT)
			}
			if potential != nil {
				r.put(slices.Concat(at, []string{pathKey, itoa(year)}), figure.Position, potential)
			}
			if shift != nil && year == r.year {
				r.put(slices.Concat(at, []string{shiftKey}), figure.Position, shift)
			}
		}
	}
}

// bears reports whether what a run carries may be other than before.
func (r *recorder) bears() bool {
	for _, section := range bearing {
		if r.before.Get(section) != r.after.Get(section) {
			return true
		}
	}
	return r.before.of("time").TextOf("start") != r.after.of("time").TextOf("start")
}

// derived is a number that was worked out.
func derived(at text.Position, v float64) *text.Tree {
	scalar := func(s string) *text.Tree { return &text.Tree{Position: at, Text: s} }
	return &text.Tree{Position: at, Kind: text.Map, Entries: []text.Entry{
		{Key: "value", At: at, Tree: scalar(strconv.FormatFloat(v, 'g', -1, 64))},
		{Key: "source", At: at, Tree: scalar(Derived)},
	}}
}
