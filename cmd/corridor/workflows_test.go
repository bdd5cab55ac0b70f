package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

// workflow is what is looked at of a workflow of the host.
type workflow struct {
	On          any               `yaml:"on"`
	Permissions map[string]string `yaml:"permissions"`
	Jobs        map[string]struct {
		RunsOn  string `yaml:"runs-on"`
		Minutes int    `yaml:"timeout-minutes"`
		Steps   []struct {
			Uses string `yaml:"uses"`
			Run  string `yaml:"run"`
		} `yaml:"steps"`
	} `yaml:"jobs"`
}

// script is a command line of a script of the repository.
var script = regexp.MustCompile(`bash (\.ci/\S+)`)

// TestWorkflows: the host runs scripts that are there and can be run, actions of a version that is
// named, within a time, and may write where a release is made alone.
func TestWorkflows(t *testing.T) {
	found, err := filepath.Glob(filepath.Join(repository, ".github", "workflows", "*.yml"))
	require.NoError(t, err)
	calls := map[string][]string{}
	for _, file := range found {
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		var w workflow
		require.NoError(t, yaml.Unmarshal(content, &w), file)
		name := filepath.Base(file)
		require.NotEmpty(t, w.On, name)
		require.NotEmpty(t, w.Permissions, "%s: what is not named may be written", name)
		for what, may := range w.Permissions {
			require.True(t, may == "read" || name == "release.yml" && what == "contents", "%s: %s: %s", name, what, may)
		}
		require.NotEmpty(t, w.Jobs, name)
		for job, j := range w.Jobs {
			require.NotEmpty(t, j.RunsOn, "%s: %s", name, job)
			require.Positive(t, j.Minutes, "%s: %s", name, job)
			for _, step := range j.Steps {
				require.True(t, (step.Uses == "") != (step.Run == ""), "%s: a step either uses or runs", name)
				if step.Uses != "" {
					require.Regexp(t, `^[a-z-]+/[a-z-]+@v\d+(\.\d+)*$`, step.Uses)
				}
				for _, called := range script.FindAllStringSubmatch(step.Run, -1) {
					info, err := os.Stat(filepath.Join(repository, called[1]))
					require.NoError(t, err, "%s runs a script that is not there", name)
					require.NotZero(t, info.Mode()&0o100, "%s cannot be run", called[1])
					calls[name] = append(calls[name], called[1])
				}
			}
		}
	}
	require.Equal(t, map[string][]string{"ci.yml": {".ci/run"}, "release.yml": {".ci/release"}}, calls)
}

// TestScriptsOfChecks: what the checks call of their own scripts is there.
func TestScriptsOfChecks(t *testing.T) {
	for _, name := range []string{"run", "release", "windows/check", "cluster/check"} {
		content, err := os.ReadFile(filepath.Join(repository, ".ci", filepath.FromSlash(name)))
		require.NoError(t, err)
		require.True(t, strings.HasPrefix(string(content), "#!/usr/bin/env bash\n"))
		for _, file := range regexp.MustCompile(`\.ci/[a-z]+(?:/[a-z]+)*(?:\.[a-z]+)*`).FindAllString(string(content), -1) {
			_, err := os.Stat(filepath.Join(repository, filepath.FromSlash(file)))
			require.NoError(t, err, "%s speaks of %s", name, file)
		}
	}
}
