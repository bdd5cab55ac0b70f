package model

import (
	"math"

	"corridor/model/calendar"
)

// Project is an investment or a soft measure: what it costs, when it serves, and
// what it changes.
type Project struct {
	Name             string
	CostMUSD         float64 // USD million, spent along an S-curve from Start to completion
	Start            calendar.Month
	DurationMonths   int            // planned
	DelayFactor      float64        // actual over planned duration
	DelayMonths      int            // further delay
	AnnualMUSD       float64        // USD million a year to keep it going, from service on
	RampMonths       int            // months until the full effect, 0 or 1 for at once
	Adoption         bool           // the ramp is an S-curve, as procedures are adopted, and no straight line
	EffectiveShare   float64        // share of the claimed effect that comes
	LifeMonths       int            // the effect wears off over so many months (dredging silts up), 0 for never
	Requires         []int          // projects that must serve before this one has an effect
	Disabled         bool           // not built, nothing spent
	AsOf             calendar.Month // month to whose beginning things are known, a delay stretching what lies ahead; 0 where all does
	EstimateMUSD     float64        // cost that what was paid before AsOf is a part of; 0 for CostMUSD
	Stops            calendar.Month // work stops at the start of this month for good, unless the project serves by then; 0 for one that goes ahead
	OthersShare      float64        // part of its cost that is borne by traffic outside the corridor, which it serves too
	Kind             int            // of works, from 1 to ProjectKinds; 0 for no kind
	ServiceLifeYears float64        // 0 for that of its kind
	Changes          []Change
}

// Change is one effect of a project on one segment at full effect.
type Change struct {
	Segment  int
	Quantity Quantity
	Add      float64 // added to the quantity
	Scale    float64 // multiplies it, 0 for no scaling
	Part     float64 // so many times what the quantity is without projects, added to it
}

// Completion returns the month after the last month of building.
func (p *Project) Completion() calendar.Month {
	planned := p.planned()
	if p.Disabled || p.stalls(planned) {
		return calendar.Never
	}
	return planned
}

// stalls reports whether work stops before the planned completion.
func (p *Project) stalls(planned calendar.Month) bool { return p.Stops != 0 && p.Stops < planned }

// planned returns the completion of a project that goes ahead: the planned duration
// times the delay factor and a further delay after its start. Of what is known at AsOf
// nothing changes: what was to serve by then does, and nothing else is finished before.
func (p *Project) planned() calendar.Month {
	months := math.Round(float64(float64(p.DurationMonths) * p.DelayFactor))
	completion := p.Start + calendar.Month(months) + calendar.Month(p.DelayMonths)
	switch {
	case p.Start >= p.AsOf:
		return completion
	case p.Known():
		return p.undelayed()
	}
	return max(completion, p.AsOf+1)
}

// Known reports whether a project served by AsOf, as it was planned, so that no delay moves it.
func (p *Project) Known() bool { return p.Start < p.AsOf && p.undelayed() <= p.AsOf }

// undelayed returns the completion by the plan.
func (p *Project) undelayed() calendar.Month { return p.Start + calendar.Month(p.DurationMonths) }

// Stretched returns the first month and the delay factor of a project of which all that lies ahead
// of a month takes v times as long: the beginning, where the works have not begun, and the end. A
// delay in months is none of it, and comes on top.
func (p Project) Stretched(asOf calendar.Month, v float64) (start calendar.Month, factor float64) {
	p.DelayMonths = 0
	begins, ends := float64(p.Start-asOf), math.Round(float64(v*float64(p.Completion()-asOf)))
	if begins > 0 {
		begins = math.Round(float64(v * begins))
	}
	if factor = p.DelayFactor; p.DurationMonths > 0 {
		factor = (ends - begins) / float64(p.DurationMonths)
	}
	return asOf + calendar.Month(begins), factor
}

// Ahead reports whether project i is not finished before the months simulated.
func (c *Corridor) Ahead(i int) bool {
	p := &c.Projects[i]
	return p.Start >= c.Start || p.Completion() > c.Start
}

// span is the months from the first one to the last.
type span struct{ first, last calendar.Month }

// moving returns the months in which the effect can differ from that of the month
// before: it ramps up or wears off.
func (p *Project) moving(service calendar.Month) span {
	if service == calendar.Never {
		return span{calendar.Never, calendar.Never}
	}
	return span{service, service + calendar.Month(max(0, p.RampMonths, p.LifeMonths))}
}

// inService finds, for each project, the first month in which it has an
// effect: its own completion, or that of the last project it requires. Projects
// that require each other never serve; New refuses them.
func inService(projects []Project, service []calendar.Month) {
	for i := range projects {
		service[i] = notFound
	}
	for i := range projects {
		serves(projects, service, i)
	}
}

// notFound is the service of a project that has not been looked at.
const notFound = calendar.Month(math.MinInt)

// serves finds the service of a project after that of those it requires.
func serves(projects []Project, service []calendar.Month, i int) calendar.Month {
	if service[i] == notFound {
		service[i] = projects[i].Completion()
		for _, r := range projects[i].Requires {
			service[i] = max(service[i], serves(projects, service, r))
		}
	}
	return service[i]
}

// Effect returns the share of the project's claimed effect in month t when it
// serves from the month service on: it ramps up in equal steps, reaches the
// effective share, and wears off in equal steps when it has a service life.
func (p *Project) Effect(t, service calendar.Month) float64 {
	if t < service || service == calendar.Never {
		return 0
	}
	age := int(t - service)
	effect := p.EffectiveShare
	if p.RampMonths > 0 {
		ramp := min(1, float64(age+1)/float64(p.RampMonths))
		if p.Adoption {
			ramp = sCurve(ramp)
		}
		effect = float64(effect * ramp)
	}
	if p.LifeMonths > 0 {
		effect = float64(effect * max(0, 1-float64(age)/float64(p.LifeMonths)))
	}
	return effect
}

// sCurve is 3τ² − 2τ³ for τ from 0 to 1: slow, fast, slow, as what is new is adopted (Rogers
// 1962, Diffusion of Innovations) and works are paid for. The curve is ours, the simplest
// that is level at both ends.
func sCurve(tau float64) float64 {
	return float64(float64(tau*tau) * (3 - float64(2*tau)))
}

// RequireCycle returns a project that requires itself, directly or through
// others, or −1.
func RequireCycle(projects []Project) int {
	const walking, done = 1, 2
	mark := make([]int, len(projects))
	var walk func(i int) bool
	walk = func(i int) bool {
		if mark[i] != 0 {
			return mark[i] == walking
		}
		mark[i] = walking
		for _, r := range projects[i].Requires {
			if walk(r) {
				return true
			}
		}
		mark[i] = done
		return false
	}
	for i := range projects {
		if walk(i) {
			return i
		}
	}
	return -1
}
