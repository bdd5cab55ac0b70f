// Package page is what all charts have in common: the layout of a figure with its title,
// legend, panels, notes and source, the colours and type, axes, and the marks drawn on a
// panel. A chart fills a [Sheet] with [Panel] values and asks for its [Sheet.Figure].
//
// It may import plots/ink, plots/words and sim/tables, of which it needs what a package
// says of its scenario and sources.
//
// Axes, legends and marks are ours and not those of gonum/plot: a year and a month are
// slots with a label in the middle, numbers are written as the language does, legends
// wrap and stand clear of the data, lines break where a value is missing, and a page has
// a height that its panels share. Canvases, line styles and the palette of the colour
// scales are gonum's.
package page
