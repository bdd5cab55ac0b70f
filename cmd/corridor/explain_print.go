package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"corridor/scenarios"
	"corridor/scenarios/language"
	"corridor/sim/shell"
)

// printExplanation prints what there is to say of a path, in a scenario as it was asked for; nil
// for none.
func printExplanation(w io.Writer, e *language.Explanation, in *scenarios.Request) {
	fmt.Fprintln(w, e.Path)
	if e.Title != "" {
		fmt.Fprintf(w, "%s\n", e.Title)
	}
	fmt.Fprintf(w, "\n%s\n", wrap(e.Key.Meaning, pageWidth))
	printFacts(w, &e.Key)
	if in == nil {
		printKeys(w, e.Below)
		return
	}
	if e.Several() {
		printSeveral(w, e, in.String())
	} else {
		printGiven(w, e, in.String())
		printBelow(w, e)
	}
	printUses(w, e.Uses)
	if e.Change != nil {
		printChange(w, e, in)
	}
}

// printFacts prints unit, range and default of a key.
func printFacts(w io.Writer, k *language.Key) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, fact := range []struct{ name, says string }{
		{"Unit", k.Unit}, {"May be", k.Accepts}, {"Without it", k.Or()},
	} {
		if fact.says != "" {
			fmt.Fprintf(t, "  %s\t%s\n", fact.name, fact.says)
		}
	}
	_ = t.Flush()
}

// printGiven prints what the scenario says there.
func printGiven(w io.Writer, e *language.Explanation, scenario string) {
	g := e.Given
	if g == nil {
		fmt.Fprintf(w, "\nIn %s: not given", scenario)
		if e.TakenAway != "" {
			fmt.Fprintf(w, " (taken away at %s)", e.TakenAway)
		}
		if e.Key.Default != "" {
			fmt.Fprintf(w, ", so it is %s", e.Key.Default)
		}
		fmt.Fprintln(w)
		return
	}
	fmt.Fprintf(w, "\nIn %s", scenario)
	if g.Value != "" {
		fmt.Fprintf(w, ": %s%s", strings.TrimSpace(g.Value+" "+unitBehind(g.Value, e.Key.Unit)), rangeOf(g))
	}
	fmt.Fprintln(w)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, fact := range []struct{ name, says string }{
		{"Written", g.Said}, {"Source", strings.Join(g.Sources, ", ")}, {"Known", g.Known}, {"Place", g.Place},
	} {
		if fact.says != "" {
			fmt.Fprintf(t, "  %s\t%s\n", fact.name, fact.says)
		}
	}
	_ = t.Flush()
	for _, one := range g.Selections {
		fmt.Fprintln(w, indented(wrap(inFull(&one), pageWidth-4), "  "))
	}
	if g.Note != "" {
		fmt.Fprintln(w, indented(wrap("Note: "+g.Note, pageWidth-2), "  "))
	}
}

func rangeOf(g *language.Given) string {
	switch {
	case g.Low != "" && g.High != "":
		return fmt.Sprintf(" (%s to %s)", g.Low, g.High)
	case g.Low != "":
		return fmt.Sprintf(" (at least %s)", g.Low)
	case g.High != "":
		return fmt.Sprintf(" (at most %s)", g.High)
	}
	return ""
}

// printKeys prints what may stand below a key of the language.
func printKeys(w io.Writer, below []language.Below) {
	if len(below) > 0 {
		fmt.Fprintln(w, "\nBelow it")
	}
	for _, b := range below {
		printKey(w, b.Name, &b.Key)
	}
}

// printBelow prints the keys below a path: those that are given with what they are, others with
// what they would mean.
func printBelow(w io.Writer, e *language.Explanation) {
	given := 0
	for _, b := range e.Below {
		if b.Given {
			given++
		}
	}
	printKeysBelow(w, "Below it", e.Below[:given], func(b language.Below) string {
		value := strings.TrimSpace(b.Value + " " + unitBehind(b.Value, b.Key.Unit))
		return cmp.Or(b.Title, value, b.Key.Meaning) + laidBehind(b.Laid)
	})
	printKeysBelow(w, "It may have", e.Below[given:], func(b language.Below) string {
		if b.TakenAway != "" {
			return b.Key.Meaning + " (taken away at " + b.TakenAway + ")"
		}
		return b.Key.Meaning
	})
}

// printSeveral prints what the scenario says at each of the paths that one leads to.
func printSeveral(w io.Writer, e *language.Explanation, scenario string) {
	printKeysBelow(w, "In "+scenario, e.Below, func(b language.Below) string {
		switch {
		case b.TakenAway != "":
			return "not given (taken away at " + b.TakenAway + ")"
		case !b.Given:
			return "not given"
		}
		said := cmp.Or(b.Title, strings.TrimSpace(b.Value+" "+unitBehind(b.Value, b.Key.Unit)))
		return said + laidBehind(b.Laid)
	})
}

// laidBehind says where values are given that are of another file than what is explained.
func laidBehind(list []language.Laid) string {
	said := make([]string, len(list))
	for i, l := range list {
		said[i] = strings.TrimPrefix(l.Path+" ", " ") + "set at " + l.Place
	}
	if len(said) == 0 {
		return ""
	}
	return " (" + few(said) + ")"
}

// unitBehind is the unit to print behind a value, where it is one number.
func unitBehind(value, unit string) string {
	if strings.ContainsAny(value, ":,{[") || strings.HasPrefix(unit, "as ") || strings.HasPrefix(unit, "1 per ") {
		return ""
	}
	return unit
}

func printKeysBelow(w io.Writer, head string, list []language.Below, says func(language.Below) string) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", head)
	longest := 0
	for _, b := range list {
		longest = max(longest, len([]rune(b.Name)))
	}
	for _, b := range list {
		said := indented(wrap(says(b), max(20, pageWidth-4-longest)), strings.Repeat(" ", longest+4))
		fmt.Fprintf(w, "  %-*s  %s\n", longest, b.Name, strings.TrimLeft(said, " "))
	}
}

// printUses prints what uses it, by section of the file.
func printUses(w io.Writer, uses []language.Use) {
	if len(uses) == 0 {
		return
	}
	fmt.Fprintln(w, "\nUsed by")
	section := ""
	for _, u := range uses {
		if u.Section != section {
			section = u.Section
			fmt.Fprintf(w, "  %s\n", section)
		}
		who := u.Name
		if u.Title != "" && u.Title != u.Name {
			who += ", " + u.Title
		}
		fmt.Fprintln(w, indented(wrap(cmp.Or(who, u.Path), pageWidth-4), "    "))
		if u.What != "" {
			fmt.Fprintln(w, indented(wrap(u.What, pageWidth-8), "        "))
		}
	}
}

// printChange prints how it is changed.
func printChange(w io.Writer, e *language.Explanation, in *scenarios.Request) {
	fmt.Fprintln(w, "\nTo change it")
	if e.Change.Path != e.Path {
		fmt.Fprintf(w, "  for example %s:\n", e.Change.Path)
	}
	or := ""
	if e.Change.Set != "" {
		fmt.Fprintf(w, "  corridor run %s --set %s\n", shell.Quoted(in.String()), shell.Quoted(e.Change.Set))
		or = "or "
	}
	fmt.Fprintf(w, "  %sin a file that extends %s, or an overlay:\n%s\n", or, in.Scenario, indented(e.Change.YAML, "    "))
	if e.Change.Uncertain != "" {
		fmt.Fprintf(w, "  or drawn, so that futures differ in it:\n%s\n", indented(e.Change.Uncertain, "    "))
	}
}
