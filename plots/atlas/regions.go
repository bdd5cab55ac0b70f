package atlas

// Region is a country or sea with places for its name, degrees north and east, best first.
type Region struct {
	Name string // in English
	Sea  bool
	At   [][2]float64
}

// Regions are those that maps name where there is room.
var Regions = []Region{
	{"Caspian Sea", true, [][2]float64{{41.9, 50.4}, {38.4, 51.2}, {44.6, 49.4}}},
	{"Black Sea", true, [][2]float64{{43.2, 34.5}, {43.4, 38.2}, {42.6, 38.5}}},
	{"Kazakhstan", false, [][2]float64{{49.5, 70}, {47.2, 50.4}, {49, 60}, {44.8, 54.6}}},
	{"Uzbekistan", false, [][2]float64{{42.3, 62.5}, {43.6, 57.6}, {42.9, 56.6}}},
	{"Turkmenistan", false, [][2]float64{{38.4, 60}, {40.9, 55}, {39.4, 54.8}}},
	{"China", false, [][2]float64{{38.5, 92}, {36, 97}}},
	{"Russia", false, [][2]float64{{52.5, 46}, {45.6, 44.6}, {54, 88}, {44.4, 44}}},
	{"Iran", false, [][2]float64{{33.5, 54}, {38, 47.4}, {37.6, 46.4}}},
	{"Azerbaijan", false, [][2]float64{{40.7, 47.4}, {40.2, 47.6}, {41.1, 48}}},
	{"Georgia", false, [][2]float64{{42.5, 43.4}, {41.8, 43.4}, {42.2, 44.6}}},
	{"Armenia", false, [][2]float64{{39.9, 45.6}, {40.6, 44.6}}},
	{"Türkiye", false, [][2]float64{{38.4, 34.5}, {39.4, 41.6}, {38.6, 42.6}, {40.8, 41.9}}},
	{"Ukraine", false, [][2]float64{{49, 31.5}, {47.8, 34.5}}},
	{"Romania", false, [][2]float64{{46, 24.8}}},
	{"Kyrgyzstan", false, [][2]float64{{41.4, 74.6}}},
	{"Tajikistan", false, [][2]float64{{38.6, 71}}},
	{"Afghanistan", false, [][2]float64{{34.2, 66}}},
	{"Mongolia", false, [][2]float64{{46.8, 102}}},
	{"Iraq", false, [][2]float64{{33.2, 43.4}}},
	{"Syria", false, [][2]float64{{35.2, 38.2}}},
}
