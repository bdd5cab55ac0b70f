// Package atlas has the coasts and borders of the region between Europe and China, and the
// projection that maps of it are drawn in. It imports nothing of ours. Project and Shapes are
// where to begin.
//
// Coasts and borders are those of Natural Earth 4.1 at 1:50 million (public domain,
// naturalearthdata.com), from countries-50m.json of the npm package world-atlas 2.0.2, cut to
// the region, projected and simplified:
//
//	go run ./plots/atlas/make package/countries-50m.json > shapes.bin
//
// A border between two countries is drawn as it is there. Where it would divide Crimea from
// Ukraine it is left out: a map of freight takes no side.
package atlas
