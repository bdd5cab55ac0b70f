package series

import (
	"errors"
	"fmt"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// Nothing is the error of a chart whose tables are in order but hold nothing that it
// could show. The chart is then a frame that says so.
type Nothing struct {
	Text string // the reason, in English
	Args []any
}

// Error says in English why there is nothing to show.
func (b Nothing) Error() string { return fmt.Sprintf(b.Text, b.Args...) }

// AllEmpty is the reason of a chart whose main column holds no number.
func AllEmpty(t *tables.Table, column tables.NumberColumn) error {
	return Nothing{words.Text("Every value of %[1]s in %[2]s is empty."), []any{column.Name, t.Schema.File()}}
}

// TooLarge is the reason of a chart with a number beyond what it can show.
func TooLarge(t *tables.Table, column tables.NumberColumn) error {
	return Nothing{words.Text("%[1]s in %[2]s is too large a number to be drawn."), []any{column.Name, t.Schema.File()}}
}

// isNothing reports whether a chart has nothing to show for that reason.
func isNothing(err error) bool {
	var why Nothing
	return errors.As(err, &why)
}

// Unreadable reports whether tables are not in order, which the chart must say.
func Unreadable(err error) bool { return err != nil && !isNothing(err) }
