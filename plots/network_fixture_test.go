package plots

import (
	"math"
	"strings"

	"corridor/sim/tables"
)

// examplePlaces lie on a schematic from China to the Black Sea and the Bosporus.
var examplePlaces = map[string]struct {
	title               string
	x, y                any
	latitude, longitude any
}{
	"xian": {"Xi’an", 0.0, 52.0, 34.3, 108.9}, "dostyk": {"Dostyk", 10.0, 74.0, 45.2, 82.5}, "khorgos": {"Khorgos", 11.0, 46.0, 44.2, 80.4},
	"zhezkazgan": {"Zhezkazgan", 27.0, 64.0, 47.8, 67.7}, "tashkent": {"Tashkent", 24.0, 26.0, 41.3, 69.2}, "beyneu": {"Beyneu", 39.0, 60.0, 45.3, 55.2},
	"aktau": {"Aktau", 46.0, 56.0, 43.6, 51.2}, "kuryk": {"Kuryk", 46.5, 44.0, 43.1, 51.6}, "turkmenbashi": {"Turkmenbashi", 47.0, 22.0, 40.0, 53.0},
	"alat": {"Alat", 59.0, 38.0, 39.9, 49.4}, "boyuk-kesik": {"Boyuk-Kesik", 67.0, 46.0, 41.2, 45.4}, "tbilisi": {"Tbilisi", 72.5, 50.0, 41.6, 44.9},
	"poti": {"Poti", 80.0, 60.0, 42.1, 41.7}, "batumi": {"Batumi", 80.0, 49.0, 41.6, 41.6}, "kars": {"Kars", 77.0, 35.0, 40.6, 43.1},
	"constanta": {"Constanța", 97.0, 72.0, 44.2, 28.6}, "istanbul": {"Istanbul", 100.0, 44.0, 41.0, 29.0}, "ceyhan": {"Ceyhan", 87.0, 20.0, 36.9, 35.8},
	"yerevan": {"Yerevan", nil, nil, nil, nil},
}

// exampleLinks have a capacity in the first year and the last, in Mt per year.
var exampleLinks = []struct {
	name, title, kind, from, to string
	days, first, last           float64
}{
	{"xian-khorgos", "Xi’an – Khorgos line", "rail", "xian", "khorgos", 3, 30, 40},
	{"xian-dostyk", "Xi’an – Dostyk line", "rail", "xian", "dostyk", 3.5, 30, 40},
	{"khorgos-border", "Khorgos border", "border", "khorgos", "khorgos", 2, 4.2, 12},
	{"dostyk-border", "Dostyk border", "border", "dostyk", "dostyk", 2, 6, 12},
	{"khorgos-zhezkazgan", "Khorgos – Zhezkazgan line", "rail", "khorgos", "zhezkazgan", 3, 14, 20},
	{"dostyk-zhezkazgan", "Dostyk – Zhezkazgan line", "rail", "dostyk", "zhezkazgan", 2.5, 15, 25},
	{"zhezkazgan-beyneu", "Zhezkazgan – Beyneu line", "rail", "zhezkazgan", "beyneu", 2, 6, 10},
	{"tashkent-beyneu", "Tashkent – Beyneu line", "rail", "tashkent", "beyneu", 4, 5, 5},
	{"tashkent-turkmenbashi", "Tashkent – Turkmenbashi line", "rail", "tashkent", "turkmenbashi", 5, 4, 4},
	{"beyneu-aktau", "Beyneu – Aktau line", "rail", "beyneu", "aktau", 1, 10, 12},
	{"beyneu-kuryk", "Beyneu – Kuryk line", "rail", "beyneu", "kuryk", 1, 6, 8},
	{"aktau-port", "Port of Aktau", "port", "aktau", "aktau", 2.5, 5.2, 9},
	{"kuryk-port", "Port of Kuryk", "port", "kuryk", "kuryk", 1.5, 3, 5},
	{"aktau-alat-boxes", "Aktau – Alat container feeders", "sea", "aktau", "alat", 0.9, 1.1, 3.2},
	{"aktau-alat-bulk", "Aktau – Alat dry-cargo ships", "sea", "aktau", "alat", 1, 0.9, 1.2},
	{"aktau-alat-oil", "Aktau – Alat tankers", "sea", "aktau", "alat", 1, 2.2, 3},
	{"kuryk-alat-wagons", "Kuryk – Alat rail ferries", "sea", "kuryk", "alat", 0.8, 1.1, 2},
	{"kuryk-alat-trucks", "Kuryk – Alat ro-ro", "sea", "kuryk", "alat", 0.8, 0.6, 0.9},
	{"turkmenbashi-alat", "Turkmenbashi – Alat ferries", "sea", "turkmenbashi", "alat", 0.6, 2.2, 2.6},
	{"alat-port", "Port of Alat", "port", "alat", "alat", 1.5, 7, 14},
	{"alat-boyuk-kesik", "Alat – Boyuk-Kesik line", "rail", "alat", "boyuk-kesik", 1, 15, 18},
	{"boyuk-kesik-border", "Boyuk-Kesik border", "border", "boyuk-kesik", "boyuk-kesik", 1, 6.5, 12},
	{"boyuk-kesik-tbilisi", "Boyuk-Kesik – Tbilisi line", "rail", "boyuk-kesik", "tbilisi", 0.4, 27, 27},
	{"tbilisi-poti", "Tbilisi – Poti line", "rail", "tbilisi", "poti", 1, 14, 14},
	{"tbilisi-batumi", "Tbilisi – Batumi line", "rail", "tbilisi", "batumi", 1, 10, 10},
	{"tbilisi-kars", "Baku–Tbilisi–Kars railway", "rail", "tbilisi", "kars", 1.5, 2, 5},
	{"kars-istanbul", "Kars – Istanbul line", "rail", "kars", "istanbul", 4, 0.75, 2},
	{"poti-constanta", "Poti – Constanța feeders", "sea", "poti", "constanta", 6, 2.4, 4},
	{"batumi-constanta", "Batumi – Constanța ferry", "sea", "batumi", "constanta", 5, 1.2, 1.5},
	{"alat-ceyhan", "Baku–Tbilisi–Ceyhan pipeline", "pipeline", "alat", "ceyhan", 4, 7, 7},
	{"tbilisi-yerevan", "Tbilisi – Yerevan line", "rail", "tbilisi", "yerevan", 2, 0.5, 0.5},
}

// exampleMarkets grow from the first year to the last, in Mt per year.
var exampleMarkets = []struct {
	name, title, cargo, class, scope string
	first, last, rival               float64 // the rival takes that share
	route, segments                  string
}{
	{"china-eu-boxes", "China – Europe containers", "containers", "Containers", "like-for-like", 0.62, 2.1, 0.5, "poti",
		"xian-khorgos>khorgos-border>khorgos-zhezkazgan>zhezkazgan-beyneu>beyneu-aktau>aktau-port>aktau-alat-boxes>alat-port>alat-boyuk-kesik>boyuk-kesik-border>boyuk-kesik-tbilisi>tbilisi-poti>poti-constanta"},
	{"china-turkiye-boxes", "China – Türkiye containers", "containers", "Containers", "like-for-like", 0.3, 1.2, 0.4, "kars",
		"xian-dostyk>dostyk-border>dostyk-zhezkazgan>zhezkazgan-beyneu>beyneu-aktau>aktau-port>aktau-alat-boxes>alat-port>alat-boyuk-kesik>boyuk-kesik-border>boyuk-kesik-tbilisi>tbilisi-kars>kars-istanbul"},
	{"kazakh-metal", "Kazakh metals and ores to Europe", "wagons", "Wagons", "like-for-like", 0.9, 1.6, 0.3, "kuryk",
		"zhezkazgan-beyneu>beyneu-kuryk>kuryk-port>kuryk-alat-wagons>alat-port>alat-boyuk-kesik>boyuk-kesik-border>boyuk-kesik-tbilisi>tbilisi-batumi>batumi-constanta"},
	{"uzbek-wagons", "Uzbek exports to the Black Sea", "wagons", "Wagons", "like-for-like", 0.35, 0.9, 0.3, "turkmenbashi",
		"tashkent-turkmenbashi>turkmenbashi-alat>alat-port>alat-boyuk-kesik>boyuk-kesik-border>boyuk-kesik-tbilisi>tbilisi-poti>poti-constanta"},
	{"grain", "Kazakh grain to the Caucasus and Türkiye", "dry bulk", "Dry bulk", "like-for-like", 0.55, 0.9, 0.2, "aktau",
		"zhezkazgan-beyneu>beyneu-aktau>aktau-port>aktau-alat-bulk>alat-port>alat-boyuk-kesik>boyuk-kesik-border>boyuk-kesik-tbilisi>tbilisi-poti"},
	{"trucks", "Trucks from Central Asia to Türkiye", "trucks", "Trucks", "headline", 0.45, 0.8, 0.3, "roro",
		"tashkent-beyneu>beyneu-kuryk>kuryk-port>kuryk-alat-trucks>alat-port>alat-boyuk-kesik>boyuk-kesik-border>boyuk-kesik-tbilisi>tbilisi-kars>kars-istanbul"},
	{"oil", "Kazakh oil to Ceyhan", "oil", "Oil", "headline", 1.3, 2.4, 0.8, "btc", "aktau-port>aktau-alat-oil>alat-port>alat-ceyhan"},
	{"eu-china-boxes", "Europe – China containers, loaded eastbound", "containers", "Containers", "like-for-like", 0.08, 0.3, 0.8, "poti",
		"poti-constanta>tbilisi-poti>boyuk-kesik-tbilisi>boyuk-kesik-border>alat-boyuk-kesik>alat-port>aktau-alat-boxes>aktau-port>beyneu-aktau>zhezkazgan-beyneu>khorgos-zhezkazgan>khorgos-border>xian-khorgos"},
	{"armenia", "Grain to Armenia", "dry bulk", "Dry bulk", "like-for-like", 0.06, 0.12, 0.1, "yerevan",
		"zhezkazgan-beyneu>beyneu-aktau>aktau-port>aktau-alat-bulk>alat-port>alat-boyuk-kesik>boyuk-kesik-border>boyuk-kesik-tbilisi>tbilisi-yerevan"},
}

func exampleNetwork() *tables.Table {
	t := tables.New(tables.Network)
	for _, l := range exampleLinks {
		from, to := examplePlaces[l.from], examplePlaces[l.to]
		t.Append("stated", l.name, l.title, l.kind, l.from, from.title, from.x, from.y, l.to, to.title, to.x, to.y, l.days, 12.0, 500.0, nil, nil, nil, nil, nil)
	}
	return t
}

// exampleOnEarth is the corridor with the latitudes and longitudes of its places.
func exampleOnEarth() *tables.Package {
	t := tables.New(tables.Network)
	for _, l := range exampleLinks {
		from, to := examplePlaces[l.from], examplePlaces[l.to]
		t.Append("stated", l.name, l.title, l.kind, l.from, from.title, from.x, from.y, l.to, to.title, to.x, to.y, l.days, 12.0, 500.0, nil,
			from.latitude, from.longitude, to.latitude, to.longitude)
	}
	p := exampleCorridor()
	p.Tables[0] = t
	p.Tables = append(p.Tables, exampleRivals())
	return p
}

// exampleFuturesOnEarth is an ensemble of it, with the chances that its segments hold cargo back.
func exampleFuturesOnEarth() *tables.Package {
	return examplePackage(exampleOnEarth().Tables[0], exampleBottlenecks(exampleMonths))
}

func exampleRivals() *tables.Table {
	from := examplePlaces["zhezkazgan"]
	t := tables.New(tables.Rivals)
	t.Append("stated", "northern-rail", "Rail by the north", "zhezkazgan", from.latitude, from.longitude, 56.0, 52.0)
	t.Append("stated", "suez", "Sea by Suez", "", nil, nil, nil, nil)
	return t
}

func exampleRoutes() *tables.Table {
	t := tables.New(tables.Routes)
	for _, m := range exampleMarkets {
		t.Append("stated", m.name, m.title, m.cargo, m.class, m.scope, m.route, false, m.segments, 1-m.rival, 95.0, 24.0, 140.0, "")
		t.Append("stated", m.name, m.title, m.cargo, m.class, m.scope, "north", true, "", m.rival, 80.0, 18.0, 120.0, "northern-rail")
	}
	return t
}

const exampleMonths = 144

// exampleTraffic carries the markets in turn; what a full segment cannot take
// waits for it. The model does this better.
func exampleTraffic() (segments, flows *tables.Table) {
	segments, flows = tables.New(tables.Segments), tables.New(tables.Flows)
	backlog := make([]float64, len(exampleMarkets))
	for m := range exampleMonths {
		month := monthName(2024+m/12, m%12)
		share := float64(m) / exampleMonths
		load, held, queue, room := map[string]float64{}, map[string]float64{}, map[string]float64{}, map[string]float64{}
		for _, l := range exampleLinks {
			room[l.name] = float64((l.first + float64((l.last-l.first)*math.Floor(share*6)/5)) / 12)
			if l.kind == "sea" {
				room[l.name] = float64(room[l.name] * exampleSeason[(m+11)%12])
			}
		}
		capacity := map[string]float64{}
		for name, v := range room {
			capacity[name] = v
		}
		for i, k := range exampleMarkets {
			offer := backlog[i] + float64((k.first+float64((k.last-k.first)*share))*exampleSeason[m%12])/12
			served, binding := offer, ""
			for _, s := range strings.Split(k.segments, ">") {
				if room[s] < served {
					served, binding = room[s], s
				}
			}
			for _, s := range strings.Split(k.segments, ">") {
				room[s] -= served
				load[s] += served
			}
			backlog[i] = 0
			if offer-served > 1e-9 {
				backlog[i] = float64(0.6 * (offer - served))
				held[binding] += offer - served
				queue[binding] += backlog[i]
			}
			lost := offer - served - backlog[i]
			flows.Append("stated", month, k.name, k.cargo, k.route, offer, served, lost, 1-k.rival)
			flows.Append("stated", month, k.name, k.cargo, "north", 0.4, 0.4, 0.0, k.rival)
		}
		for _, l := range exampleLinks {
			wait := 0.0
			if load[l.name] > 0 {
				wait = float64(30*queue[l.name]) / load[l.name]
			}
			segments.Append("stated", month, l.name, capacity[l.name], load[l.name], load[l.name]/capacity[l.name], held[l.name], queue[l.name], wait, 1.0)
		}
	}
	return segments, flows
}

// exampleCorridor is a package with the whole network.
func exampleCorridor() *tables.Package {
	segments, flows := exampleTraffic()
	return examplePackage(exampleNetwork(), exampleRoutes(), segments, flows)
}

func exampleFlows() *tables.Table {
	_, flows := exampleTraffic()
	return flows
}
