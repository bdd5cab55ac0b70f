// Package disk makes changes that last: what it has written survives the program and
// a power cut. The entry points are [Replace] and [Create] for single files; sim/rundir
// and sim/journal build on the others. It imports no other package of ours.
//
// It follows Pillai et al. 2014 (OSDI, 433–448): a file is synced before it is renamed
// into its place, and the directory after.
//
// Files are created exclusively, under names that cannot be foreseen, so that nothing
// is ever written through a link that somebody put in the way. Locks belong to the
// process: they end with it, however it ends.
package disk
