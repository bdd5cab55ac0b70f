// Package ink puts letters, lines and areas on SVG, PNG and PDF canvases, so that all
// three show the same and the same drawing gives the same bytes on every machine. It
// knows nothing of charts. [Picture] is the main entry point.
//
// It may import nothing of ours. Canvases have the interface of gonum/plot/vg and are our
// own: gonum's SVG leaves letters to the fonts of the reader, its PDF has those of
// Windows-1252 only and says when it was written, and its PNG, whose dots ours has, takes
// five times as long. Circles are quadratic curves, which all draw alike on every processor.
package ink
