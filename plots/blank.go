package plots

import (
	"errors"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"gonum.org/v1/plot/vg"
)

const blankHeight vg.Length = 110

// orBlank returns the figure, or where there is nothing to show, a frame on the sheet
// that gives the reason.
func orBlank(f *page.Figure, err error, s func() page.Sheet) (*page.Figure, error) {
	var why series.Nothing
	if !errors.As(err, &why) {
		return f, err
	}
	empty := s()
	on := empty.On
	reason := on.Say(why.Text, why.Args...)
	frame := page.Panel{Bare: true, Height: blankHeight}
	frame.Under = func(p page.Plane) {
		p.Min.X = page.Margin
		p.FillPolygon(page.PaleGrey, ink.Corners(p.Rectangle))
		l := ink.Lettering{Face: ink.Bold(page.SubtitleText.Size()), Colour: page.DarkGrey}
		middle, base := (p.Min.X+p.Max.X)/2, p.Center().Y+ink.Half(l.Height())
		l.Write(p, middle, base, ink.Centred, on.Say("There is nothing to show."))
		for _, s := range page.UnitText.Wrap(reason, p.Max.X-p.Min.X-page.Margin, 3) {
			base -= l.Pitch()
			page.UnitText.Write(p, middle, base, ink.Centred, s)
		}
	}
	empty.Panels = []page.Panel{frame}
	empty.Describe("There is nothing to show.")
	empty.Tell(reason)
	return empty.Figure(), nil
}
