package language

import (
	"strings"

	"corridor/scenarios/text"
)

// Reached lists the paths that a path leads to: itself or, where a step of it selects several names,
// such as segments.all of KZ.capacity, one with each of them that has what follows. A path that
// leads nowhere is an error that shows where it does not.
func (s *Compiled) Reached(path string) ([]string, error) {
	places, err := s.places(path)
	if err != nil {
		return nil, err
	}
	paths := make([]string, len(places))
	for i, p := range places {
		paths[i] = strings.Join(p.steps, ".")
	}
	return paths, nil
}

// places is where a path leads.
func (s *Compiled) places(path string) (all []*place, err error) {
	root := s.compiler.top.Tree
	paths := Paths(root, path)
	if len(paths) == 0 {
		_, err = follow(root, path)
		return nil, err
	}
	for _, one := range paths {
		p, mistake := follow(root, one)
		switch {
		case mistake == nil:
			all = append(all, p)
		case err == nil:
			err = mistake
		}
	}
	if len(all) > 0 {
		return all, nil
	}
	return nil, err
}

// several explains what stands at a path that selects, of each that is meant.
func (s *Compiled) several(path string, places []*place) *Explanation {
	e := &Explanation{Path: path, Key: places[0].key(), Given: &Given{}}
	meant := Selection{Path: path, Said: path}
	for _, p := range places {
		at := strings.Join(p.steps, ".")
		meant.Names = append(meant.Names, at)
		b := Below{Name: at, Key: p.key(), Given: p.Tree != nil, TakenAway: p.gone}
		if p.Tree != nil {
			b.Value = brief(p.Tree, p.spec)
			b.Title = English(p.Get("title"))
			b.Laid = []Laid{{Place: p.Position.String()}}
		}
		e.Below = append(e.Below, b)
	}
	e.Given.Selections = []Selection{meant}
	first := *places[0]
	first.steps = strings.Split(path, ".")
	e.Change = s.changeOf(&first)
	return e
}

// unselected says why a step that selects names below a place selects none, "" of one that does not
// select.
func (p *place) unselected(root *text.Tree, step string) string {
	s := p.spec.resolve(p.Tree)
	if p.alone || s == nil || !s.changesSeveral(step, p.Tree) || len(namesIn(p.Tree)) == 0 {
		return ""
	}
	_, mistake := namesAt(root, p.Tree, s, step)
	return mistake
}
