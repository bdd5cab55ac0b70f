package sim

import (
	"math"
	"strings"

	"corridor/model"
	"corridor/sim/tables"
)

// Network returns network.csv: the segments with the places they join.
func (r Run) Network() *tables.Table {
	out := tables.New(tables.Network)
	for i := range r.Corridor.Segments {
		s := &r.Corridor.Segments[i]
		label := r.Labels.Segments[s.Name]
		from, to := r.node(label.From), r.node(label.To)
		storage := any(s.StorageMt)
		if math.IsInf(s.StorageMt, 1) {
			storage = nil
		}
		out.Append(r.Name, s.Name, orName(label.Title, s.Name), label.Kind,
			label.From, from.Title, from.X, from.Y, label.To, to.Title, to.X, to.Y,
			s.FreeFlowDays, s.CostUSDPerT, s.DistanceKm, storage,
			from.Latitude, from.Longitude, to.Latitude, to.Longitude)
	}
	return out
}

func (r Run) node(name string) tables.NodeLabel {
	if n, ok := r.Labels.Nodes[name]; ok {
		return n
	}
	nowhere := math.NaN()
	return tables.NodeLabel{Title: name, Latitude: nowhere, Longitude: nowhere, X: nowhere, Y: nowhere}
}

// routes writes the markets with the routes they choose from, and what those cost
// at the start.
func (r Run) routes(m *model.Model) *tables.Table {
	out := tables.New(tables.Routes)
	for _, t := range m.Terms() {
		market := &m.Corridor().Markets[t.Market]
		route := &market.Routes[t.Route]
		label := r.Labels.Markets[market.Name]
		segments := make([]string, len(route.Segments))
		for i, s := range route.Segments {
			segments[i] = m.Corridor().Segments[s].Name
		}
		share := route.Share
		if route.Later {
			share = 0
		}
		out.Append(r.Name, market.Name, orName(label.Title, market.Name),
			market.Cargo, orName(r.Labels.Cargo[market.Cargo].Title, market.Cargo), label.Scope,
			route.Name, route.Rival, strings.Join(segments, ">"), share,
			t.CostUSDPerT, t.Days, t.GeneralisedUSDPerT, via(m.Corridor(), route))
	}
	return out
}

// via is the name of the rival that a route goes by.
func via(c *model.Corridor, route *model.Route) string {
	if !route.Rival || len(c.Rivals) == 0 || route.Via < 0 {
		return ""
	}
	return c.Rivals[route.Via].Name
}

// rivals writes the ways outside the corridor that several markets can use.
func (r Run) rivals() *tables.Table {
	out := tables.New(tables.Rivals)
	for i := range r.Corridor.Rivals {
		name := r.Corridor.Rivals[i].Name
		label, known := r.Labels.Rivals[name]
		if !known {
			label.Latitude, label.Longitude = math.NaN(), math.NaN()
		}
		from := r.node(label.From)
		out.Append(r.Name, name, orName(label.Title, name), label.From, from.Latitude, from.Longitude, label.Latitude, label.Longitude)
	}
	return out
}

func orName(title, name string) string {
	if title == "" {
		return name
	}
	return title
}
