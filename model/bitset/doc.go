// Package bitset holds sets of small numbers, a bit for each, such as the things that have
// changed and are to be looked at. A set is a slice, so that many can lie in one array
// and be cleared in one go; libraries that would do the same keep one object for each.
// It imports nothing of ours. Set is where to begin.
package bitset
