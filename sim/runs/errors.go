package runs

import "fmt"

// Kind says what an error is about.
type Kind int

// The kinds of error. One without a kind, of a disk that is full for instance, is a
// failure.
const (
	Invalid     Kind = iota + 1 // input that is wrong in itself
	Misused                     // a question that cannot be put, or a place that results cannot go to
	Mismatch                    // results that are not what they were
	Interrupted                 // ended before the results were there
)

// Error is an error of a kind.
type Error struct {
	Kind Kind
	error
}

func (e *Error) Unwrap() error { return e.error }

func invalidf(format string, args ...any) error {
	return &Error{Invalid, fmt.Errorf(format, args...)}
}

func misusedf(format string, args ...any) error {
	return &Error{Misused, fmt.Errorf(format, args...)}
}

// invalid makes an error, if it is one, one of the input.
func invalid(err error) error {
	if err == nil {
		return nil
	}
	return &Error{Invalid, err}
}
