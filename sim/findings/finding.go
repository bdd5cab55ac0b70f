package findings

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"corridor/sim/tables"
)

// Finding is a row of findings.csv.
type Finding struct {
	Scenario string `json:"scenario" doc:"name of the scenario"`
	Baseline string `json:"baseline,omitempty" doc:"scenario it is set beside"`
	Finding  string `json:"finding" doc:"which sentence, as in findings.csv"`
	Subject  string `json:"subject,omitempty" doc:"what it is of: a target, a segment, a metric"`
	Title    string `json:"-"`
	Period   string `json:"period" doc:"year or month"`
	Draws    int    `json:"draws" doc:"futures that were drawn"`
	Share
	Says Verdict `json:"verdict" doc:"whether the sentence is stated, denied or undecided" enum:"holds,fails,undecided"`
	Wide bool    `json:"open" doc:"whether the draws are too few for the verdict"`
}

// FindingsOf reads findings.csv, which may be nil.
func FindingsOf(t *tables.Table) (list []Finding) {
	if t == nil {
		return nil
	}
	c := &tables.Findings
	for row := range t.Len() {
		list = append(list, Finding{
			Scenario: c.Scenario.Of(t)[row], Baseline: c.Baseline.Of(t)[row], Finding: c.Finding.Of(t)[row],
			Subject: c.Subject.Of(t)[row], Title: c.Title.Of(t)[row], Period: c.Period.Of(t)[row],
			Draws: int(c.Draws.Of(t)[row]), Share: Share{c.Holds.Share.Of(t)[row], c.Holds.Low.Of(t)[row], c.Holds.High.Of(t)[row]},
			Says: Verdict(c.Verdict.Of(t)[row]), Wide: c.Open.True(t, row),
		})
	}
	return list
}

// Year is that of the period.
func (f *Finding) Year() string { return f.Period[:len("2028")] }

// In is the share in words: in how many of the futures, with the interval.
func (f *Finding) In() string { return f.in(English) }

func (f *Finding) in(w Words) string {
	text := w.Say("%[1]s (%[2]s to %[3]s)", percentIn(w, f.Of), w.Amount(100*f.Low, 1), percentIn(w, f.High))
	switch f.Of {
	case 0:
		text = w.Say("none (at most %s)", percentIn(w, f.High))
	case 1:
		text = w.Say("all (at least %s)", percentIn(w, f.Low))
	}
	if f.Wide {
		text = w.Say("%s, and more draws may decide otherwise", text)
	}
	return text
}

// Answer says whether it holds, where that is asked.
func (f *Finding) Answer() string {
	switch {
	case f.Says == Holds:
		return "yes, in " + f.In()
	case f.Says == Undecided:
		return "undecided, in " + f.In()
	case f.Of == 0:
		return "no, in " + f.In()
	}
	return "no, only in " + f.In()
}

// Percent writes a share in per cent, with one decimal.
func Percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 1, 64) + " %" }

func percentIn(w Words, share float64) string { return w.Say("%s %%", w.Amount(100*share, 1)) }

// Targets says of each target of a scenario whether it is met, and by when it is reached.
func Targets(list []Finding, scenario string) (sentences []string) {
	for i := range list {
		met := &list[i]
		if met.Finding != TargetMet || met.Scenario != scenario {
			continue
		}
		verdict := map[Verdict]string{Holds: "met, in", Fails: "missed; it is met in", Undecided: "undecided; it is met in"}[met.Says]
		sentences = append(sentences, fmt.Sprintf("%s: %s %s%s%s.", met.Title, verdict, met.In(), reached(list, met), inReach(list, met)))
	}
	return sentences
}

// reached says by when a target that is not surely met in time is reached.
func reached(list []Finding, met *Finding) string {
	if met.Says == Holds {
		return ""
	}
	var last *Finding
	for i := range list {
		f := &list[i]
		if f.Finding != TargetReached || f.Scenario != met.Scenario || f.Subject != met.Subject {
			continue
		}
		if last = f; f.Says == Holds {
			break
		}
	}
	if last == nil {
		return ""
	}
	return fmt.Sprintf("; it is reached by the end of %s in %s", last.Period, last.In())
}

// mostLeading is how many segments a sentence names between which it is undecided.
const mostLeading = 2

// WhatLimits names the segment that limits the capacity of a scenario at the end of a year,
// or those between which that is undecided; nothing where nothing is said of it.
func WhatLimits(w Words, list []Finding, scenario, year string) string {
	return leader(w, list, scenario, year, LimitsCapacity)
}

// WhatHolds names what holds back most of the cargo of a year, likewise.
func WhatHolds(w Words, list []Finding, scenario, year string) string {
	return leader(w, list, scenario, year, HoldsBackMost, HoldsNothingBack)
}

// Leading says in sentences what limits the capacity of a scenario at the end of a year, and
// what holds back most of its cargo.
func Leading(w Words, list []Finding, scenario, year string) (sentences []string) {
	if limits := WhatLimits(w, list, scenario, year); limits != "" {
		sentences = append(sentences, w.Say("What limits the capacity at the end of %[1]s: %[2]s.", year, limits))
	}
	if holds := WhatHolds(w, list, scenario, year); holds != "" {
		sentences = append(sentences, w.Say("What holds most cargo back in %[1]s: %[2]s.", year, holds))
	}
	return sentences
}

func leader(w Words, list []Finding, scenario, year string, kinds ...string) string {
	var found []Finding
	for _, f := range list {
		if f.Scenario == scenario && f.Period == year && slices.Contains(kinds, f.Finding) {
			if f.Finding == HoldsNothingBack {
				f.Title = w.Say("nothing")
			}
			found = append(found, f)
		}
	}
	if len(found) == 0 {
		return ""
	}
	slices.SortStableFunc(found, func(a, b Finding) int { return cmp.Compare(b.Of, a.Of) })
	if first := &found[0]; first.Says == Holds {
		return w.Say("%[1]s, in %[2]s", first.Title, first.in(w))
	}
	var names []string
	for i := range found[:min(len(found), mostLeading)] {
		names = append(names, w.Say("%[1]s in %[2]s", found[i].Title, percentIn(w, found[i].Of)))
	}
	text := w.Say("undecided, %s", strings.Join(names, ", "))
	if more := len(found) - len(names); more > 0 {
		text = w.Say("%[1]s, and %[2]d more", text, more)
	}
	if found[0].Wide {
		text = w.Say("%s, and more draws may decide otherwise", text)
	}
	return text
}
