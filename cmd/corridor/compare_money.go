package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"corridor/sim"
	"corridor/sim/economics"
	"corridor/sim/findings"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// printMoney shows what a scenario gains against the baseline by kind: in some years, and in
// one in which it gains or loses most, and as present values.
func printMoney(w io.Writer, p *runs.Comparison, difference int, v *view, years []string) {
	if p.Futures.Gains == nil {
		return
	}
	e, gains := p.Ensemble, p.Futures.Gains[difference]
	terms, shown, present := moneyShown(p, difference, v, years)
	many := e.Draws > 1
	fmt.Fprintf(w, "In money, USD million: gains above nothing, losses and what is spent below\n\n")
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(t, "\t")
	for _, at := range shown {
		fmt.Fprintf(t, "%d\t", terms.First+at)
	}
	fmt.Fprint(t, "Present value\t")
	if many {
		fmt.Fprint(t, "5 %\t95 %\tAbove 0 in\t")
	}
	fmt.Fprintln(t)
	mean := func(gain, at int) float64 { return gains.At(gain, at).Mean() }
	var nothing []string
	for gain := range sim.Gains {
		g := &sim.Gains[gain]
		cells, any := moneyCells(mean, gain, shown, present)
		if !any && gain != sim.NetGain {
			nothing = append(nothing, strings.ToLower(g.Title[:1])+g.Title[1:])
			continue
		}
		title := g.Title
		if g.Part {
			title = "  " + title
		}
		fmt.Fprintf(t, "%s\t%s\t", title, strings.Join(cells, "\t"))
		if s := gains.At(gain, present); many {
			fmt.Fprintf(t, "%s\t%s\t%s\t", wholeSigned(s.Quantile(0.05)), wholeSigned(s.Quantile(0.95)), percent(float64(total(s.Above(0)))/float64(s.Count())))
		}
		fmt.Fprintln(t)
	}
	t.Flush()
	if len(nothing) > 0 {
		fmt.Fprintf(w, "\n%s\n", wrap("The same in money: "+strings.Join(nothing, "; ")+".", 96))
	}
	fmt.Fprintf(w, "\n%s\n\n", wrap(strings.Join(append([]string{findings.Money(findings.English, e.Economics(p.Futures), e.Alternatives[0].Name, e.Alternatives[difference+1].Name)}, moneySentences(p, difference, &terms)...), " "), 96))
}

// moneyShown are the terms of the baseline, and the places of the years shown and of the present
// value, after the years simulated, of which some may not be appraised.
func moneyShown(p *runs.Comparison, difference int, v *view, years []string) (terms economics.Terms, shown []int, present int) {
	baseline := &p.Ensemble.Alternatives[0].Corridor
	terms = economics.TermsOf(baseline)
	_, present = baseline.Years()
	return terms, mostTelling(p, difference, years, &terms, v.years == nil), present
}

// moneyCells are what is gained of a kind in the years shown and last as a present value, and
// whether any of it shows.
func moneyCells(mean func(gain, at int) float64, gain int, shown []int, present int) (cells []string, any bool) {
	for _, at := range append(slices.Clip(shown), present) {
		if gain == sim.ResidualGain && at != present {
			cells = append(cells, "") // belongs to no year
			continue
		}
		text := wholeSigned(mean(gain, at))
		cells = append(cells, text)
		any = any || text != "0"
	}
	return cells, any
}

// moneySentences say how present values are reckoned, and what comes back of what is spent.
func moneySentences(p *runs.Comparison, difference int, terms *economics.Terms) []string {
	gains := p.Futures.Gains[difference]
	first := &p.Ensemble.Alternatives[0]
	sentences := []string{runs.TermsSentence(&first.Corridor, first.Uncertainties, p.Ensemble.Draws > 1)}
	_, years := first.Corridor.Years()
	means := make([]float64, 0, len(sim.Gains)*(years+1))
	for gain := range sim.Gains {
		for at := range years + 1 {
			means = append(means, gains.At(gain, at).Mean())
		}
	}
	worth := sim.WorthGained(means)
	if !(worth.Ratio() > 0) {
		return sentences
	}
	said := fmt.Sprintf("For each USD spent it gains %s", fixed(worth.Ratio(), 2))
	if p.Ensemble.Draws > 1 {
		return append(sentences, said+", of means.")
	}
	net := sim.NetGains(terms, means)
	switch rates := economics.Rates(net); {
	case len(rates) > 1:
		said += "; several internal rates of return fit"
	case math.IsNaN(economics.Rate(net)):
		said += "; there is no internal rate of return"
	default:
		said += "; the internal rate of return is " + percent(rates[0])
	}
	if at := economics.Payback(net); at >= 0 {
		said += fmt.Sprintf(", and it has paid back by %d", terms.First+at)
	}
	return append(sentences, said+".")
}

// mostTelling are the places of some years, of those appraised, and, of the usual ones, of one in
// which most is gained or lost.
func mostTelling(p *runs.Comparison, difference int, years []string, terms *economics.Terms, usual bool) (places []int) {
	gains, most := p.Futures.Gains[difference], 0
	for at := range terms.Last - terms.First + 1 {
		if slices.Contains(years, strconv.Itoa(terms.First+at)) {
			places = append(places, at)
		}
		if math.Abs(gains.At(sim.NetGain, at).Mean()) > math.Abs(gains.At(sim.NetGain, most).Mean()) {
			most = at
		}
	}
	if usual && !slices.Contains(places, most) {
		places = append(places, most)
		slices.Sort(places)
	}
	return places
}

func total(counts []uint64) (n uint64) {
	for _, c := range counts {
		n += c
	}
	return n
}

// wholeSigned writes a whole number with its sign and its thousands apart, a dash for none.
func wholeSigned(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	switch n := int(math.Round(v)); {
	case n > 0:
		return "+" + tables.Grouped(n)
	case n < 0:
		return "−" + tables.Grouped(-n)
	}
	return "0"
}
