package scenarios

import (
	_ "embed"
	"fmt"
	"strings"

	"corridor/scenarios/language"
	"corridor/scenarios/text"
)

//go:embed starter.yaml
var starter string

// Starter returns a commented scenario file to start from, with the given name.
func Starter(name string) (string, error) {
	if !language.IsName(name) {
		return "", fmt.Errorf("%q is not a name for a scenario, expected small letters and digits joined by - or _%s", text.Short(name), language.TooLong(name))
	}
	return strings.ReplaceAll(starter, "SCENARIO", name), nil
}
