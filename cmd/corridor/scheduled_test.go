package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestScheduledPart: every scheduler's first and last task are the first and the last part,
// whichever tasks are submitted again, and what cannot be is refused.
func TestScheduledPart(t *testing.T) {
	for _, c := range []struct {
		env   map[string]string
		parts uint64
		part  uint64
		by    string
		says  string
	}{
		{map[string]string{"JOB_COMPLETION_INDEX": "0"}, 8, 1, "JOB_COMPLETION_INDEX", ""},
		{map[string]string{"JOB_COMPLETION_INDEX": "7"}, 8, 8, "JOB_COMPLETION_INDEX", ""},
		{map[string]string{"JOB_COMPLETION_INDEX": "8"}, 8, 0, "", `JOB_COMPLETION_INDEX is "8", expected from 0 to 7 for 8 parts: number the tasks of a Kubernetes Indexed Job so`},
		{map[string]string{"AWS_BATCH_JOB_ARRAY_INDEX": "2"}, 3, 3, "AWS_BATCH_JOB_ARRAY_INDEX", ""},
		// Of --array=3,6 Slurm's least and most say nothing of the parts.
		{map[string]string{"SLURM_ARRAY_TASK_ID": "6", "SLURM_ARRAY_TASK_MIN": "3", "SLURM_ARRAY_TASK_COUNT": "2"}, 8, 6, "SLURM_ARRAY_TASK_ID", ""},
		{map[string]string{"SLURM_ARRAY_TASK_ID": "0"}, 8, 0, "", `SLURM_ARRAY_TASK_ID is "0", expected from 1 to 8`},
		{map[string]string{"PBS_ARRAY_INDEX": "8"}, 8, 8, "PBS_ARRAY_INDEX", ""},
		{map[string]string{"LSB_JOBINDEX": "1"}, 8, 1, "LSB_JOBINDEX", ""},
		{map[string]string{"LSB_JOBINDEX": "0"}, 8, 0, "", "no scheduler says which part this is"},
		{map[string]string{"SGE_TASK_ID": "4"}, 4, 4, "SGE_TASK_ID", ""},
		{map[string]string{"SGE_TASK_ID": "undefined", "PARALLEL_SEQ": "2"}, 4, 2, "PARALLEL_SEQ", ""},
		{map[string]string{"SLURM_ARRAY_TASK_ID": "2", "PARALLEL_SEQ": "2"}, 4, 2, "SLURM_ARRAY_TASK_ID", ""},
		{map[string]string{"SLURM_ARRAY_TASK_ID": "2", "PARALLEL_SEQ": "3"}, 4, 0, "", "SLURM_ARRAY_TASK_ID says part 2, and PARALLEL_SEQ part 3: say which, as in 2/4"},
		{map[string]string{"JOB_COMPLETION_INDEX": "1", "PARALLEL_SEQ": "2"}, 4, 2, "JOB_COMPLETION_INDEX", ""},
		{map[string]string{"SLURM_ARRAY_TASK_ID": "-1"}, 4, 0, "", `is "-1", expected from 1 to 4`},
		{map[string]string{"SLURM_ARRAY_TASK_ID": "one"}, 4, 0, "", `is "one", expected from 1 to 4`},
		{map[string]string{"SLURM_ARRAY_TASK_ID": "18446744073709551616"}, 4, 0, "", "expected from 1 to 4"},
		{nil, 4, 0, "", "no scheduler says which part this is, by any of JOB_COMPLETION_INDEX, "},
	} {
		part, by, err := scheduledPart(func(name string) string { return c.env[name] }, c.parts)
		if c.says != "" {
			require.ErrorContains(t, err, c.says, c.env)
			continue
		}
		require.NoError(t, err, c.env)
		require.Equal(t, c.part, part, c.env)
		require.Equal(t, c.by, by, c.env)
	}
}

// TestShardFlag: a part is one of so many, or that which the environment says.
func TestShardFlag(t *testing.T) {
	for _, name := range schedulerVariables() {
		t.Setenv(name, "")
	}
	for _, text := range []string{"", "1", "0/2", "3/2", "1/0", "auto", "auto/0", "auto/", "auto/x", "1/4294967296", "-1/2", "Auto/2"} {
		require.ErrorIs(t, new(shardFlag).Set(text), errShard, text)
	}
	require.ErrorContains(t, new(shardFlag).Set("auto/8"), "no scheduler says")
	t.Setenv("JOB_COMPLETION_INDEX", "2")
	for text, want := range map[string]shardFlag{
		"2/8":    {2, 8, ""},
		"auto/8": {3, 8, "JOB_COMPLETION_INDEX"},
	} {
		var s shardFlag
		require.NoError(t, s.Set(text))
		require.Equal(t, want, s)
	}
}
