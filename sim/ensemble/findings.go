package ensemble

import (
	"cmp"
	"strconv"

	"corridor/sim/findings"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Findings returns findings.csv of one of the alternatives by itself.
func (e *Ensemble) Findings(t *Tally, alternative int) *tables.Table {
	a, of := &e.Alternatives[alternative], t.Alternatives[alternative]
	list := tables.New(tables.Findings)
	say := func(kind, subject, title, period string, counts []uint64) {
		if of.Draws() > 0 && total(counts) > 0 || kind == findings.TargetMet || kind == findings.TargetReached || kind == findings.TargetInReach {
			appendFinding(list, []any{a.Name, "", kind, subject, title, period}, counts, of.done.n)
		}
	}
	years := periods(of.start, of.years)
	for i := range a.Targets {
		target := &a.Targets[i]
		say(findings.TargetMet, target.Name, target.Dated(), target.At.String(), of.met.of(i))
		if target.OfDemand() {
			say(findings.TargetInReach, target.Name, target.Dated(), target.At.String(), of.inReach.of(i))
		}
		reached := make([]uint64, of.first.replicates)
		for year, period := range years {
			for replicate, n := range of.first.of(i*of.years + year) {
				reached[replicate] += n
			}
			say(findings.TargetReached, target.Name, target.Dated(), period, reached)
		}
	}
	for year, period := range years {
		for segment := range of.segments {
			name := a.Corridor.Segments[segment].Name
			say(findings.LimitsCapacity, name, cmp.Or(a.Labels.Segments[name].Title, name), period, of.limits.of(year*of.segments+segment))
		}
	}
	for year, period := range years {
		for segment := range of.segments {
			name := a.Corridor.Segments[segment].Name
			say(findings.HoldsBackMost, name, cmp.Or(a.Labels.Segments[name].Title, name), period, of.holds.of(year*(of.segments+1)+segment))
		}
		say(findings.HoldsNothingBack, "", "", period, of.holds.of(year*(of.segments+1)+of.segments))
	}
	return list
}

// PairFindings returns findings.csv of the first alternative and each other in the same
// futures. What a tonne costs is said of the years, by scenario, for which perTonne says
// that it can be.
func (e *Ensemble) PairFindings(t *Tally, perTonne func(alternative, year int) bool) *tables.Table {
	list := tables.New(tables.Findings)
	first := t.Alternatives[0]
	for i, counts := range t.pairs {
		names := [directions]string{e.Alternatives[i+1].Name, e.Alternatives[0].Name}
		for s, sentence := range pairSentences {
			for direction := range directions {
				for year := range first.years {
					at := first.start + year
					if sentence.kind == findings.CostsLessPerTonne && !(perTonne(0, at) && perTonne(i+1, at)) {
						continue
					}
					cells := []any{names[direction], names[1-direction], sentence.kind, "", "", strconv.Itoa(at)}
					appendFinding(list, cells, counts.of((directions*s+direction)*first.years+year), first.done.n)
				}
			}
		}
	}
	return list
}

// appendFinding appends what is said, the number of draws, the share of them in which it
// holds with its interval, and the verdict.
func appendFinding(list *tables.Table, said []any, counts, draws []uint64) {
	n := total(draws)
	if n == 0 {
		return
	}
	low, high := stats.ShareInterval(counts, draws, Confidence)
	share := findings.Share{Of: float64(total(counts)) / float64(n), Low: low, High: high}
	list.Append(append(said, int(n), share.Of, share.Low, share.High, string(share.Verdict()), share.Open())...)
}
