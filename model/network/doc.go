// Package network finds ways through a network and splits traffic among them:
// the k cheapest paths, and the shares that the logit gives ways nobody counted apart.
// It imports portable alone, and knows links and costs, no cargo and no years.
// ShortestPaths is where to begin.
package network
