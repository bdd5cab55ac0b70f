package findings

import (
	"fmt"
	"slices"
	"strings"

	"corridor/model"
	"corridor/sim/tables"
)

// Unused is a project or measure that costs something and serves while its segments carry nothing:
// no cargo meets what it adds.
type Unused struct {
	Project   string   `json:"project" doc:"name of the project or measure"`
	Title     string   `json:"title" doc:"name for readers"`
	InService string   `json:"in_service" doc:"month from which it serves"`
	Segments  []string `json:"segments" doc:"segments that it changes, which carry nothing from then on"`
}

// UnusedIn lists those of a corridor, by its projects.csv and segments.csv.
func UnusedIn(c *model.Corridor, projects, segments *tables.Table) (list []Unused) {
	lastLoad := map[string]string{} // month, by segment
	load, months := tables.Segments.LoadMt.Of(segments), tables.Segments.Month.Of(segments)
	for row, name := range tables.Segments.Segment.Of(segments) {
		if load[row] > 0 {
			lastLoad[name] = max(lastLoad[name], months[row])
		}
	}
	for row, name := range tables.Projects.Project.Of(projects) {
		from := tables.Projects.InService.Of(projects)[row]
		i := slices.IndexFunc(c.Projects, func(p model.Project) bool { return p.Name == name })
		if from == "" || i < 0 || c.Projects[i].CostMUSD == 0 && c.Projects[i].AnnualMUSD == 0 {
			continue
		}
		u := Unused{Project: name, Title: tables.Projects.Title.Of(projects)[row], InService: from}
		used := false
		for _, change := range c.Projects[i].Changes {
			segment := c.Segments[change.Segment].Name
			used = used || lastLoad[segment] >= from
			if !slices.Contains(u.Segments, segment) {
				u.Segments = append(u.Segments, segment)
			}
		}
		if !used && len(u.Segments) > 0 {
			list = append(list, u)
		}
	}
	return list
}

// Sentence says so.
func (u *Unused) Sentence() string {
	return fmt.Sprintf("%s serves from %s, and nothing passes what it changes: %s.", u.Title, u.InService, strings.Join(u.Segments, ", "))
}
