package page

import (
	"image/color"
	"slices"
)

// classColours are those of cargo classes of the library, the same in every chart.
var classColours = map[string]color.Color{
	"containers": Blue, "boxes": Blue,
	"dry-bulk": Orange, "bulk": Orange,
	"oil":    Green,
	"wagons": SkyBlue, "general": SkyBlue,
	"trucks": Purple,
}

// ColoursOfClasses gives each cargo class its colour: that of its name, or where a
// scenario has classes of its own the next that is free, in the order of their names.
// Beyond them a class is grey.
func ColoursOfClasses(names []string) map[string]color.Color {
	out := map[string]color.Color{}
	free := slices.Clone(Areas)
	take := func(name string, c color.Color) {
		out[name] = c
		free = slices.DeleteFunc(free, func(f color.Color) bool { return f == c })
	}
	names = slices.Clone(names)
	slices.Sort(names)
	names = slices.Compact(names)
	for _, name := range names {
		if c, known := classColours[name]; known && slices.Contains(free, c) {
			take(name, c)
		}
	}
	for _, name := range names {
		if out[name] == nil {
			take(name, append(free, MidGrey)[0])
		}
	}
	return out
}
