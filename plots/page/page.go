package page

import (
	"fmt"
	"slices"
	"strings"

	"corridor/plots/words"
	"gonum.org/v1/plot/vg"
)

// Sizes a chart can be drawn in.
const (
	Screen = "screen" // as wide as the text of an A4 page in landscape, as high as it needs
	Paper  = "paper"  // as wide as the text of an A4 page, 170 mm, as high as it needs
	Slide  = "slide"  // 16:9, 13⅓ by 7½ inches, 1920 by 1080 dots as PNG
)

// Sizes lists the names of the sizes, the usual one first.
var Sizes = []string{Screen, Paper, Slide}

// Parts lists what charts take the difference of scenarios apart by, the usual one first.
var Parts = []string{"segment", "market", "class", "country", "place"}

// sizing is what a size means. Charts are laid out in the points of the theme's
// type sizes and then scaled to what is written.
type sizing struct {
	name   string
	layout vg.Length // least width to lay out in
	width  vg.Length // as written
	height vg.Length // as written, 0 for as high as the chart needs
	dpi    int       // of PNG files
}

var sizings = []sizing{
	{Screen, 630, 630, 0, 192},
	{Paper, 560, 482, 0, 300},
	{Slide, 660, 960, 540, 144}, // the smallest type, of 8.25 points, becomes one of 12
}

// narrow is for pages on a screen as wide as a hand: type is as large on it as on others.
var narrow = sizing{Screen, 330, 330, 0, 192}

// Page is what a figure is drawn for: a language, a size, a choice.
type Page struct {
	*words.Language
	sizing
	Options
	Width vg.Length // of the layout

	share float64 // of the rows of a list that there is room for
}

// Inner is the width between the margins.
func (on *Page) Inner() vg.Length { return on.Width - 2*Margin }

// Low reports whether the page is wide and of a fixed height, as a slide is.
func (on *Page) Low() bool { return on.height > 0 }

// Most returns how many rows a list may have that holds n where there is room.
func (on *Page) Most(n int) int { return max(1, int(float64(n)*on.share)) }

// Part is how much of a length there is room for.
func (on *Page) Part(of vg.Length) vg.Length { return vg.Length(on.share) * of }

// SourceRows is how many lines the source may take.
func (on *Page) SourceRows() int {
	if on.height > 0 {
		return 2
	}
	return 3
}

// Options say how a chart is drawn. The zero value is English on screen.
type Options struct {
	Lang   string // one of Languages, English when empty
	Size   string // one of Sizes, Screen when empty
	Metric string // result column, for charts with a choice; each has its own when empty

	By string // one of Parts, for charts of them; by segments, if there are any, when empty

	Observed map[int]float64 // what happened, by year, in the unit of the metric; drawn over the fan

	Runs []string // names of the runs of a comparison, in place of their titles

	InPage bool // it stands in a page that has its title, the scenario and the sources
	Narrow bool // on a screen as wide as a hand, whatever the size

	Title, Subtitle, Note string            // in place of the chart's own
	Labels                map[string]string // other words for the texts of charts, by the English text
	Style                 Style
}

// Check returns an error for a language or size that is not known.
func (o Options) Check() error {
	if o.Lang != "" && !slices.Contains(words.Languages, o.Lang) {
		return fmt.Errorf("there is no language %q; valid: %s", o.Lang, strings.Join(words.Languages, ", "))
	}
	if o.By != "" && !slices.Contains(Parts, o.By) {
		return fmt.Errorf("nothing is taken apart by %q; valid: %s", o.By, strings.Join(Parts, ", "))
	}
	if o.Size != "" && !slices.Contains(Sizes, o.Size) {
		return fmt.Errorf("there is no size %q; valid: %s", o.Size, strings.Join(Sizes, ", "))
	}
	return o.Style.check()
}

// New returns the page for the options, in the least layout of its size.
func New(o Options) (*Page, error) {
	if err := o.Check(); err != nil {
		return nil, err
	}
	w, err := words.Of(o.Lang)
	if err != nil {
		return nil, err
	}
	on := &Page{Language: w.With(o.Labels), sizing: sizings[max(0, slices.Index(Sizes, o.Size))], Options: o, share: 1}
	if o.Narrow {
		on.sizing = narrow
	}
	on.Width = on.layout
	return on, nil
}

// shares are the parts in which rows are left out.
const shares = 64

// widest is the widest layout tried: on it type is a quarter of its size.
const widest vg.Length = 2640

// Squeezed is the height of a panel that would have so much, but gives way, down to half of
// it, where names and notes need the room of a page whose height is fixed.
func (on *Page) Squeezed(height vg.Length) vg.Length {
	return max(height/2, height*vg.Length(on.share))
}

// Fitted calls f for the page. Where the height is fixed, lists have as many rows as fit, and
// panels that can be squeezed are. Only where that is not enough is the layout widened, which
// makes everything on it smaller.
func (on *Page) Fitted(f func(*Page) (*Figure, error)) (*Figure, error) {
	fig, err := f(on)
	if err != nil || on.sizing.height == 0 || fig.Fits() {
		return fig, err
	}
	few, many := 0, shares // of the rows, in parts: what fits, if anything, and what does not
	for many-few > 1 {
		try, middle := *on, (few+many)/2
		try.share = float64(middle) / shares
		drawn, err := f(&try)
		if err != nil {
			return nil, err
		}
		if drawn.Fits() {
			few, fig = middle, drawn
		} else {
			many = middle
		}
	}
	if few > 0 {
		return fig, nil
	}
	low, high := on.layout, widest
	for high-low > 8 {
		try := *on
		try.Width, try.share = (low+high)/2, 0.5
		drawn, err := f(&try)
		if err != nil {
			return nil, err
		}
		if drawn.Fits() {
			high, fig = try.Width, drawn
		} else {
			low = try.Width
		}
	}
	return fig, nil
}
