package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

const clusterFiles = ".github/cluster"

// published returns the schema that Kubernetes publishes of a kind of object. A field that it does
// not name is an error, as of kubectl with strict validation.
func published(t *testing.T, name string) *form {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "kubernetes", "v1.33.4.json"))
	require.NoError(t, err)
	var file struct{ Schemas map[string]map[string]any }
	require.NoError(t, json.Unmarshal(text, &file))
	var resolved func(any) any
	resolved = func(v any) any {
		switch v := v.(type) {
		case []any:
			list := make([]any, len(v))
			for i := range v {
				list[i] = resolved(v[i])
			}
			return list
		case map[string]any:
			if all, is := v["allOf"].([]any); is {
				require.Len(t, all, 1)
				return resolved(all[0])
			}
			if ref, is := v["$ref"].(string); is {
				of := file.Schemas[strings.TrimPrefix(ref, "#/components/schemas/")]
				require.NotNil(t, of, ref)
				return resolved(of)
			}
			out := map[string]any{}
			for key, inner := range v {
				if key == "oneOf" {
					key = "anyOf"
				}
				out[key] = resolved(inner)
			}
			if v["type"] == "object" && v["additionalProperties"] == nil {
				out["additionalProperties"] = false
			}
			return out
		}
		return v
	}
	text, err = json.Marshal(resolved(map[string]any{"$ref": name}))
	require.NoError(t, err)
	var f form
	require.NoError(t, json.Unmarshal(text, &f))
	return &f
}

// kubernetesObjects reads the objects of the manifest.
func kubernetesObjects(t *testing.T) (objects []map[string]any) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(repository, filepath.FromSlash(clusterFiles), "kubernetes.yaml"))
	require.NoError(t, err)
	d := yaml.NewDecoder(bytes.NewReader(text))
	for {
		var v any
		if err := d.Decode(&v); err == io.EOF {
			return objects
		} else {
			require.NoError(t, err)
		}
		plain, err := json.Marshal(v)
		require.NoError(t, err)
		var o map[string]any
		require.NoError(t, json.Unmarshal(plain, &o))
		objects = append(objects, o)
	}
}

// TestKubernetesManifest: the manifest is what Kubernetes publishes of its objects, and what is
// changed in it is noticed.
func TestKubernetesManifest(t *testing.T) {
	objects := kubernetesObjects(t)
	var kinds []string
	for _, o := range objects {
		kinds = append(kinds, fmt.Sprintf("%s %s", o["apiVersion"], o["kind"]))
	}
	require.Equal(t, []string{"v1 PersistentVolumeClaim", "batch/v1 Job", "batch/v1 Job"}, kinds)
	claim, job := published(t, "io.k8s.api.core.v1.PersistentVolumeClaim"), published(t, "io.k8s.api.batch.v1.Job")
	require.NoError(t, claim.check("claim", objects[0]))
	for _, o := range objects[1:] {
		require.NoError(t, job.check("job", o))
	}
	spec := objects[1]["spec"].(map[string]any)
	spec["completion"] = spec["completions"]
	require.ErrorContains(t, job.check("job", objects[1]), "job.spec has completion, which the schema does not know")
	delete(spec, "completion")
	spec["parallelism"] = "eight"
	require.ErrorContains(t, job.check("job", objects[1]), "job.spec.parallelism is eight, expected [integer]")
	spec["parallelism"] = 8.0
	delete(spec, "template")
	require.ErrorContains(t, job.check("job", objects[1]), "job.spec has no template")
}

// container is the only one of a Job, and where it works.
func container(t *testing.T, job map[string]any) (args []string) {
	t.Helper()
	pod := job["spec"].(map[string]any)["template"].(map[string]any)["spec"].(map[string]any)
	require.Equal(t, "Never", pod["restartPolicy"], "without it there is no backoffLimitPerIndex and no podFailurePolicy")
	containers := pod["containers"].([]any)
	require.Len(t, containers, 1)
	c := containers[0].(map[string]any)
	rules := job["spec"].(map[string]any)["podFailurePolicy"].(map[string]any)["rules"].([]any)
	require.Equal(t, c["name"], rules[0].(map[string]any)["onExitCodes"].(map[string]any)["containerName"])
	require.Equal(t, []any{float64(exitUsage), float64(exitInvalid)}, rules[0].(map[string]any)["onExitCodes"].(map[string]any)["values"])
	for _, arg := range c["args"].([]any) {
		args = append(args, arg.(string))
	}
	return args
}

// TestKubernetesJobs: the commands of the Jobs, run for every index with fewer draws, one of them
// twice, give the bytes of one machine.
func TestKubernetesJobs(t *testing.T) {
	objects := kubernetesObjects(t)
	spec := objects[1]["spec"].(map[string]any)
	require.Equal(t, "Indexed", spec["completionMode"])
	part, merge := container(t, objects[1]), container(t, objects[2])
	require.Contains(t, part, fmt.Sprintf("auto/%v", spec["completions"]))
	draws := slices.Index(part, "--draws") + 1
	require.Positive(t, draws)
	part[draws] = "2000"

	t.Chdir(t.TempDir())
	for _, name := range schedulerVariables() {
		t.Setenv(name, "")
	}
	for index := range int(spec["completions"].(float64)) {
		t.Setenv("JOB_COMPLETION_INDEX", fmt.Sprint(index))
		succeeds(t, append(part, "--charts", "none")...)
	}
	succeeds(t, append(part, "--charts", "none")...)
	succeeds(t, append(merge, "--charts", "none")...)
	var whole []string
	for i, arg := range part {
		if arg != "--shard" && (i == 0 || part[i-1] != "--shard") {
			whole = append(whole, arg)
		}
	}
	succeeds(t, append(whole, "--charts", "none", "--out", "whole")...)
	require.Equal(t, contents(t, "whole"), contents(t, "out/reference-ensemble"))
}

// TestClusterFilesAreShown: the documentation shows the files whole.
func TestClusterFilesAreShown(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(repository, "sim", "README.md"))
	require.NoError(t, err)
	for name, language := range map[string]string{"kubernetes.yaml": "yaml", "Containerfile": "dockerfile"} {
		text, err := os.ReadFile(filepath.Join(repository, filepath.FromSlash(clusterFiles), name))
		require.NoError(t, err)
		require.Contains(t, string(page), "```"+language+"\n"+string(text)+"```\n", name)
	}
}
