package scenarios

import "corridor/scenarios/text"

// Effective returns the scenario after all it extends and all overlays, as one
// YAML document that Parse reads back to the same scenario. Of the works it holds
// those that it names.
func (s *Scenario) Effective() string {
	if s.effective != "" {
		return s.effective
	}
	return s.complete().Print()
}

// Show returns the effective scenario with the place that set each value beside it.
func (s *Scenario) Show() string {
	return s.complete().PrintPlaces()
}

// complete is the merged tree with only the works it uses.
func (s *Scenario) complete() *text.Tree {
	out := &text.Tree{Position: s.root.Position, Kind: text.Map}
	used := &text.Tree{Position: s.root.Position, Kind: text.Map}
	cited := map[string]bool{}
	cite(s.root, cited)
	for _, e := range s.root.Get("sources").Entries {
		if cited[e.Key] {
			used.Entries = append(used.Entries, e)
		}
	}
	for _, e := range s.root.Entries {
		switch {
		case e.Key != "sources":
			out.Entries = append(out.Entries, e)
		case len(used.Entries) > 0:
			out.Entries = append(out.Entries, text.Entry{Key: e.Key, At: e.At, Tree: used})
		}
	}
	return out
}

// cite finds the works that a tree names, beside figures or elsewhere.
func cite(t *text.Tree, works map[string]bool) {
	for _, e := range t.Entries {
		if e.Key == "source" {
			works[e.Text] = true
			for _, item := range e.Items {
				works[item.Text] = true
			}
			continue
		}
		cite(e.Tree, works)
	}
	for _, item := range t.Items {
		cite(item, works)
	}
}
