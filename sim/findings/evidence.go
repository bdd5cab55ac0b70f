package findings

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"corridor/sim/tables"
)

// Resting is a headline figure with what it rests on and how it could be otherwise.
type Resting struct {
	Name, Title      string
	Metric, At       string
	Value            float64 // in the expected future
	Target           bool
	Threshold        float64
	Met              bool
	Futures          int
	P05, P95         float64
	MetShare         float64            // of the draws; NaN where the figure is no target
	Parts            map[string]float64 // of the variance, by status
	Rest             float64
	RestsOn          []Foundation // what moves it and explains a part, most first
	With             int          // others that explain a part only because they go with these
	Watch            []Watching   // most first, and one series where several say the same
	TogetherOf       []Foundation // turn the verdict together; none where one does alone or not even all do
	ValueTogether    float64
	Figures, Assumed int // figures that could be otherwise, and those of them with an assumed range
}

// Foundation is what a headline rests on.
type Foundation struct {
	Name, Title, Path, Status, Source string
	Value                             float64 // in the expected future
	Low, AtLow, High, AtHigh          float64 // NaN for how a project turns out
	Part                              float64
	Narrower                          float64 // NaN where it is not calibrated
	TurnsAt, Chance                   float64 // NaN where it does not turn the verdict alone
	LowLabel, HighLabel               string  // what the ends stand for; "" where the numbers say it
}

// Watching is a series to observe in a year.
type Watching struct {
	Series, Title string
	Year          int
	Reduction     float64
	same          [3]float64 // by which another is seen to say the same
}

// worthSaying is the least part of a variance that is worth a line.
const worthSaying = 0.01

// EvidenceOf reads what the evidence tables say, headline by headline.
func EvidenceOf(headlines, evidence, observations *tables.Table) []Resting {
	c := &tables.Headlines
	list := make([]Resting, headlines.Len())
	for row := range list {
		r := &list[row]
		*r = Resting{
			Name: c.Headline.Of(headlines)[row], Title: c.Title.Of(headlines)[row], Metric: c.Metric.Of(headlines)[row], At: c.At.Of(headlines)[row],
			Value: c.Value.Of(headlines)[row], Threshold: c.Threshold.Of(headlines)[row], Met: c.Met.True(headlines, row),
			Futures: int(c.Futures.Of(headlines)[row]), P05: c.P05.Of(headlines)[row], P95: c.P95.Of(headlines)[row], MetShare: c.MetShare.Of(headlines)[row],
			Parts: map[string]float64{}, Rest: c.Part.Rest.Of(headlines)[row], ValueTogether: c.ValueTogether.Of(headlines)[row],
		}
		r.Target = !math.IsNaN(r.Threshold)
		for _, status := range tables.Statuses {
			r.Parts[status] = c.Part.Of(status).Of(headlines)[row]
		}
		r.foundations(evidence, strings.Split(c.TogetherOf.Of(headlines)[row], ";"))
		r.watching(observations)
	}
	return list
}

// foundations reads what a headline rests on.
func (r *Resting) foundations(t *tables.Table, together []string) {
	c := &tables.Evidence
	named := map[string]Foundation{}
	for row, name := range c.Headline.Of(t) {
		if name != r.Name {
			continue
		}
		f := Foundation{
			Name: c.Uncertainty.Of(t)[row], Title: c.Title.Of(t)[row], Path: c.Path.Of(t)[row], Status: c.Status.Of(t)[row], Source: c.Source.Of(t)[row],
			Value: c.Value.Of(t)[row], Low: c.Low.Of(t)[row], AtLow: c.ValueAtLow.Of(t)[row], High: c.High.Of(t)[row], AtHigh: c.ValueAtHigh.Of(t)[row],
			Part: c.Part.Of(t)[row], Narrower: c.Narrower.Of(t)[row], TurnsAt: c.TurnsAt.Of(t)[row], Chance: c.TurnsChance.Of(t)[row],
			LowLabel: c.LowLabel.Of(t)[row], HighLabel: c.HighLabel.Of(t)[row],
		}
		if f.Status != tables.OfProjects {
			r.Figures++
			if c.Range.Of(t)[row] == tables.Assumed {
				r.Assumed++
			}
		}
		named[f.Name] = f
		switch project := f.Status == tables.OfProjects; {
		case !math.IsNaN(f.TurnsAt) || f.Part >= worthSaying && (r.movedBy(&f) || project && r.beyondChance(&f)):
			r.RestsOn = append(r.RestsOn, f)
		case f.Part >= worthSaying && r.beyondChance(&f) && !project:
			r.With++
		}
	}
	slices.SortStableFunc(r.RestsOn, func(a, b Foundation) int { return cmp.Compare(b.Part, a.Part) })
	for _, name := range together {
		if f, ok := named[name]; ok {
			r.TogetherOf = append(r.TogetherOf, f)
		}
	}
}

// movedBy reports whether a figure moves the headline by itself, by a fiftieth of how far the
// draws spread or more. How a project turns out is not tried alone.
func (r *Resting) movedBy(f *Foundation) bool {
	moved := max(math.Abs(f.AtLow-r.Value), math.Abs(f.AtHigh-r.Value))
	return moved >= float64(0.02*(r.P95-r.P05))
}

// beyondChance reports whether a part is more than what says nothing comes to in one case of a
// thousand: n times the squared correlation is then χ² with one degree of freedom.
func (r *Resting) beyondChance(f *Foundation) bool {
	const quantile = 10.83
	return float64(f.Part*float64(r.Futures)) >= quantile
}

// watching reads what could be observed, each thing once.
func (r *Resting) watching(t *tables.Table) {
	c := &tables.Observations
	for row, name := range c.Headline.Of(t) {
		if name != r.Name {
			continue
		}
		w := Watching{
			Series: c.Series.Of(t)[row], Title: c.Title.Of(t)[row], Year: int(c.Year.Of(t)[row]), Reduction: c.Reduction.Of(t)[row],
			same: [3]float64{c.Year.Of(t)[row], c.Correlation.Of(t)[row], c.Reduction.Of(t)[row]},
		}
		if !slices.ContainsFunc(r.Watch, func(o Watching) bool { return o.same == w.same }) {
			r.Watch = append(r.Watch, w)
		}
	}
	slices.SortStableFunc(r.Watch, func(a, b Watching) int { return cmp.Compare(b.Reduction, a.Reduction) })
}

// decimals are as many as tell the values of a headline apart.
func (r *Resting) decimals() int {
	switch size := math.Abs(r.Value); {
	case r.Target:
		return tables.Apart(r.Value, r.Threshold, 2)
	case size >= 1000:
		return 0
	case size >= 20:
		return 1
	}
	return 2
}

// Number writes a value of the headline.
func (r *Resting) Number(v float64) string { return minus(tables.Readable(v, r.decimals())) }

// Sentence says what the headline comes to, and how sure it is.
func (r *Resting) Sentence() string {
	text := fmt.Sprintf("%s: %s%s in the expected future", r.Title, r.Number(r.Value), unitOf(r.Metric))
	if r.Target {
		text += map[bool]string{true: ", which meets it", false: fmt.Sprintf(", %s short of it", r.Number(math.Abs(r.Threshold-r.Value)))}[r.Met]
		if over := r.Value - r.Threshold; !r.Met && over > 0 {
			text = strings.TrimSuffix(text, "short of it") + "too much"
		}
	}
	if r.Futures > 0 {
		text += fmt.Sprintf("; %s to %s in nine futures of ten", r.Number(r.P05), r.Number(r.P95))
	}
	switch {
	case math.IsNaN(r.MetShare):
	case r.MetShare == 0:
		text += "; met in none of them"
	default:
		text += "; met in " + inPercent(r.MetShare) + " of them"
	}
	return text + "."
}

// unitOf is the unit of a headline that is a metric, with a space before it.
func unitOf(metric string) string {
	m, ok := tables.Metric(metric)
	if !ok || m.YearUnit == "" {
		return ""
	}
	return " " + m.YearUnit
}

// statusWords say where a part of a variance comes from.
var statusWords = map[string]string{
	tables.Published: "published figures", tables.Derived: "derived figures", tables.Calibrated: "calibrated figures",
	tables.Assumed: "assumed figures", tables.OfProjects: "how projects turn out",
}

// Comes says what the variance comes from; nothing where the headline does not vary.
func (r *Resting) Comes() string {
	if math.IsNaN(r.Rest) {
		return "It does not vary over the draws, or these are too few to say what its variance comes from."
	}
	statuses := slices.Clone(tables.Statuses)
	slices.SortStableFunc(statuses, func(a, b string) int { return cmp.Compare(r.Parts[b], r.Parts[a]) })
	var clauses []string
	for _, status := range statuses {
		if r.Parts[status] >= worthSaying/2 {
			comes := map[bool]string{true: " comes from ", false: " from "}[len(clauses) == 0]
			clauses = append(clauses, inPercent(r.Parts[status])+comes+statusWords[status])
		}
	}
	rest := inPercent(r.Rest) + " is weather and what is not linear."
	switch {
	case len(clauses) == 0:
		return "Of the variance " + rest
	case r.Rest < worthSaying/2:
		return "Of the variance " + strings.Join(clauses, ", ") + "."
	}
	return "Of the variance " + strings.Join(clauses, ", ") + "; " + rest
}

// Ranges says of how many figures the range is assumed, whatever the value is; nothing where
// there are no figures.
func Ranges(list []Resting) string {
	if len(list) == 0 || list[0].Figures == 0 {
		return ""
	}
	switch r := &list[0]; r.Assumed {
	case 0:
		return ""
	case r.Figures:
		return fmt.Sprintf("Whatever their values are, the ranges of all %d figures are assumed.", r.Figures)
	default:
		return fmt.Sprintf("Whatever their values are, the ranges of %d of the %d figures are assumed.", r.Assumed, r.Figures)
	}
}

// mostWatched is how many series a sentence names.
const mostWatched = 3

// Surer says what, once known, would make the headline surer.
func (r *Resting) Surer() string {
	if len(r.Watch) == 0 {
		return "No year to be observed comes before it."
	}
	var clauses []string
	for _, w := range r.Watch[:min(mostWatched, len(r.Watch))] {
		if w.Reduction >= worthSaying {
			clauses = append(clauses, fmt.Sprintf("%s in %d, %s", inSentence(w.Title), w.Year, inPercent(w.Reduction)))
		}
	}
	if len(clauses) == 0 {
		return "To watch: no series, once observed, would take away a hundredth of the variance."
	}
	text := "To watch, with the part of the variance that an observation is expected to take away: " + strings.Join(clauses, "; ") + "."
	if best := r.RestsOn; len(best) > 0 && best[0].Status != tables.OfProjects && best[0].Part > float64(2*r.Watch[0].Reduction) {
		text += fmt.Sprintf(" To know %s would take away %s.", best[0].Called(), inPercent(best[0].Part))
	}
	return text
}

// Opposite says what would have to be true for the opposite of the verdict; nothing where the
// headline is no target.
func (r *Resting) Opposite() string {
	if !r.Target {
		return ""
	}
	var alone []Foundation
	for _, f := range r.RestsOn {
		if !math.IsNaN(f.TurnsAt) {
			alone = append(alone, f)
		}
	}
	slices.SortStableFunc(alone, func(a, b Foundation) int { return cmp.Compare(b.Chance, a.Chance) })
	switch {
	case len(alone) > 0:
		var clauses []string
		for _, f := range alone {
			way := "or more"
			if f.TurnsAt < f.Value {
				way = "or less"
			}
			if f.LowLabel != "" { // nothing lies between
				end := f.HighEnd()
				if f.TurnsAt < f.Value {
					end = f.LowEnd()
				}
				clauses = append(clauses, fmt.Sprintf("%s at %s, of which the chance is %s", f.Called(), end, inPercent(f.Chance)))
				continue
			}
			clauses = append(clauses, fmt.Sprintf("%s at %s %s, of which the chance is %s", f.Called(), minus(tables.Readable(f.TurnsAt, 4)), way, inPercent(f.Chance)))
		}
		return fmt.Sprintf("For the opposite one figure is enough: %s.", strings.Join(clauses, "; or "))
	case len(r.TogetherOf) > 0:
		var names []string
		for _, f := range r.TogetherOf {
			end := f.HighEnd()
			if (f.AtLow > f.AtHigh) == (r.ValueTogether > r.Value) {
				end = f.LowEnd()
			}
			names = append(names, fmt.Sprintf("%s at %s", f.Called(), end))
		}
		return fmt.Sprintf("For the opposite no figure is enough. Taken in the order of what each does alone, %s are, and it comes to %s: %s.",
			tables.Counted(len(names), "figure"), r.Number(r.ValueTogether), strings.Join(names, "; "))
	case r.Figures == 0:
		return ""
	}
	return fmt.Sprintf("For the opposite no figure is enough, nor are all %d together, each at its better end, with the projects as planned: %s of %s.",
		r.Figures, r.Number(r.ValueTogether), r.Number(r.Threshold))
}

// Called is what a reader calls it.
func (f *Foundation) Called() string {
	if f.Title == "" || f.Title == f.Name { // nobody gave it a title
		return f.Path
	}
	return f.Title
}

// LowEnd and HighEnd say what the ends of its range are.
func (f *Foundation) LowEnd() string { return labelled(f.LowLabel, end(f.Low)) }

func (f *Foundation) HighEnd() string { return labelled(f.HighLabel, end(f.High)) }

func end(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return minus(tables.Readable(v, 4))
}

// Works names the works that the figure rests on: the first, and how many more there are.
func (f *Foundation) Works() string {
	first, more, _ := strings.Cut(f.Source, ";")
	if more == "" {
		return first
	}
	return fmt.Sprintf("%s and %d more", first, 1+strings.Count(more, ";"))
}

// inPercent writes a share, with a decimal where it is small.
func inPercent(share float64) string {
	decimals := 0
	if percent := 100 * share; percent < 9.95 && percent > 0.05 {
		decimals = 1
	}
	return tables.Rounded(100*share, decimals) + " %"
}

// minus writes a minus sign for readers.
func minus(number string) string { return strings.Replace(number, "-", "−", 1) }

// inSentence is a title within a sentence.
func inSentence(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	if size == 0 {
		return title
	}
	return string(unicode.ToLower(first)) + title[size:]
}
