package hindcast

import (
	"context"
	"fmt"
	"math"
	"sync"

	"corridor/model/portable"
	"corridor/sim/random"
	"corridor/sim/score"
)

// errorsPerRow is how many errors of observation and discrepancy are drawn for each row of the
// sample: as many that quantiles do not hang on them.
const errorsPerRow = 8

// predict writes what each fit says of what was observed in the years tested, by kind and from each
// origin before.
func (c *Calibrator) predict(ctx context.Context, out *Calibrated) error {
	others := c.others()
	for _, kind := range []Kind{Forecast, Conditional, Informed} {
		for _, year := range c.TestYears() {
			view, err := c.View(kind, year-1)
			if err != nil {
				return err
			}
			var observations []*Observation
			var by []*Reliance
			for i := range c.Calibration.Series {
				r := &c.Calibration.Series[i]
				for j := range c.History.Observations {
					o := &c.History.Observations[j]
					if o.Series == r.Series && o.From.Year() >= year && o.From.Year() == o.To.Year() && o.To.Year() <= c.HoldOut && view.measures(o) {
						observations, by = append(observations, o), append(by, r)
					}
				}
			}
			for i := range out.Fits {
				if err := c.predictFrom(ctx, out, &out.Fits[i], view, others, observations, by); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// predictFrom writes what a fit says of observations from a view.
func (c *Calibrator) predictFrom(ctx context.Context, out *Calibrated, f *Fit, view *View, others [][]float64, observations []*Observation, by []*Reliance) error {
	said, err := c.said(ctx, f, view, others, observations) // by row, then by observation
	if err != nil {
		return err
	}
	prior := len(f.Years) == 0
	knows := c.FitYears[0] - 1 // the last year before its origin that it knows
	if !prior {
		knows = f.Years[len(f.Years)-1]
	}
	judged := view.Kind != Informed && knows == view.Origin
	for j, o := range observations {
		spread := math.Sqrt(float64(by[j].Error*by[j].Error) + float64(by[j].Discrepancy*by[j].Discrepancy))
		stream := random.NewStream(c.Seed, "errors of "+o.Series.Name+" "+o.Period.String())
		sample := make([]float64, 0, errorsPerRow*len(said))
		for row := range said {
			numbers := stream.At(uint64(row))
			for range errorsPerRow {
				sample = append(sample, o.Series.logOf(said[row][j])+float64(spread*portable.NormQuantile(numbers.Float64())))
			}
		}
		forecast, err := score.NewForecast(sample, nil)
		if err != nil {
			return fmt.Errorf("%s of %v, from %d by the fit %s: %w", o.Series.Name, o.Period, view.Origin, f.Name(), err)
		}
		horizon := o.From.Year() - view.Origin
		quantile := func(p float64) float64 { return portable.Exp(forecast.Quantile(p)) }
		out.Predictive.Append(c.Name, f.Name(), string(view.Kind), o.Series.Name, o.Series.Title, o.Scope, o.Period.String(), o.From.String(), o.To.String(),
			o.Series.Unit, view.Origin, horizon, f.fitted(c, o, by[j], view), judged, o.Value, by[j].Error, by[j].Discrepancy,
			quantile(0.05), quantile(0.25), quantile(0.5), quantile(0.75), quantile(0.95), forecast.PIT(o.Series.logOf(o.Value)))
		if judged {
			out.Predicted = append(out.Predicted, Predicted{view.Kind, ByModel, view.Origin, o, &forecast})
		}
		if prior && view.Kind != Informed {
			out.Predicted = append(out.Predicted, Predicted{view.Kind, ByPrior, view.Origin, o, &forecast})
		}
	}
	return nil
}

// fitted reports whether a fit was calibrated on an observation, as it is said from this view.
func (f *Fit) fitted(c *Calibrator, o *Observation, r *Reliance, v *View) bool {
	for _, year := range f.Years {
		if year == o.From.Year() && year == v.Origin+1 && v.Kind == Informed && r.Fitted && c.History.longest(o.Series, year) == o {
			return true
		}
	}
	return false
}

// others draws the numbers that are not calibrated for each row of a sample: the same for every fit and
// view.
func (c *Calibrator) others() [][]float64 {
	rows := make([][]float64, c.Sampling.Keep)
	for row := range rows {
		rows[row] = make([]float64, len(c.Others))
	}
	for i, o := range c.Others {
		stream := random.NewStream(c.Seed, o.Name)
		for row := range rows {
			rows[row][i] = o.Prior.Quantile(stream.Float64(uint64(row)))
		}
	}
	return rows
}

// said returns what a view comes to for each row of a sample, by observation, with the others of the
// row.
func (c *Calibrator) said(ctx context.Context, f *Fit, view *View, others [][]float64, observations []*Observation) ([][]float64, error) {
	out := make([][]float64, len(f.Rows))
	failures := make([]error, max(1, c.Workers))
	var working sync.WaitGroup
	for worker := range failures {
		working.Go(func() {
			w, err := newViewer(view, observations)
			if err != nil {
				failures[worker] = err
				return
			}
			x := make([]float64, len(c.Parameters)+len(c.Others))
			for row := worker; row < len(f.Rows) && ctx.Err() == nil; row += len(failures) {
				copy(x[copy(x, f.Rows[row]):], others[row])
				out[row] = make([]float64, len(observations))
				w.view(x, out[row])
			}
		})
	}
	working.Wait()
	for _, err := range failures {
		if err != nil {
			return nil, err
		}
	}
	return out, ctx.Err()
}
