package language

import (
	"path/filepath"

	"corridor/scenarios/text"
	"corridor/sim/expect"
)

// Expectation is a check that a scenario carries.
type Expectation struct {
	*expect.Expectation
	Title string
	Place text.Position
}

// expectations reads the checks.
func (c *compiler) expectations(s *Compiled) (list []Expectation) {
	names := expect.Names{
		Metrics: s.Metrics, Targets: s.Targets,
		Segments: c.top.of("segments").names(), Cargos: c.top.of("cargo").names(), Markets: c.top.of("markets").names(),
		First: c.first, Last: c.last, Lack: c.lack,
		Scenarios: c.known.Scenarios, Path: IsPath,
	}
	if c.first == 0 || !c.report.Sound(c.top.of("metrics").Tree) || !c.report.Sound(c.top.of("targets").Tree) {
		return nil // reported
	}
	for _, v := range c.top.of("expect").each() {
		check, title := v.value, v.name
		if v.Kind == text.Map && !v.isValue() {
			check = v.of("check")
			if t := v.of("title"); t.given() {
				title = t.string()
			}
		}
		if !check.given() || check.Kind != text.Scalar || !c.report.Sound(check.Tree) {
			continue
		}
		names.Resolve = func(path string) string {
			if !IsPath(path) || filepath.IsAbs(path) {
				return path
			}
			return filepath.Join(filepath.Dir(check.File.Name), path)
		}
		converted, offset, err := ReadUnits(check.Text, c.measured)
		if err != nil {
			c.report.Mistake(within(check.Position, check.Text, offset), "%v", err)
			continue
		}
		e, wrong := expect.Parse(v.name, converted.Text, &names)
		if wrong != nil {
			hint := ""
			if wrong.Wrong != "" {
				hint = text.DidYouMean(wrong.Wrong, wrong.Valid)
			}
			c.report.Mistake(within(check.Position, check.Text, converted.Place(wrong.Offset)), "%s%s", text.Cut(wrong.Message, 200), hint)
			continue
		}
		e.Text, e.Unit = check.Text, c.shownIn(converted.Units, e)
		list = append(list, Expectation{Expectation: e, Title: title, Place: check.Position})
	}
	return list
}

// shownIn is the unit of what a check finds: the only one that it is written in, else that of all
// it compares.
func (c *compiler) shownIn(written []expect.Unit, e *expect.Expectation) expect.Unit {
	names, inUnit := e.Figures()
	switch {
	case !inUnit || len(written) > 1:
		return expect.Unit{}
	case len(written) == 1:
		return written[0]
	}
	var all expect.Unit
	for i, name := range names {
		_, unit := c.measured(name)
		if i > 0 && unit != all.After {
			return expect.Unit{}
		}
		all.After = unit
	}
	return all
}
