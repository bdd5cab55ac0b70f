package large

import (
	"fmt"
	"strings"
)

// Grid returns a scenario of a grid of places, so many wide and high, joined by segments
// eastward and southward, on which markets that cross it from west to east find a number of
// ways each. A grid of w by h has 2wh − w − h segments.
func Grid(wide, high, markets, ways int) string {
	var b strings.Builder
	b.WriteString("scenario: grid\ntime: {start: 2030-01, end: 2031-12}\ncargo: {boxes: {}}\nnodes:\n")
	for x := range wide {
		for y := range high {
			fmt.Fprintf(&b, "  n%d-%d: {title: Place %d %d, x: %d, y: %d}\n", x, y, x, y, x, y)
		}
	}
	b.WriteString("segments:\n")
	for x := range wide {
		for y := range high {
			if x+1 < wide {
				gridSegment(&b, x, y, x+1, y)
			}
			if y+1 < high {
				gridSegment(&b, x, y, x, y+1)
			}
		}
	}
	b.WriteString("markets:\n")
	for i := range markets {
		from := i % high
		fmt.Fprintf(&b, "  m%d: {cargo: boxes, from: n0-%d, to: n%d-%d, sensitivity_per_usd: 0.02, growth: {path_mt_per_year: {2030: %d.5}}, routes: {way: {find: %d}}}\n",
			i, from, wide-1, from+(high-from)*i/(2*markets+1), 1+i%3, ways)
	}
	return b.String()
}

func gridSegment(b *strings.Builder, x, y, toX, toY int) {
	cost := 10 + (7*x+13*y+3*toY)%9 // such that no two ways tie for long
	fmt.Fprintf(b, "  s%d-%d-%d-%d: {from: n%d-%d, to: n%d-%d, cost_usd_per_t: %d, free_flow_days: 1, capacity: {fixed_mt_per_year: %d}}\n",
		x, y, toX, toY, x, y, toX, toY, cost, 4+(x+y)%5)
}

// Line returns a scenario of one line of segments, simulated for so many years, that so many
// markets go by, each part of the way, beside a rival.
func Line(segments, markets, years int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "scenario: line\ntime: {start: 2030-01, end: %d-12}\ncargo: {boxes: {}}\nsegments:\n", 2029+years)
	for i := range segments {
		fmt.Fprintf(&b, "  s%d: {cost_usd_per_t: 5, free_flow_days: 1, capacity: {fixed_mt_per_year: %d}}\n", i, 4+i%5+markets/4)
	}
	b.WriteString("rivals: {away: {cost_usd_per_t: 40, days: 20}}\nmarkets:\n")
	for i := range markets {
		first := i * (segments / 2) / markets
		fmt.Fprintf(&b, "  m%d: {cargo: boxes, sensitivity_per_usd: 0.02, growth: {path_mt_per_year: {2030: 1.5}, rate_per_year: 0.05}, routes: {by: {share: 0.6, segments: [", i)
		for s := first; s < min(segments, first+5); s++ {
			fmt.Fprintf(&b, "s%d, ", s)
		}
		b.WriteString("]}, away: {share: 0.4, rival: away}}}\n")
	}
	return b.String()
}
