package findings

import (
	"cmp"
	"math"
	"slices"
	"strings"

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
func (r *Resting) Number(w Words, v float64) string { return w.Rounded(v, r.decimals()) }

// Sentence says what the headline comes to, and how sure it is.
func (r *Resting) Sentence(w Words) string { return r.Title + ": " + r.Says(w) }

// Says says it without the title.
func (r *Resting) Says(w Words) string {
	list := []string{r.expected(w)}
	if r.Futures > 0 {
		list = append(list, w.Say("%[1]s to %[2]s in nine futures of ten", r.Number(w, r.P05), r.Number(w, r.P95)))
	}
	switch {
	case math.IsNaN(r.MetShare):
	case r.MetShare == 0:
		list = append(list, w.Say("met in none of them"))
	default:
		list = append(list, w.Say("met in %s of them", shareIn(w, r.MetShare)))
	}
	return w.Say("%s.", strings.Join(list, "; "))
}

// expected says what the headline comes to in the expected future, and of a target how far it is missed.
func (r *Resting) expected(w Words) string {
	text := w.Say("%s in the expected future", withUnit(w, r.Number(w, r.Value), unitOf(r.Metric)))
	missed := r.Number(w, math.Abs(r.Threshold-r.Value))
	switch {
	case !r.Target:
		return text
	case r.Met:
		return w.Say("%s, which meets it", text)
	case r.Value > r.Threshold:
		return w.Say("%[1]s, %[2]s too much", text, missed)
	}
	return w.Say("%[1]s, %[2]s short of it", text, missed)
}

// unitOf is the unit of a headline that is a metric.
func unitOf(metric string) string {
	m, _ := tables.Metric(metric)
	return m.YearUnit
}

// comesFrom says what part of a variance has a status.
func comesFrom(w Words, status, part string) string {
	switch status {
	case tables.Published:
		return w.Say("%s comes from published figures", part)
	case tables.Derived:
		return w.Say("%s comes from derived figures", part)
	case tables.Calibrated:
		return w.Say("%s comes from calibrated figures", part)
	case tables.OfProjects:
		return w.Say("%s comes from how projects turn out", part)
	}
	return w.Say("%s comes from assumed figures", part)
}

// Comes says what the variance comes from; nothing where the headline does not vary.
func (r *Resting) Comes(w Words) string {
	if math.IsNaN(r.Rest) {
		return w.Say("It does not vary over the draws, or these are too few to say what its variance comes from.")
	}
	statuses := slices.Clone(tables.Statuses)
	slices.SortStableFunc(statuses, func(a, b string) int { return cmp.Compare(r.Parts[b], r.Parts[a]) })
	var clauses []string
	for _, status := range statuses {
		if r.Parts[status] < worthSaying/2 {
			continue
		}
		clause := comesFrom(w, status, shareIn(w, r.Parts[status]))
		if len(clauses) > 0 { // English says the verb once
			clause = strings.Replace(clause, " comes from ", " from ", 1)
		}
		clauses = append(clauses, clause)
	}
	rest := shareIn(w, r.Rest)
	switch {
	case len(clauses) == 0:
		return w.Say("Of the variance %s is weather and what is not linear.", rest)
	case r.Rest < worthSaying/2:
		return w.Say("Of the variance %s.", strings.Join(clauses, ", "))
	}
	return w.Say("Of the variance %[1]s; %[2]s is weather and what is not linear.", strings.Join(clauses, ", "), rest)
}

// Ranges says of how many figures the range is assumed, whatever the value is; nothing where
// there are no figures.
func Ranges(w Words, list []Resting) string {
	if len(list) == 0 || list[0].Figures == 0 {
		return ""
	}
	switch r := &list[0]; r.Assumed {
	case 0:
		return ""
	case r.Figures:
		return w.Say("Whatever their values are, the ranges of all %d figures are assumed.", r.Figures)
	default:
		return w.Say("Whatever their values are, the ranges of %[1]d of the %[2]d figures are assumed.", r.Assumed, r.Figures)
	}
}

// mostWatched is how many series a sentence names.
const mostWatched = 3

// Surer says what, once known, would make the headline surer.
func (r *Resting) Surer(w Words) string {
	if len(r.Watch) == 0 {
		return w.Say("No year to be observed comes before it.")
	}
	var clauses []string
	for _, o := range r.Watch[:min(mostWatched, len(r.Watch))] {
		if o.Reduction >= worthSaying {
			clauses = append(clauses, w.Say("%[1]s in %[2]d, %[3]s", w.InSentence(o.Title), o.Year, shareIn(w, o.Reduction)))
		}
	}
	if len(clauses) == 0 {
		return w.Say("To watch: no series, once observed, would take away a hundredth of the variance.")
	}
	text := w.Say("To watch, with the part of the variance that an observation is expected to take away: %s.", strings.Join(clauses, "; "))
	if best := r.RestsOn; len(best) > 0 && best[0].Status != tables.OfProjects && best[0].Part > float64(2*r.Watch[0].Reduction) {
		text += " " + w.Say("To know %[1]s would take away %[2]s.", best[0].Called(), shareIn(w, best[0].Part))
	}
	return text
}

// Opposite says what would have to be true for the opposite of the verdict; nothing where the
// headline is no target.
func (r *Resting) Opposite(w Words) string {
	if !r.Target {
		return ""
	}
	alone := slices.DeleteFunc(slices.Clone(r.RestsOn), func(f Foundation) bool { return math.IsNaN(f.TurnsAt) })
	slices.SortStableFunc(alone, func(a, b Foundation) int { return cmp.Compare(b.Chance, a.Chance) })
	switch {
	case len(alone) > 0:
		text := alone[0].turning(w)
		for i := range alone[1:] {
			text = w.Say("%[1]s; or %[2]s", text, alone[1+i].turning(w))
		}
		return w.Say("For the opposite one figure is enough: %s.", text)
	case len(r.TogetherOf) > 0:
		var names []string
		for _, f := range r.TogetherOf {
			end := f.HighEnd(w)
			if (f.AtLow > f.AtHigh) == (r.ValueTogether > r.Value) {
				end = f.LowEnd(w)
			}
			names = append(names, w.Say("%[1]s at %[2]s", f.Called(), end))
		}
		return w.Say("For the opposite no figure is enough. Taken in the order of what each does alone, %[1]d figures are, and it comes to %[2]s: %[3]s.",
			len(names), r.Number(w, r.ValueTogether), strings.Join(names, "; "))
	case r.Figures == 0:
		return ""
	}
	return w.Say("For the opposite no figure is enough, nor are all %[1]d together, each at its better end, with the projects as planned: %[2]s of %[3]s.",
		r.Figures, r.Number(w, r.ValueTogether), r.Number(w, r.Threshold))
}

// turning says at which value the figure alone turns the verdict, and how likely that is.
func (f *Foundation) turning(w Words) string {
	less, chance := f.TurnsAt < f.Value, shareIn(w, f.Chance)
	switch at := w.Rounded(f.TurnsAt, 4); {
	case f.LowLabel != "" && less: // nothing lies between
		return w.Say("%[1]s at %[2]s, of which the chance is %[3]s", f.Called(), f.LowEnd(w), chance)
	case f.LowLabel != "":
		return w.Say("%[1]s at %[2]s, of which the chance is %[3]s", f.Called(), f.HighEnd(w), chance)
	case less:
		return w.Say("%[1]s at %[2]s or less, of which the chance is %[3]s", f.Called(), at, chance)
	default:
		return w.Say("%[1]s at %[2]s or more, of which the chance is %[3]s", f.Called(), at, chance)
	}
}

// Called is what a reader calls it.
func (f *Foundation) Called() string {
	if f.Title == "" || f.Title == f.Name { // nobody gave it a title
		return f.Path
	}
	return f.Title
}

// LowEnd and HighEnd say what the ends of its range are.
func (f *Foundation) LowEnd(w Words) string { return labelled(f.LowLabel, end(w, f.Low)) }

func (f *Foundation) HighEnd(w Words) string { return labelled(f.HighLabel, end(w, f.High)) }

func end(w Words, v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return w.Rounded(v, 4)
}

// Works names the works that the figure rests on: the first, and how many more there are.
func (f *Foundation) Works(w Words) string {
	first, more, _ := strings.Cut(f.Source, ";")
	if more == "" {
		return first
	}
	return w.Say("%[1]s and %[2]d more", first, 1+strings.Count(more, ";"))
}

// minus writes a minus sign for readers.
func minus(number string) string { return strings.Replace(number, "-", "−", 1) }
