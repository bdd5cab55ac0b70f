package main

import (
	"fmt"
	"strings"
)

// autoShard stands for the part that a scheduler's number of a task says.
const autoShard = "auto"

// schedulers number the tasks of an array in a variable of the environment of each. Where the
// user chooses the numbers they are taken as those of the parts, whichever of them are submitted
// again.
var schedulers = []struct {
	variable, name string
	first          uint64 // that the first task has
	none           string // that a job has which is no array; "" for an empty variable
}{
	{"JOB_COMPLETION_INDEX", "a Kubernetes Indexed Job", 0, ""},
	{"AWS_BATCH_JOB_ARRAY_INDEX", "an array job of AWS Batch", 0, ""},
	{"SLURM_ARRAY_TASK_ID", "a job array of Slurm", 1, ""},
	{"PBS_ARRAY_INDEX", "an array job of PBS", 1, ""},
	{"LSB_JOBINDEX", "a job array of LSF", 1, "0"},
	{"SGE_TASK_ID", "an array job of Grid Engine", 1, "undefined"},
	{"PARALLEL_SEQ", "GNU parallel", 1, ""},
}

// scheduledPart returns which of so many parts the environment asks for, from 1, and the variable
// that says so. Variables that disagree are an error, as is an environment without any.
func scheduledPart(getenv func(string) string, parts uint64) (part uint64, by string, err error) {
	for _, s := range schedulers {
		text := getenv(s.variable)
		if text == "" || text == s.none {
			continue
		}
		last := s.first + parts - 1
		task, err := readWhole(text)
		if err != nil || task < s.first || task > last {
			return 0, "", fmt.Errorf("%s is %q, expected from %d to %d for %d parts: number the tasks of %s so", s.variable, text, s.first, last, parts, s.name)
		}
		here := task - s.first + 1
		switch {
		case by == "":
			part, by = here, s.variable
		case here != part:
			return 0, "", fmt.Errorf("%s says part %d, and %s part %d: say which, as in %d/%d", by, part, s.variable, here, part, parts)
		}
	}
	if by == "" {
		return 0, "", fmt.Errorf("no scheduler says which part this is, by any of %s: give its number, as in 1/%d", strings.Join(schedulerVariables(), ", "), parts)
	}
	return part, by, nil
}

func schedulerVariables() []string {
	var names []string
	for _, s := range schedulers {
		names = append(names, s.variable)
	}
	return names
}
