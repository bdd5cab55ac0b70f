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
	if err := mayBeName(name); err != nil {
		return "", err
	}
	return strings.ReplaceAll(starter, "SCENARIO", name), nil
}

// mayBeName refuses what is no name of a scenario.
func mayBeName(name string) error {
	if language.IsName(name) {
		return nil
	}
	return fmt.Errorf("%q is not a name for a scenario, expected small letters and digits joined by - or _%s", text.Short(name), language.TooLong(name))
}
