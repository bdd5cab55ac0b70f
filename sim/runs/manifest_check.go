package runs

import (
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"corridor/sim/ensemble"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// A manifest may come from anybody. What it says in words is shown in quotes; all else
// is held to what this program writes.
var (
	versionPattern = regexp.MustCompile(`^[0-9]+\.[0-9]+\.[0-9]+[0-9A-Za-z.+-]{0,40}$`)
	commitPattern  = regexp.MustCompile(`^([0-9a-f]{7,64}( with changes)?)?$`)
	sha256Pattern  = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

// check returns an error for a manifest that this program did not write.
func (m *Manifest) check() error {
	switch {
	case m.Format != format:
		return fmt.Errorf("the format is %q, expected %q", m.Format, format)
	case m.Program != program:
		return fmt.Errorf("the program is %q, expected %q", m.Program, program)
	case !versionPattern.MatchString(m.Version):
		return fmt.Errorf("the version is %q, expected one such as %s", m.Version, Version)
	case !commitPattern.MatchString(m.Commit):
		return fmt.Errorf("the commit is %q, expected a hash", m.Commit)
	}
	if err := m.checkCommand(); err != nil {
		return err
	}
	for _, c := range m.Cells {
		if !sha256Pattern.MatchString(c.SHA256) {
			return fmt.Errorf("the SHA-256 of the scenario %q is %q", c.Name, c.SHA256)
		}
	}
	switch {
	case slices.Contains([]string{kindSingle, kindEnsemble, kindPart, kindEvidence, kindAppraisal, kindSensitivity, kindDiscovery, kindSeek}, m.Command) && m.Scenario != m.Cells[0].Name:
		return fmt.Errorf("the scenario is %q, and the one it holds is %q", m.Scenario, m.Cells[0].Name)
	case m.Warnings != warningsIn(m.Cells):
		return fmt.Errorf("there are %d warnings, and the scenarios have %d", m.Warnings, warningsIn(m.Cells))
	}
	for _, format := range m.Charts {
		if !slices.Contains(Formats, format) {
			return fmt.Errorf("there is no chart format %q", format)
		}
	}
	return m.checkOutputs()
}

// checkCommand checks the command, and that there is what it needs to be run again.
func (m *Manifest) checkCommand() error {
	kind, known := kinds[m.Command]
	switch {
	case !known:
		return fmt.Errorf("the command is %q, which writes no results", m.Command)
	case !kind.fits(m):
		return fmt.Errorf("the results of corridor %s cannot be made from %d scenarios and %d draws of it", m.Command, len(m.Cells), m.Draws)
	case m.Draws > ensemble.MaxDraws || m.Shards > ensemble.MaxDraws:
		return fmt.Errorf("there are %d draws in %d parts, expected at most %d", m.Draws, m.Shards, uint64(ensemble.MaxDraws))
	case m.Points > MostPoints || m.Command == kindCalibrated && m.Draws > MostRows:
		return fmt.Errorf("there are %d points and %d rows, expected at most %d and %d", m.Points, m.Draws, MostPoints, MostRows)
	case m.Design != "" && !slices.Contains(random.Designs(), m.Design):
		return fmt.Errorf("there is no design %q", m.Design)
	case m.Replicates > random.MostReplicates:
		return fmt.Errorf("there are %d replicates, expected at most %d", m.Replicates, random.MostReplicates)
	case m.Plan != nil && (len(m.Plan.Objectives) > mostObjectives || len(m.Plan.Shifts) > mostShifts):
		return fmt.Errorf("there are %d objectives and %d shifts of a plan, expected at most %d and %d", len(m.Plan.Objectives), len(m.Plan.Shifts), mostObjectives, mostShifts)
	case len(m.Years) > mostYears:
		return fmt.Errorf("there are %d years, expected at most %d", len(m.Years), mostYears)
	case m.Orders > MostOrders || len(m.Of) > mostAskedOf || len(m.Metrics) > mostAskedOf:
		return fmt.Errorf("there are %d orders of %d for %d metrics, expected at most %d, %d and %d", m.Orders, len(m.Of), len(m.Metrics), MostOrders, mostAskedOf, mostAskedOf)
	case m.Method != "" && !slices.Contains(SensitivityMethods(), m.Method):
		return fmt.Errorf("there is no method %q", m.Method)
	case len(m.Where) > mostCondition:
		return fmt.Errorf("the condition has %d letters, expected at most %d", len(m.Where), mostCondition)
	case !(m.Precision >= 0 && m.Precision <= 1):
		return fmt.Errorf("the precision is %v, expected a share", m.Precision)
	}
	return nil
}

// mostYears and mostAskedOf bound what can be asked for.
const mostYears, mostAskedOf = 200, 1000

// mostCondition bounds a condition on draws.
const mostCondition = 4000

// checkOutputs checks that what is listed are files of a run directory, each once.
func (m *Manifest) checkOutputs() error {
	seen := map[string]bool{ManifestFile: true}
	for _, o := range slices.Concat(m.Outputs, m.Drawn) {
		switch {
		case !isOutput(o.Path):
			return fmt.Errorf("the output %q is not a file of a run directory", o.Path)
		case seen[o.Path]:
			return fmt.Errorf("the output %q is listed twice, or cannot be one", o.Path)
		case o.Bytes < 0 || !sha256Pattern.MatchString(o.SHA256):
			return fmt.Errorf("the output %q has no size or SHA-256", o.Path)
		}
		seen[o.Path] = true
	}
	for _, o := range m.Drawn {
		if path.Dir(o.Path) != Charts {
			return fmt.Errorf("the output %q is not a chart that was drawn later", o.Path)
		}
	}
	return nil
}

// isOutput reports whether a path can be that of an output: it stays in the directory
// and can be shown as it is.
func isOutput(name string) bool {
	return filepath.IsLocal(name) && path.Clean(name) == name && name != "." && len(name) <= 400 && !strings.ContainsRune(name, '\\') &&
		!strings.ContainsFunc(name, func(r rune) bool { return !strconv.IsPrint(r) })
}

// checkScenarios returns an error when a scenario of the manifest is not the one whose
// hash it states.
func (m *Manifest) checkScenarios() error {
	for _, cell := range m.Cells {
		if got := hash([]byte(cell.Scenario)); got != cell.SHA256 {
			return &Error{Mismatch, fmt.Errorf("the scenario %s in the manifest has been changed: its SHA-256 is %s, recorded %s", tables.ShownInLine(cell.Name), got, cell.SHA256)}
		}
	}
	return nil
}
