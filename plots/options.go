package plots

import (
	"image/color"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/words"
)

// What a program that draws charts needs of the rooms below, under one name.
type (
	// Figure is a picture drawn to order.
	Figure = page.Figure

	// Options say how a chart is drawn. The zero value is English on screen.
	Options = page.Options

	// Style changes how charts look. The zero value changes nothing.
	Style = page.Style

	// Text is a line of text on a figure.
	Text = ink.Text

	// Letters are those that figures of a page use, for the fonts of the page.
	Letters = ink.Letters
)

// Formats a figure can be written in.
const (
	SVG = ink.SVG
	PNG = ink.PNG
	PDF = ink.PDF
)

// Sizes a chart can be drawn in.
const (
	Screen = page.Screen
	Paper  = page.Paper
	Slide  = page.Slide
)

// Limits of the factor on line widths.
const (
	ThinnestLines = page.ThinnestLines
	ThickestLines = page.ThickestLines
)

// The names of what can be chosen, for messages and flags.
var (
	Formats   = ink.Formats
	Sizes     = page.Sizes      // the usual one first
	Parts     = page.Parts      // the usual one first
	Languages = words.Languages // by ISO 639-1 code, English first
)

// ColourNames lists the colours that a style may change.
func ColourNames() []string { return page.ColourNames() }

// ParseColour reads a colour such as #0072b2.
func ParseColour(s string) (color.Color, error) { return page.ParseColour(s) }

// Texts lists the English texts of all charts, which labels may replace.
func Texts() []string { return words.Texts() }

// CheckLabel returns an error where words in place of a text lack a place that
// it has, or have one that it lacks.
func CheckLabel(english, own string) error { return words.CheckLabel(english, own) }
