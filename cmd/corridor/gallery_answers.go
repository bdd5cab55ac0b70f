package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"corridor/sim/tables"
)

// answersOf writes the questions of README.md with their charts and one sentence
// each, whose numbers come from the tables that the charts are drawn from.
func answersOf(work string) (string, error) {
	var b strings.Builder
	for _, q := range []struct {
		question, picture string
		answer            func(work string) (string, error)
	}{
		{"Will the corridor carry 10 Mt in 2028?", "fan", answerSure},
		{"Which segment holds the cargo back?", "binding", answerBinding},
		{"Ships or railways first?", "compare", answerProgramme},
	} {
		answer, err := q.answer(work)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n![%s](plots/gallery/%s.svg)\n", q.question, lined(answer), q.question, q.picture)
	}
	b.WriteString("\n")
	return b.String(), nil
}

// answerSure says what the ensemble makes of the target of 2028.
func answerSure(work string) (string, error) {
	p, err := tables.ReadDir(filepath.Join(work, "out", "ensemble"))
	if err != nil {
		return "", err
	}
	q, c := p.Table(tables.Quantiles), p.Table(tables.Chances)
	at := func(metric, quantile string) string {
		for row, name := range q.Text("metric") {
			if name == metric && q.Text("period")[row] == "2028" {
				return fixed(q.Numbers(quantile)[row], 1)
			}
		}
		return "–"
	}
	met := map[string]float64{}
	for row, metric := range c.Text("metric") {
		met[metric] = c.Numbers("met")[row]
	}
	share := func(p float64) string {
		if p == 0 {
			return "none"
		}
		return percent(p)
	}
	return fmt.Sprintf("It does in %s of %s simulated futures of `reference`, and in %s the capacity is there by December: in nine of "+
		"ten the corridor carries %s to %s Mt in 2028, with room for %s to %s.",
		share(met["throughput_mt"]), fixed(c.Numbers("draws")[0], 0), share(met["capacity_mt"]),
		at("throughput_mt", "p05"), at("throughput_mt", "p95"), at("capacity_mt", "p05"), at("capacity_mt", "p95")), nil
}

// answerBinding names the segments that cargo waited for longest.
func answerBinding(work string) (string, error) {
	p, err := tables.ReadDir(filepath.Join(work, "out", "reference"))
	if err != nil {
		return "", err
	}
	titles := map[string]string{}
	network := p.Table(tables.Network)
	for row, name := range network.Text("segment") {
		titles[name] = network.Text("title")[row]
	}
	segments := p.Table(tables.Segments)
	waited, months := map[string]int{}, map[string]bool{}
	var names []string
	for row, name := range segments.Text("segment") {
		months[segments.Text("month")[row]] = true
		if _, known := waited[name]; !known {
			names = append(names, name)
		}
		if segments.Numbers("queue_mt")[row] > 1e-6 {
			waited[name]++
		} else {
			waited[name] += 0
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return waited[b] - waited[a] })
	var parts []string
	for _, name := range names[:3] {
		parts = append(parts, fmt.Sprintf("%s in %d", titles[name], waited[name]))
	}
	return fmt.Sprintf("The ferries and dry cargo ships of the Caspian, ever longer: of %[2]d months, cargo waits for %[1]s.", strings.Join(parts, ", "), len(months)), nil
}

// answerProgramme sets what programmes carry beside what their projects cost.
func answerProgramme(work string) (string, error) {
	said := map[string]string{}
	for _, name := range []string{"reference", "sea-first", "rail-first", "do-nothing"} {
		p, err := tables.ReadDir(filepath.Join(work, "out", name))
		if err != nil {
			return "", err
		}
		carried := p.Table(tables.Annual)
		for row, year := range carried.Numbers("year") {
			if year == 2030 {
				said[name] = fixed(carried.Numbers("throughput_mt")[row], 2) + " Mt"
			}
		}
		cost := 0.0
		if projects := p.Table(tables.Projects); projects != nil {
			for _, v := range projects.Numbers("cost_musd") {
				cost += v
			}
		}
		said[name+" cost"] = money(cost)
	}
	return fmt.Sprintf("With ships, dredging and ports alone (%s) the corridor carries %s in 2030, with railways alone (%s) %s, "+
		"with the whole list (%s) %s, and with nothing built %s.",
		said["sea-first cost"], said["sea-first"], said["rail-first cost"], said["rail-first"],
		said["reference cost"], said["reference"], said["do-nothing"]), nil
}

// money writes an amount of money in USD million for a sentence.
func money(musd float64) string {
	if musd >= 1000 {
		return "USD " + strconv.FormatFloat(musd/1000, 'f', 1, 64) + " billion"
	}
	return "USD " + strconv.FormatFloat(musd, 'f', 0, 64) + " million"
}

// lined breaks a sentence into lines as long as those of README.md.
func lined(text string) string {
	const longest = 120
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > longest {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return strings.Join(append(lines, line), "\n")
}
