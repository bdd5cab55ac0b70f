// Package ink puts letters, lines and areas on SVG, PNG and PDF canvases, so that all
// three show the same and the same drawing gives the same bytes on every machine. It
// knows nothing of charts. [Picture] is the main entry point.
//
// SVG and PDF carry a font of the letters they use, whole pages one for all their pictures:
// see [Letters]. Letters are read, measured and kerned by golang.org/x/image/font; the font
// is written here, since no library at hand does it the same way twice.
// github.com/tdewolff/font stamps its fonts with the time, keeps hints without the
// programs they call, and changes the font it cuts from. github.com/tdewolff/canvas, which
// has canvases for SVG and PDF too, writes fonts in the order of a map and the date into
// PDF, other bytes on arm64, and PDF text that cannot be read back where a line has two
// scripts; it would make the program 4 MB larger.
//
// Ink may import nothing of ours. Canvases have the interface of gonum/plot/vg and are our
// own: gonum's SVG leaves letters to the fonts of the reader or embeds whole ones, its PDF
// has those of Windows-1252 only and says when it was written, and its PNG, whose dots ours
// has, takes five times as long. Circles are quadratic curves, which all draw alike on
// every processor.
package ink
