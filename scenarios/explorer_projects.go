package scenarios

import (
	"fmt"
	"strings"

	"corridor/model"
	"corridor/sim/explorer"
)

// mostLate is how late a project can be made, in months, and lateStep by how many at a time.
const mostLate, lateStep = 60, 3

// projects adds the levers that every project and measure has: whether it goes ahead, and of one
// that can still be late, by how many months it is later than planned.
func (e *exploring) projects() error {
	for i := range e.base.Projects {
		p := &e.base.Projects[i]
		path := e.path(p)
		title := e.scenario.Labels.Project(p.Name)
		if err := e.goes(i, p, path, title); err != nil {
			return err
		}
		if err := e.late(i, p, path, title); err != nil {
			return err
		}
	}
	return nil
}

// goes adds the switch of a project.
func (e *exploring) goes(i int, p *model.Project, path, title string) error {
	lever := explorer.Lever{Name: p.Name + "/goes-ahead"}
	moved := Moved{Name: lever.Name, Title: title, Group: "project", Kind: "switch", To: 1, Step: 1, Project: p.Name}
	for value := range 2 {
		position := explorer.Position{Value: float64(value)}
		if goes := value == 1; goes == !p.Disabled {
			lever.As, moved.Value = value, float64(value)
		} else {
			position.Set = []string{fmt.Sprintf("%senabled=%t", path, goes)}
			var err error
			if position.Moves, err = e.otherwise(i, func(p *model.Project) { p.Disabled = !goes }); err != nil {
				return err
			}
		}
		if value == 0 {
			position.Certain = e.outcomes(path)
		}
		lever.Positions = append(lever.Positions, position)
	}
	e.add(lever, moved)
	return nil
}

// otherwise finds what is moved where a project is another one.
func (e *exploring) otherwise(i int, change func(p *model.Project)) ([]explorer.Move, error) {
	c := e.base.Clone()
	change(&c.Projects[i])
	return explorer.Moves(&e.base, &c)
}

// outcomes names what is drawn of how a project turns out, but for what the scenario itself says is
// uncertain of it.
func (e *exploring) outcomes(path string) (list []string) {
	for _, u := range e.all.Uncertainties {
		if strings.HasPrefix(u.Path, path) && e.scenario.root.Get("uncertainties").Get(u.Name) == nil {
			list = append(list, u.Name)
		}
	}
	return list
}

// late adds the slider of a project that does not serve already.
func (e *exploring) late(i int, p *model.Project, path, title string) error {
	if !canBeLate(*p) {
		return nil
	}
	lever := explorer.Lever{Name: p.Name + "/late"}
	moved := Moved{Name: lever.Name, Title: title, Unit: "months", Group: "project", Kind: "range", To: mostLate, Step: lateStep, Project: p.Name}
	for months := 0; months <= mostLate; months += lateStep {
		position := explorer.Position{Value: float64(months)}
		if months > 0 {
			position.Set = []string{fmt.Sprintf("%sdelay_months=%d", path, p.DelayMonths+months)}
			var err error
			if position.Moves, err = e.otherwise(i, func(p *model.Project) { p.DelayMonths += months }); err != nil {
				return err
			}
		}
		lever.Positions = append(lever.Positions, position)
	}
	e.add(lever, moved)
	return nil
}

// canBeLate reports whether a delay changes when a project serves.
func canBeLate(p model.Project) bool {
	late := p
	p.Disabled, late.Disabled = false, false
	late.DelayMonths += mostLate
	return p.Completion() != late.Completion()
}
