package runs

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"corridor/model"
	"corridor/scenarios"
	"corridor/scenarios/text"
	"corridor/sim/ensemble"
	"corridor/sim/probe"
	"corridor/sim/random"
	"corridor/sim/seek"
	"corridor/sim/swings"
	"corridor/sim/tables"
)

// SeekQuestion asks at which values of one figure a metric comes to what is wanted.
type SeekQuestion struct {
	Figure string   `json:"figure"`            // path, as --set takes it
	Metric string   `json:"metric"`            // name of a target, such as throughput_mt_2030, or npv_musd
	At     *float64 `json:"at,omitempty"`      // what is wanted; nil for what the target asks for
	AtMost bool     `json:"at_most,omitempty"` // of At: a value to stay under
	From   *float64 `json:"from,omitempty"`    // of the range; nil for that of the figure
	To     *float64 `json:"to,omitempty"`
	Whole  bool     `json:"whole,omitempty"` // among whole numbers; also where the figure takes no others
}

// SoughtWorth says whose net present value is sought.
type SoughtWorth struct {
	Projects []string // names
	Titles   []string
	Of       bool // the figure is one of theirs; else they are all there are
}

// without takes the projects out of a corridor.
func (w *SoughtWorth) without(c *model.Corridor) {
	for i := range c.Projects {
		if slices.Contains(w.Projects, c.Projects[i].Name) {
			c.Projects[i].Disabled = true
		}
	}
}

// Seek finds the value of one figure at which a metric reaches what is wanted.
type Seek struct {
	Scenario *scenarios.Scenario
	Question SeekQuestion
	Draws    uint64 // futures in which the value is sought too; 0 for the expected one alone
	Seed     uint64

	// When it has been checked.
	Asked   tables.Target // with what is wanted
	Worth   *SoughtWorth  // what is asked for is a net present value; nil where it is not
	Now     float64       // the figure as it is; NaN where it has several values, or none is given
	Unit    string
	within  seek.Question
	futures *ensemble.Ensemble

	// When it has been done.
	Answer *seek.Answer
	AsItIs float64 // what comes of Now; NaN where that is not known
	Turns  []SeekTurn
	Sought *SoughtIn // nil without draws
}

// SeekTurn is a value at which the target begins or ceases to be met.
type SeekTurn struct {
	seek.Turn
	Value  float64 // in few digits, and meets the target
	Result float64 // what comes of it
}

// Assignment is what --set takes.
func (p *Seek) Assignment(v float64) string { return p.Question.Figure + "=" + tables.FormatNumber(v) }

// Range returns the ends of what is looked at, and whether whole numbers are.
func (p *Seek) Range() (from, to float64, whole bool) {
	return p.within.From, p.within.To, p.within.Whole
}

// mostQuestion bounds what the name of a seek says of its question, in bytes.
const mostQuestion = 100

// Name is that of what is sought of the scenario: of the figure and of what it is sought for.
func (p *Seek) Name() string {
	q := &p.Question
	what := q.Figure + "+" + q.Metric
	if q.At != nil {
		what += "=" + tables.FormatNumber(*q.At)
	}
	if q.AtMost {
		what += "-at-most"
	}
	return p.Scenario.Name + "-seek+" + scenarios.FileName(what, mostQuestion)
}

// mostSought bounds the futures of a seek, each of which is simulated some thirty times.
const mostSought = 1 << 20

func (p *Seek) check() (err error) {
	if p.Asked, p.Worth, err = p.asked(); err != nil {
		return err
	}
	if p.Question.At != nil {
		p.Asked.Threshold, p.Asked.AtMost = *p.Question.At, p.Question.AtMost
	}
	switch {
	case math.IsNaN(p.Asked.Threshold) || math.IsInf(p.Asked.Threshold, 0):
		return misusedf("%s has no value of its own to reach: say which with --at or --at-most", p.Question.Metric)
	case p.Question.At == nil && p.Question.AtMost:
		return misusedf("a value to stay under is missing")
	case !strings.Contains(p.Question.Figure, "."):
		return misusedf("%q is no path of a figure, such as %s%s", text.Short(p.Question.Figure), p.someFigure(), p.alike())
	case strings.HasPrefix(p.Question.Figure, "targets."):
		return misusedf("%s is what is wanted, and nothing that comes hangs on it: expected the path of a figure, such as %s", text.Short(p.Question.Figure), p.someFigure())
	case slices.ContainsFunc(p.Scenario.Paths(p.Question.Figure), p.Scenario.Words):
		return misusedf("%s is no number that could be sought: expected the path of a figure, such as %s", text.Short(p.Question.Figure), p.someFigure())
	case p.Draws > mostSought:
		return invalidf("%d draws, expected at most %d", p.Draws, mostSought)
	}
	if err := p.checkSingle(); err != nil {
		return err
	}
	if err := p.checkRange(); err != nil {
		return err
	}
	if p.Draws == 0 {
		return nil
	}
	sampling := Sampling{Draws: p.Draws, Seed: p.Seed, Design: random.MonteCarlo}
	if p.futures, err = sampling.futures(p.Scenario, false); err != nil {
		return err
	}
	_, err = p.setters()
	return err
}

// someFigure is the path of a figure with a range, as an example.
func (p *Seek) someFigure() string {
	all := p.Scenario.Figures()
	if i := slices.IndexFunc(all, func(f scenarios.Figure) bool { return f.Low != "" }); i >= 0 {
		return all[i].Path
	}
	return "segments.NAME.capacity.fixed_mt_per_year"
}

// alike lists figures whose paths have the words of what was given for one.
func (p *Seek) alike() string {
	words := strings.FieldsFunc(strings.ToLower(p.Question.Figure), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var list []string
	for _, f := range p.Scenario.Figures() {
		missing := slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(f.Path, word) })
		if len(words) > 0 && !missing {
			list = append(list, f.Path)
		}
	}
	if len(list) == 0 {
		return ": figures.csv of any run lists them"
	}
	return "; like that: " + someOf(list)
}

// someOf lists paths, of many some.
func someOf(list []string) string {
	const most = 6
	if len(list) > most {
		return fmt.Sprintf("%s and %d more, which figures.csv of any run lists", strings.Join(list[:most], ", "), len(list)-most)
	}
	return strings.Join(list, ", ")
}

// asked reads what is asked for.
func (p *Seek) asked() (tables.Target, *SoughtWorth, error) {
	s := p.Scenario
	if !isNPV(p.Question.Metric) {
		t, err := Asked(s, p.Question.Metric)
		return t, nil, err
	}
	if err := inMoney(s, p.Question.Metric); err != nil {
		return tables.Target{}, nil, err
	}
	w := &SoughtWorth{}
	steps := strings.Split(p.Question.Figure, ".")
	w.Of = len(steps) > 1 && (steps[0] == "projects" || steps[0] == "measures")
	meant := map[string]bool{} // by the figure: its name, or those that a selector stands for
	if w.Of {
		for _, path := range s.Paths(p.Question.Figure) {
			meant[strings.Split(path, ".")[1]] = true
		}
	}
	for i := range s.Corridor.Projects {
		name := s.Corridor.Projects[i].Name
		if w.Of && (!meant[name] || s.Labels.Projects[name].Soft != (steps[0] == "measures")) {
			continue
		}
		w.Projects, w.Titles = append(w.Projects, name), append(w.Titles, s.Labels.Project(name))
	}
	if len(w.Projects) == 0 {
		if _, err := s.SetFigure(p.Question.Figure, 1); err != nil {
			return tables.Target{}, nil, invalid(err)
		}
		return tables.Target{}, nil, misusedf("%s has no project or measure whose net present value could be sought", s.Name)
	}
	return tables.Target{Name: tables.NPV, Title: "Net present value", Threshold: math.NaN()}, w, nil
}

// checkRange finds the range, and holds its ends to what the figure may be.
func (p *Seek) checkRange() error {
	low, high := p.known()
	for _, end := range []struct {
		given *float64
		to    *float64
	}{{p.Question.From, &low}, {p.Question.To, &high}} {
		if end.given != nil {
			*end.to = *end.given
		}
	}
	probe := p.Now // any number, to find out whether there is such a figure
	if math.IsNaN(probe) {
		probe = 1
	}
	if math.IsNaN(low) || math.IsNaN(high) {
		if _, err := p.Scenario.SetFigure(p.Question.Figure, probe); err != nil {
			return invalid(err)
		}
		return misusedf("no range is given for %s: say where to look with --from and --to", p.Question.Figure)
	}
	if !(low < high) || math.IsInf(low, 0) || math.IsInf(high, 0) {
		return invalidf("the range is from %v to %v, expected one from less to more", low, high)
	}
	p.within = seek.Question{From: low, To: high, Want: p.Asked.Threshold, AtMost: p.Asked.AtMost, Whole: p.Question.Whole}
	if _, err := p.Scenario.SetFigure(p.Question.Figure, math.Floor(low+float64((high-low)/2))+0.5); err != nil && !p.within.Whole {
		if _, err := p.Scenario.SetFigure(p.Question.Figure, math.Floor(low+float64((high-low)/2))); err == nil {
			p.within.Whole = true
		}
	}
	if p.within.Whole {
		p.within.From, p.within.To = math.Ceil(low), math.Floor(high)
		if p.within.From >= p.within.To {
			return invalidf("there are not two whole numbers from %v to %v", low, high)
		}
	}
	for _, end := range []float64{p.within.From, p.within.To} {
		if _, err := p.Scenario.SetFigure(p.Question.Figure, end); err != nil {
			return invalid(err)
		}
	}
	return nil
}

// known finds what the figure is, and the range that the scenario gives for it: its own, or that
// of an uncertainty of the same path. Of several figures the path stands for, there is neither
// unless they agree.
func (p *Seek) known() (low, high float64) {
	p.Now, low, high = math.NaN(), math.NaN(), math.NaN()
	number := func(text string) float64 {
		if v, err := strconv.ParseFloat(text, 64); err == nil {
			return v
		}
		return math.NaN()
	}
	all := p.Scenario.Figures()
	met, found := false, 0
	paths := p.Scenario.Paths(p.Question.Figure)
	for i := range all {
		f := &all[i]
		if !slices.Contains(paths, f.Path) {
			continue
		}
		found++
		now, l, h := number(f.Value), number(f.Low), number(f.High)
		if met && now != p.Now {
			p.Now = math.NaN()
		}
		if met && (l != low || h != high) {
			low, high = math.NaN(), math.NaN()
		}
		if !met {
			p.Now, p.Unit, low, high, met = now, f.Unit, l, h, true
		}
	}
	if !met && len(paths) > 0 {
		p.Unit = p.Scenario.Unit(paths[0]) // of a figure that the scenario leaves as it is by itself
	}
	if found < len(paths) {
		p.Now, low, high = math.NaN(), math.NaN(), math.NaN()
	}
	if math.IsNaN(low) || math.IsNaN(high) {
		for i := range p.Scenario.Uncertainties {
			if u := &p.Scenario.Uncertainties[i]; u.Path == p.Question.Figure && u.Distribution != nil && !swings.IsOutcome(u) { // which is a factor
				low, high = u.Distribution.Quantile(0), u.Distribution.Quantile(1)
				if math.IsInf(low, 0) || math.IsInf(high, 0) {
					low, high = u.Distribution.Quantile(0.05), u.Distribution.Quantile(0.95)
				}
			}
		}
	}
	return low, high
}

// setters put a number where the path leads to.
func (p *Seek) setters() (set []func(*model.Corridor, float64), err error) {
	for _, to := range p.Scenario.Paths(p.Question.Figure) {
		s, err := p.Scenario.Setter(to)
		if err != nil {
			return nil, misusedf("%w: it can be sought in the expected future, without --draws", err)
		}
		set = append(set, s)
	}
	return set, nil
}

func (p *Seek) asks(m *Manifest) {
	m.Command, m.Scenario, m.Cells = kindSeek, p.Scenario.Name, []Cell{NewCell(p.Scenario, p.Scenario.Name)}
	m.Seed, m.Draws, m.Seek = &p.Seed, p.Draws, &p.Question
}

func (p *Seek) do(ctx context.Context, by *means) (*results, error) {
	// The scenario is compiled with every value, so that what is found is what --set does.
	value := func(x float64) (float64, error) {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		s, err := p.Scenario.SetFigure(p.Question.Figure, x)
		if err != nil {
			return 0, invalid(err)
		}
		return p.expected(s)
	}
	question := p.within
	question.Value = value
	var err error
	if p.Answer, err = question.Answer(); err != nil {
		return nil, err
	}
	if p.AsItIs, err = p.expected(p.Scenario); err != nil {
		return nil, err
	}
	if said := p.farOff(); said != "" {
		by.tell("%s", said)
	}
	p.Turns = nil
	for _, t := range p.Answer.Turns {
		turn := SeekTurn{t, t.Met.X, t.Met.Y}
		for _, rounded := range []float64{fourDigits(t.Met.X), into(t.Met.X, t.Not.X)} {
			if rounded < question.From || rounded > question.To || question.Whole {
				continue
			}
			y, err := value(rounded)
			if err != nil {
				return nil, err
			}
			if question.Met(y) {
				turn.Value, turn.Result = rounded, y
				break
			}
		}
		p.Turns = append(p.Turns, turn)
	}
	list := []*tables.Table{p.table()}
	if p.Draws > 0 {
		if p.Sought, err = p.inFutures(ctx, by); err != nil {
			return nil, err
		}
		list = append(list, p.soughtTable())
	}
	described := Describe(p.Scenario, list)
	described.Seed = &p.Seed
	return &results{described: described}, nil
}

// expected is what comes of a scenario in its expected future.
func (p *Seek) expected(s *scenarios.Scenario) (float64, error) {
	var list []tables.Target
	if p.Worth == nil {
		asked, err := Asked(s, p.Question.Metric)
		if err != nil {
			return 0, err
		}
		list = append(list, asked)
	}
	ask, err := probe.Of(s.Run(), list)
	if err != nil {
		return 0, err
	}
	return p.ask(ask.Expected, ask, nil), nil
}

// ask is what comes of a future with a change: of a net present value, what the future is worth
// more than it would be without the projects.
func (p *Seek) ask(future func(probe.Change, []float64), of *probe.Probe, change probe.Change) float64 {
	if p.Worth == nil {
		var out [1]float64
		future(change, out[:])
		return out[0]
	}
	future(change, nil)
	with := of.Worth()
	future(func(c *model.Corridor) {
		if change != nil {
			change(c)
		}
		p.Worth.without(c)
	}, nil)
	return with.Less(of.Worth()).NPV()
}

// fourDigits writes a number with four digits.
func fourDigits(v float64) float64 {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 3, 64), 64)
	return rounded
}

// into writes a number that meets a target with four digits, away from one that does not.
func into(v, from float64) float64 {
	const digits = 4
	if v == 0 {
		return 0
	}
	text := strconv.FormatFloat(v, 'e', digits-1, 64)
	mantissa, power, _ := strings.Cut(text, "e")
	rounded, _ := strconv.ParseFloat(text, 64)
	if (rounded-v)*(v-from) >= 0 {
		return rounded
	}
	m, _ := strconv.ParseFloat(mantissa, 64)
	rounded, _ = strconv.ParseFloat(strconv.FormatFloat(m+math.Copysign(0.001, v-from), 'f', digits-1, 64)+"e"+power, 64)
	return rounded
}

// table is seek.csv.
func (p *Seek) table() *tables.Table {
	t := tables.New(tables.Seek)
	expression, at := tables.NPV, tables.PresentValue
	if p.Worth == nil {
		expression, at = p.Asked.Metric.String(), p.Asked.At.String()
	}
	add := func(what string, value, result float64, met any, beyond, beyondResult, jump, set any) {
		t.Append(p.Scenario.Name, p.Question.Figure, p.Question.Metric, expression, at, p.Asked.Threshold, p.Asked.AtMost,
			what, tables.Finite(value), tables.Finite(result), met, beyond, beyondResult, jump, set)
	}
	point := func(what string, at seek.Point) { add(what, at.X, at.Y, p.within.Met(at.Y), nil, nil, nil, "") }
	points := p.Answer.Points
	point(tables.SeekFrom, points[0])
	if !math.IsNaN(p.Now) {
		point(tables.SeekNow, seek.Point{X: p.Now, Y: p.AsItIs})
	}
	point(tables.SeekTo, points[len(points)-1])
	if !math.IsNaN(p.Answer.Least.Y) {
		point(tables.SeekLeast, p.Answer.Least)
		point(tables.SeekMost, p.Answer.Most)
	}
	for _, turn := range p.Turns {
		what := tables.SeekCeases
		if turn.Upward() {
			what = tables.SeekBegins
		}
		add(what, turn.Met.X, turn.Met.Y, true, turn.Not.X, tables.Finite(turn.Not.Y), turn.Jump, p.Assignment(turn.Value))
	}
	for _, f := range p.Answer.Flats {
		add(tables.SeekFlat, f.From, f.Y, p.within.Met(f.Y), f.To, tables.Finite(f.Y), nil, "")
	}
	return t
}

// Met are the parts of the range in which the target is met, each from and to; in few digits
// where they begin or end within it.
func (p *Seek) Met() (parts [][2]float64) {
	from, to, _ := p.Range()
	inside := p.within.Met(p.Answer.Points[0].Y)
	begin := from
	for _, t := range p.Turns {
		if t.Upward() {
			begin, inside = t.Value, true
		} else {
			parts, inside = append(parts, [2]float64{begin, t.Value}), false
		}
	}
	if inside {
		parts = append(parts, [2]float64{begin, to})
	}
	return slices.Clip(parts)
}
