// Package cluster has the chunks of a run computed by the machines of a cluster.
//
// A run asks a [Cluster] to compute [Work]: chunks that are pure functions of a question and
// their number. [Slurm] shares them out as tasks of job arrays, follows the queue, gives out
// again what is lost, and hands every finished chunk to the run, which keeps it in its journal
// and goes on as if it had computed it itself: so the results are those of one machine.
//
// # The directory
//
// All that passes between the run and its tasks are files in one directory beside the
// journal, which every machine must see:
//
//	question.json       what is asked, as the manifest of the results has it
//	name                of the jobs
//	corridor            the program, so that all tasks are of the same
//	0001/batch.json     the chunks of each task of a job array
//	0001/script         as it was submitted
//	0001/part-7-0.journal  what task 7 has finished in its first run; a task that the
//	                    scheduler starts again begins another file
//	0001/task-7.log     what the task printed
//	0001/failed-7       why the task will never succeed
//
// No two processes write the same file, and a finished chunk is a record of a journal, whole
// or not there ([corridor/sim/journal]): so a task may be killed at any moment, run twice, or
// outlive the run that submitted it. It imports sim/disk, sim/journal and sim/shell.
package cluster
