package plots

import (
	"errors"
	"fmt"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

// blank is the error of a chart whose tables are in order but hold nothing that it
// could show. The chart is then a frame that says so.
type blank struct {
	text string // the reason, in English
	args []any
}

func (b blank) Error() string { return fmt.Sprintf(b.text, b.args...) }

// allEmpty is the reason of a chart whose main column holds no number.
func allEmpty(t *tables.Table, column string) error {
	return blank{text("Every value of %[1]s in %[2]s is empty."), []any{column, t.Schema.File()}}
}

// tooLarge is the reason of a chart with a number beyond what it can show.
func tooLarge(t *tables.Table, column string) error {
	return blank{text("%[1]s in %[2]s is too large a number to be drawn."), []any{column, t.Schema.File()}}
}

// isBlank reports whether a chart has nothing to show for that reason.
func isBlank(err error) bool {
	var why blank
	return errors.As(err, &why)
}

// unreadable reports whether tables are not in order, which the chart must say.
func unreadable(err error) bool { return err != nil && !isBlank(err) }

const blankHeight vg.Length = 110

// orBlank returns the figure, or where there is nothing to show, a frame on the sheet
// that gives the reason.
func orBlank(f *Figure, err error, s func() sheet) (*Figure, error) {
	var why blank
	if !errors.As(err, &why) {
		return f, err
	}
	empty := s()
	on := empty.on
	reason := on.say(why.text, why.args...)
	frame := panel{bare: true, height: blankHeight}
	frame.under = func(p plane) {
		p.Min.X = margin
		p.FillPolygon(paleGrey, corners(p.Rectangle))
		l := lettering{bold(subtitleText.size()), darkGrey}
		middle, base := (p.Min.X+p.Max.X)/2, p.Center().Y+half(l.height())
		l.write(p, middle, base, centred, on.say("There is nothing to show."))
		for _, s := range unitText.wrap(reason, p.Max.X-p.Min.X-margin, 3) {
			base -= l.pitch()
			unitText.write(p, middle, base, centred, s)
		}
	}
	empty.panels = []panel{frame}
	empty.describe("There is nothing to show.")
	empty.tell(reason)
	return empty.figure(), nil
}
