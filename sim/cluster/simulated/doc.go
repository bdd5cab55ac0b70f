// Package simulated is a cluster on paper: what a long ensemble takes on so many machines, and
// what holds it up.
//
// The entry point is [Case.Forecast]: a discrete-event simulation of the tasks of job arrays
// as corridor/sim/cluster gives them out, from the submission to the merged tally. A scheduler
// starts tasks, these read the program, compute chunks and write them to storage that all share, a
// coordinator looks at the queue, takes in what has come and gives out again what is lost, and
// merges the chunks at the end. Nodes, tasks and patience run out on the way. [Case.Holdups] takes
// one limit after the other away and says how much sooner it would be over.
//
// Everything is a function of the case, a seed and the number of the replication: the same
// chunk has the same luck whatever else is changed, so that cases compare.
//
// Times are in seconds and sizes in bytes. README.md has what follows for a thousand million
// futures from what was measured on one machine (measured.csv) and what is assumed (assumed.csv).
// It imports model/portable, sim/random and sim/stats.
package simulated
