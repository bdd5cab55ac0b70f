package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"

	"corridor/sim/findings"
	"corridor/sim/runs"
	"corridor/sim/seek"
	"corridor/sim/shell"
	"corridor/sim/tables"
)

// seekSummary is how programs read what was sought.
type seekSummary struct {
	Scenario  string          `json:"scenario" doc:"name of the scenario"`
	Figure    string          `json:"figure" doc:"path of the figure"`
	Metric    string          `json:"metric" doc:"metric, a result column or an expression on result columns"`
	Wanted    float64         `json:"wanted" doc:"value that is wanted"`
	AtMost    bool            `json:"at_most" doc:"whether the metric is to stay under it"`
	From      pointSummary    `json:"from" doc:"at the low end of the range"`
	Now       *pointSummary   `json:"as_it_is,omitempty" doc:"with the figure as it is"`
	To        pointSummary    `json:"to" doc:"at the high end"`
	Least     *pointSummary   `json:"least,omitempty" doc:"where the metric is least"`
	Most      *pointSummary   `json:"most,omitempty" doc:"where it is most"`
	Met       [][2]float64    `json:"met" doc:"parts of the range in which it is met, from and to"`
	Turns     []turnSummary   `json:"turns" doc:"where it begins or ceases to be met"`
	Sought    []doesSummary   `json:"futures,omitempty" doc:"in how many futures a value does"`
	Enough    []enoughSummary `json:"enough,omitempty" doc:"values that are enough in shares of the futures"`
	Directory string          `json:"directory" doc:"where the results are"`
	Files     []string        `json:"files" doc:"the files there"`
}

type pointSummary struct {
	Value  float64  `json:"value" doc:"value of the figure; null where none of the range is enough"`
	Result *float64 `json:"result" doc:"what the metric is there; null where it has no value"`
	Met    bool     `json:"met" doc:"parts of the range in which it is met, from and to"`
}

type turnSummary struct {
	Begins bool     `json:"begins" doc:"whether it begins to be met there, upwards"`
	Value  float64  `json:"value" doc:"value of the figure; null where none of the range is enough"`
	Result *float64 `json:"result" doc:"what the metric is there; null where it has no value"`
	Beyond float64  `json:"beyond" doc:"nearest value on the other side that was looked at"`
	Leaves *float64 `json:"beyond_result" doc:"what the metric is there"`
	Jump   bool     `json:"jump" doc:"whether it jumps there"`
	Set    string   `json:"set" doc:"what --set takes to do it"`
}

type doesSummary struct {
	What  string  `json:"what" doc:"which value it is"`
	Value float64 `json:"value" doc:"value of the figure; null where none of the range is enough"`
	Does  float64 `json:"does" doc:"share of the futures in which it does"`
}

type enoughSummary struct {
	Share float64  `json:"share" doc:"of the futures"`
	Value *float64 `json:"value" doc:"value of the figure; null where none of the range is enough"`
}

func printSeek(w io.Writer, p *runs.Seek, r *runs.Run, asJSON bool) error {
	if asJSON {
		return printJSON(w, summariseSeek(p, r))
	}
	s := p.Scenario
	fmt.Fprintf(w, "%s (%s): %s for %s\n\n", s.Title, s.Name, p.Question.Figure, wantedOf(p))
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	name, of := resultOf(p)
	fmt.Fprintf(t, "  \t%s\t%s\t\n", cmp.Or(p.Unit, "value"), strings.TrimSuffix(name+", "+of, ", "))
	row := func(what string, at seek.Point) {
		fmt.Fprintf(t, "  %s\t%s\t%s\t\n", what, fewDigits(at.X), fewDigits(at.Y))
	}
	points := p.Answer.Points
	row("at the low end", points[0])
	if !math.IsNaN(p.Now) {
		row("as it is", seek.Point{X: p.Now, Y: p.AsItIs})
	}
	for _, turn := range p.Turns {
		what := "the last that does"
		if turn.Upward() {
			what = "the first that does"
		}
		row(what, seek.Point{X: turn.Value, Y: turn.Result})
	}
	row("at the high end", points[len(points)-1])
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w)
	if p.Worth != nil {
		fmt.Fprintln(w, wrap(whoseWorth(p), 96))
	}
	for _, sentence := range seekSentences(p) {
		fmt.Fprintln(w, wrap(sentence, 96))
	}
	for _, turn := range p.Turns {
		fmt.Fprintf(w, "  --set %s\n", shell.Quoted(p.Assignment(turn.Value)))
	}
	if p.Sought != nil {
		fmt.Fprintln(w)
		for _, sentence := range soughtSentences(p) {
			fmt.Fprintln(w, wrap(sentence, 96))
		}
	}
	printFiles(w, r.Directory(), r.Manifest)
	return nil
}

// fewDigits writes a number with four digits, and as many before the point as there are.
func fewDigits(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	if math.Abs(v) >= 1000 {
		return tables.Rounded(v, 0)
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 4, 64), 64)
	if err != nil {
		return "–"
	}
	return tables.FormatNumber(rounded)
}

// enoughDigits is a value with so many digits as are shown, that is still enough of it, or not too
// much where the figure is to stay down.
func enoughDigits(v float64, upward bool) float64 {
	shown, err := strconv.ParseFloat(fewDigits(v), 64)
	if err != nil || shown == v || (shown > v) == upward {
		return v
	}
	last := math.Pow10(int(math.Floor(math.Log10(math.Abs(v)))) - 3) // of the four digits
	if !upward {
		last = -last
	}
	return shown + max(-1, min(last, 1))
}

// resultOf names what comes of the figure, and its unit.
func resultOf(p *runs.Seek) (name, unit string) {
	if p.Worth != nil {
		return p.Asked.Title, "USD million"
	}
	name = p.Asked.Metric.String()
	if m, found := tables.Metric(name); found {
		name, unit = m.Label, m.Unit
	}
	return name + " in " + p.Asked.At.Name(), unit
}

// whoseWorth says of what a net present value is.
func whoseWorth(p *runs.Seek) string {
	w, terms := p.Worth, runs.TermsSentence(&p.Scenario.Corridor, p.Scenario.Uncertainties, p.Sought != nil)
	switch {
	case !w.Of:
		return fmt.Sprintf("The net present value is that of all %d projects and measures, against none of them. %s", len(w.Projects), terms)
	case len(w.Titles) == 1:
		return fmt.Sprintf("The net present value is that of %s beside all the others. %s", w.Titles[0], terms)
	}
	return fmt.Sprintf("The net present value is that of %d projects together, beside all the others. %s", len(w.Titles), terms)
}

// wantedOf says what is wanted.
func wantedOf(p *runs.Seek) string {
	bound := "at least"
	if p.Asked.AtMost {
		bound = "at most"
	}
	name, unit := resultOf(p)
	return strings.TrimSpace(fmt.Sprintf("%s, %s %s %s", name, bound, tables.FormatNumber(p.Asked.Threshold), unit))
}

// seekSentences say where the target is met, and what the metric does otherwise.
func seekSentences(p *runs.Seek) (list []string) {
	from, to, wholes := p.Range()
	var parts []string
	for _, part := range p.Met() {
		switch {
		case part[0] == from && part[1] == to:
			parts = append(parts, "everywhere")
		case part[0] == from:
			parts = append(parts, "up to "+fewDigits(part[1]))
		case part[1] == to:
			parts = append(parts, "from "+fewDigits(part[0])+" on")
		case part[0] == part[1]:
			parts = append(parts, "at "+fewDigits(part[0])+" alone")
		default:
			parts = append(parts, "from "+fewDigits(part[0])+" to "+fewDigits(part[1]))
		}
	}
	between := fmt.Sprintf("between %s and %s", fewDigits(from), fewDigits(to))
	if wholes {
		between += ", among whole numbers"
	}
	least, most := p.Answer.Least, p.Answer.Most
	switch {
	case math.IsNaN(most.Y):
		list = append(list, "There is no value of it "+between+".")
		if p.Worth != nil {
			list = append(list, findings.Unvalued(findings.English))
		}
	case len(parts) == 0:
		best, word := most, "at most"
		if p.Asked.AtMost {
			best, word = least, "at least"
		}
		list = append(list, fmt.Sprintf("It is met nowhere %s: it comes to %s %s, with %s.", between, word, fewDigits(best.Y), fewDigits(best.X)))
	case parts[0] == "everywhere":
		worst, word := least, "at least"
		if p.Asked.AtMost {
			worst, word = most, "at most"
		}
		list = append(list, fmt.Sprintf("It is met everywhere %s: it comes to %s %s, with %s.", between, word, fewDigits(worst.Y), fewDigits(worst.X)))
	default:
		list = append(list, fmt.Sprintf("Looked at %s, it is met %s.", between, strings.Join(parts, ", ")))
	}
	for _, turn := range p.Turns {
		if turn.Jump {
			list = append(list, fmt.Sprintf("At %s it leaps from %s to %s, and comes to nothing in between.", fewDigits(turn.Met.X), fewDigits(turn.Not.Y), fewDigits(turn.Met.Y)))
		}
	}
	if least.Y == most.Y {
		return append(list, "It is the same whatever the figure: nothing that is asked for hangs on it.")
	}
	for _, f := range p.Answer.Flats {
		if f.To-f.From >= flatShown*(to-from) {
			list = append(list, fmt.Sprintf("From %s to %s nothing changes: %s.", fewDigits(f.From), fewDigits(f.To), fewDigits(f.Y)))
		}
	}
	return list
}

// flatShown is the part of the range from which on a stretch without change is worth a sentence.
const flatShown = 0.1

// soughtSentences say in how many futures which value does.
func soughtSentences(p *runs.Seek) (list []string) {
	in := p.Sought
	n := uint64(len(in.Needs))
	from, to, _ := p.Range()
	var parts []string
	for _, s := range in.Shares {
		if s.What != "range" && s.Value != from && s.Value != to {
			word := ""
			if s.What == tables.SeekNow {
				word = ", as it is,"
			}
			parts = append(parts, fmt.Sprintf("with %s%s in %s", fewDigits(s.Value), word, percent(float64(s.Does)/float64(n))))
		}
	}
	low, high := in.Shares[0], in.Shares[0]
	for _, s := range in.Shares {
		if s.Value == from {
			low = s
		}
		if s.Value == to {
			high = s
		}
	}
	parts = append(parts, fmt.Sprintf("with %s in %s", fewDigits(from), percent(float64(low.Does)/float64(n))), fmt.Sprintf("with %s in %s", fewDigits(to), percent(float64(high.Does)/float64(n))))
	list = append(list, fmt.Sprintf("In %s, all with the same values, it is met %s.", tables.Counted(n, "future"), strings.Join(parts, ", ")))
	enough := "is enough"
	if !in.Upward {
		enough = "is not too much"
	}
	var takes []string
	for _, share := range []float64{0.1, 0.5, 0.9} {
		v := in.Enough(share)
		what := fewDigits(enoughDigits(v, in.Upward))
		switch {
		case math.IsInf(v, 0):
			what = "no value looked at"
		case in.Upward && v == from:
			what += " or less"
		case !in.Upward && v == to:
			what += " or more"
		}
		takes = append(takes, fmt.Sprintf("%s %s in %.0f %%", what, enough, 100*share))
	}
	return append(list, "Of these futures, "+strings.Join(takes, ", ")+".")
}

func summariseSeek(p *runs.Seek, r *runs.Run) seekSummary {
	question := seek.Question{Want: p.Asked.Threshold, AtMost: p.Asked.AtMost}
	point := func(at seek.Point) pointSummary { return pointSummary{at.X, numberOrNil(at.Y), question.Met(at.Y)} }
	points := p.Answer.Points
	sum := seekSummary{
		Scenario: p.Scenario.Name, Figure: p.Question.Figure, Metric: p.Question.Metric, Wanted: p.Asked.Threshold, AtMost: p.Asked.AtMost,
		From: point(points[0]), To: point(points[len(points)-1]), Met: p.Met(), Turns: []turnSummary{}, Directory: r.Directory(),
	}
	if !math.IsNaN(p.Now) {
		now := point(seek.Point{X: p.Now, Y: p.AsItIs})
		sum.Now = &now
	}
	if !math.IsNaN(p.Answer.Most.Y) {
		least, most := point(p.Answer.Least), point(p.Answer.Most)
		sum.Least, sum.Most = &least, &most
	}
	for _, t := range p.Turns {
		sum.Turns = append(sum.Turns, turnSummary{t.Upward(), t.Met.X, numberOrNil(t.Met.Y), t.Not.X, numberOrNil(t.Not.Y), t.Jump, p.Assignment(t.Value)})
	}
	if p.Sought != nil {
		for _, s := range p.Sought.Shares {
			sum.Sought = append(sum.Sought, doesSummary{s.What, s.Value, float64(s.Does) / float64(len(p.Sought.Needs))})
		}
		for _, share := range []float64{0.1, 0.5, 0.9} {
			sum.Enough = append(sum.Enough, enoughSummary{share, numberOrNil(p.Sought.Enough(share))})
		}
	}
	sum.Files = outputsOf(r.Manifest)
	return sum
}
