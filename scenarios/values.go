package scenarios

import (
	"strconv"

	"corridor/scenarios/text"
)

// Value is one value of an effective scenario, for programs.
type Value struct {
	Path  string `json:"path" doc:"from the top, with points between keys; items of a list count from 1"`
	Value string `json:"value" doc:"number, text or date as it holds; null for what is taken away"`
	Place string `json:"place" doc:"file, line and column that set it"`
	Said  string `json:"said,omitempty" doc:"what is written there, where the value was worked out from it"`
}

// Values lists the values of a part of the effective scenario in their order.
func (s *Scenario) Values(of Part) ([]Value, error) {
	t, err := s.part(of)
	if err != nil || len(t.Entries) == 0 {
		return nil, err
	}
	return valuesOf(nil, t, ""), nil
}

// valuesOf appends what stands below a tree. What is empty is a value too.
func valuesOf(list []Value, t *text.Tree, path string) []Value {
	below := func(key string) string {
		if path == "" {
			return key
		}
		return path + "." + key
	}
	for _, e := range t.Entries {
		list = valuesOf(list, e.Tree, below(e.Key))
	}
	for i, item := range t.Items {
		list = valuesOf(list, item, below(strconv.Itoa(i+1)))
	}
	if len(t.Entries)+len(t.Items) > 0 {
		return list
	}
	value := t.Text
	switch t.Kind {
	case text.Null:
		value = "null"
	case text.Map:
		value = "{}"
	case text.List:
		value = "[]"
	}
	return append(list, Value{Path: path, Value: value, Place: t.Position.String(), Said: t.Said})
}
