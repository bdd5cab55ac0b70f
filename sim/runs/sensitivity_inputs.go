package runs

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"corridor/scenarios"
	"corridor/scenarios/text"
	"corridor/sim/ensemble"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// sensitivityInput is an uncertainty, several that are one input, or the weather.
type sensitivityInput struct {
	name, title string
	of          []int // places among the uncertainties
	weather     bool  // the hazards are of it
}

// sensitivityInputs lists what there is: groups that are asked for, the sets of uncertainties that
// are correlated with each other, every other uncertainty, and the weather.
//
// A share of a variance is defined for inputs that are independent. Correlated uncertainties are
// one input together, which is independent of the others; what each of them does alone is not
// told apart.
func sensitivityInputs(s *scenarios.Scenario, groups []string) ([]sensitivityInput, error) {
	list := s.Uncertainties
	var sets [][]int
	if s.Copula != nil {
		sets = s.Copula.Sets()
	}
	in := make([]int, len(list)) // number of the group, from 1
	var out []sensitivityInput
	for _, text := range groups {
		name, of, err := readGroup(text, list)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(out, func(o sensitivityInput) bool { return o.name == name }) || isReserved(name, list) {
			return nil, invalidf("the group %q needs another name: there is an input of that name", name)
		}
		for _, place := range of {
			if in[place] > 0 {
				return nil, invalidf("%s is in the groups %s and %s, expected one", list[place].Name, out[in[place]-1].name, name)
			}
		}
		out = append(out, sensitivityInput{name: name, title: name, of: of})
		for _, place := range of {
			in[place] = len(out)
		}
	}
	for _, set := range sets {
		first := in[set[0]]
		for _, place := range set {
			if in[place] != first {
				with, without := place, set[0]
				if in[with] == 0 {
					with, without = without, with
				}
				return nil, invalidf("%s is in the group %s and goes together with %s, which is not: uncertainties that are correlated are in one group or in none", list[with].Name, out[in[with]-1].name, list[without].Name)
			}
		}
		if first == 0 {
			out = append(out, sensitivityInput{name: setName(list, set), title: setTitle(s, set), of: set})
			for _, place := range set {
				in[place] = len(out)
			}
		}
	}
	for place := range list {
		if in[place] == 0 {
			out = append(out, sensitivityInput{name: list[place].Name, title: called(&list[place], &s.Labels), of: []int{place}})
		}
	}
	if len(s.Corridor.Hazards) > 0 {
		out = append(out, sensitivityInput{name: tables.WeatherInput, title: "storms, closures and other hazards", weather: true})
	}
	return out, nil
}

// readGroup reads NAME=PATTERN,PATTERN.
func readGroup(group string, list []ensemble.Uncertainty) (name string, of []int, err error) {
	name, patterns, ok := strings.Cut(group, "=")
	if name = strings.TrimSpace(name); !ok || name == "" {
		return "", nil, invalidf("the group %q is not of the form NAME=UNCERTAINTY,…, such as growth=*-growth", text.Short(group))
	}
	names := make([]string, len(list))
	for i := range list {
		names[i] = list[i].Name
	}
	for _, pattern := range strings.Split(patterns, ",") {
		pattern = strings.TrimSpace(pattern)
		found := false
		for place, uncertainty := range names {
			if match, _ := path.Match(pattern, uncertainty); match {
				found = true
				if !slices.Contains(of, place) {
					of = append(of, place)
				}
			}
		}
		if !found {
			return "", nil, invalidf("the group %s has no uncertainty like %q%s", name, text.Short(pattern), text.DidYouMean(pattern, names))
		}
	}
	slices.Sort(of)
	return name, of, nil
}

func isReserved(name string, list []ensemble.Uncertainty) bool {
	return name == tables.WeatherInput || name == tables.OthersInput || slices.ContainsFunc(list, func(u ensemble.Uncertainty) bool { return u.Name == name })
}

// called is what a reader calls an uncertainty.
func called(u *ensemble.Uncertainty, labels *tables.Labels) string {
	return findings.FigureTitle(u.Name, u.Title, u.Path, labels)
}

// setName is that of the factor the members have in common, or of the first.
func setName(list []ensemble.Uncertainty, set []int) string {
	for _, place := range set {
		if list[place].Path == "" {
			return list[place].Name
		}
	}
	return list[set[0]].Name
}

// setTitle says what goes together: as the scenario calls it, by what it has in common, or by the first.
func setTitle(s *scenarios.Scenario, set []int) string {
	list, members, common := s.Uncertainties, 0, ""
	var names []string
	for _, place := range set {
		if title := list[place].Title; list[place].Path != "" {
			members++
			names = append(names, list[place].Name)
		} else if common == "" {
			common = title
		}
	}
	for _, group := range s.Groups {
		if !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(group.Of, name) }) {
			return group.Title
		}
	}
	if common != "" {
		for _, of := range []string{"What is common to ", "What "} {
			common = strings.TrimPrefix(common, of)
		}
		common = strings.TrimSuffix(common, " have in common")
		return fmt.Sprintf("%s (%d)", common, members)
	}
	return fmt.Sprintf("%s (with %d more)", called(&list[set[0]], &s.Labels), members-1)
}

// members names the uncertainties of an input.
func (in *sensitivityInput) members(list []ensemble.Uncertainty) string {
	var names []string
	for _, place := range in.of {
		names = append(names, list[place].Name)
	}
	return strings.Join(names, ";")
}
