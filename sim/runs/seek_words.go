package runs

import (
	"corridor/scenarios"
	"corridor/scenarios/text"
	"corridor/sim/tables"
)

// SeekWords are numbers of a question as files have them, plain or with a unit, which are known
// once the scenario is; "" for one that is not given.
type SeekWords struct{ At, From, To string }

// In puts the numbers into a question about a scenario: what is wanted is of the metric, and the
// ends of the range are of the figure, or a change of it.
func (w *SeekWords) In(q SeekQuestion, s *scenarios.Scenario) (SeekQuestion, error) {
	if err := w.wanted(&q, s); err != nil {
		return q, err
	}
	for _, end := range []struct {
		flag, written string
		to            **float64
	}{{"--from", w.From, &q.From}, {"--to", w.To, &q.To}} {
		if end.written == "" {
			continue
		}
		v, err := s.NumberOf(end.flag, q.Figure, end.written)
		if err != nil {
			return q, invalid(err)
		}
		*end.to = &v
	}
	return q, nil
}

// wanted puts in what the metric is to come to.
func (w *SeekWords) wanted(q *SeekQuestion, s *scenarios.Scenario) error {
	if w.At == "" {
		return nil
	}
	metric := tables.NPV
	if !isNPV(q.Metric) {
		asked, err := Asked(s, q.Metric)
		if err != nil {
			return err
		}
		metric = asked.Metric.String()
	}
	v, err := s.ValueOf(metric, w.At)
	if err != nil {
		return invalidf("%s is to come to %q, %w", q.Metric, text.Short(w.At), err)
	}
	q.At = &v
	return nil
}
