package plots

import (
	"strconv"

	"corridor/sim/tables"
)

// exampleSensitivity has shares of two metrics by year. In 2026 they add to more than all, as
// estimates can; in 2024 nothing varies.
func exampleSensitivity() *tables.Table {
	t := tables.New(tables.Sensitivity)
	inputs := []struct {
		name, title string
		from, to    float64
	}{
		{"iran", "the ways through Iran in 2028", 0, 0.4}, {"oil", "the oil agreed on from 2028, Mt/yr", 0.1, 0.3},
		{"trains", "agreed trains (6)", 0.25, 0.1}, {"weather", "storms, closures and other hazards", 0.2, -0.01}, {"ferries", "the rail ferries, wagons a year", 0.4, 0.02},
		{"boxes", "the boxes of Kazakhstan", 0.03, 0.02}, {"water", "the level of the Caspian, m a year", 0.02, 0.03}, {"others", "the other 112 inputs together", 0.06, 0.05},
	}
	add := func(metric string, year int, input, title, index string, v float64) {
		t.Append("reference", metric+"_"+strconv.Itoa(year), metric, metric, strconv.Itoa(year), tables.SobolMethod, input, title, input, index, v, v-0.03, v+0.03, nil)
	}
	for _, metric := range []string{"containers_kteu", "throughput_mt"} {
		for year := 2025; year <= 2034; year++ {
			for _, in := range inputs {
				v := in.from + float64((in.to-in.from)*float64(year-2025))/9
				if year == 2026 {
					v *= 1.2
				}
				add(metric, year, in.name, in.title, tables.FirstIndex, v)
				add(metric, year, in.name, in.title, tables.TotalIndex, v+0.01)
			}
			add(metric, year, "", "", tables.InteractionIndex, 0.05)
		}
	}
	t.Append("reference", "carried", "10 Mt carried by 2028-12", "throughput_mt", "2028-12", tables.SobolMethod, "oil", "the oil", "oil", tables.FirstIndex, 0.4, 0.3, 0.5, nil)
	return t
}

// exampleSwings has what figures do to a target and to a metric: one that moves it either way,
// one the other way round, one at one end only, and one that does nothing.
func exampleSwings() *tables.Table {
	t := tables.New(tables.Swings)
	for _, target := range []struct {
		name, metric, at string
		value            float64
		met              any
	}{{"capacity-10", "capacity_mt", "2028-12", 7.2, false}, {"throughput_mt_2030", "throughput_mt", "2030", 5.75, nil}} {
		for i, s := range []struct {
			title                    string
			low, atLow, high, atHigh float64
		}{
			{"the tankers Aktau–Sangachal, Mt/yr", 1.6, -0.65, 7, 3.2}, {"", 14000, -0.17, 30000, 0.76}, {"the level of the Caspian, m a year", -0.3, -0.38, 0.05, 0.6},
			{"how much deeper ships may load by the metre of water, and a very long name of that", 0.3, -0.2, 0.04, 0.1}, {"the railway through Iran", 0, 0, 94, 0.5}, {"nothing", 0, 0, 1, 0},
		} {
			low, high := min(s.low, s.high), max(s.low, s.high)
			atLow, atHigh := s.atLow, s.atHigh
			if s.low > s.high {
				atLow, atHigh = s.atHigh, s.atLow
			}
			var labels [2]string
			if s.high == 94 {
				labels = [2]string{"open again", "still shut"}
			}
			t.Append("reference", target.name, target.metric, target.at, target.value, target.met, "u"+strconv.Itoa(i), s.title, "segments.s"+strconv.Itoa(i)+".capacity",
				low, target.value+atLow, target.met, high, target.value+atHigh, target.met, labels[0], labels[1])
		}
	}
	return t
}

func exampleMattering() *tables.Package {
	p := examplePackage(exampleSensitivity(), exampleSwings())
	seed := uint64(7)
	p.Name, p.Title, p.Seed = "reference", "The Middle Corridor as a network, 2024 to 2035", &seed
	return p
}
