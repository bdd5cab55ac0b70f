package page

import (
	"fmt"
)

// Guard turns a panic into an error: one chart that meets a fault of the program
// must not take a run's tables and its other charts with it.
func Guard(err *error) {
	if v := recover(); v != nil {
		*err = fmt.Errorf("a fault of the program, please report it: %v", v)
	}
}
