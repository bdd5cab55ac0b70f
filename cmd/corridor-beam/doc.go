// Command corridor-beam has the chunks of a run computed by Apache Beam
// (https://beam.apache.org): on Prism, or on a runner with a job service. It is a module of its own, so that corridor itself needs none
// of Beam.
//
//	corridor-beam [flags] ensemble|calibrate|appraise SCENARIO
//
// A stage of the run is a pipeline. Its input are tasks, each a few numbers of chunks; a
// function computes them ([corridor/sim/runs.Perform]); what came is grouped by chunk, held
// to be the same where a chunk was computed more than once, and written to a file on a
// filesystem of Beam. When the pipeline is done the run takes the files in, one at a time, as
// if it had computed them itself: so the results are those of corridor on one machine.
package main
