package cluster

import (
	"fmt"
	"path/filepath"
	"strings"

	"corridor/sim/shell"
)

// script is the job array of a batch.
func (c *Slurm) script(name, dir string, tasks int) string {
	var b strings.Builder
	b.WriteString("#!/bin/sh\n")
	c.option(&b, "--job-name="+name)
	c.option(&b, fmt.Sprintf("--array=0-%d", tasks-1))
	c.option(&b, "--output="+unpatterned(logFile(dir, "\x00")))
	c.option(&b, "--requeue")
	c.resources(&b)
	fmt.Fprintf(&b, "exec %s task %s \"$SLURM_ARRAY_TASK_ID\"\n", shell.Quoted(filepath.Join(filepath.Dir(dir), programFile)), shell.Quoted(dir))
	return strings.Replace(b.String(), "\x00", "%a", 1)
}

// goOn is the job that goes on with the run of a directory when others have ended.
func (c *Slurm) goOn(name, dir, here string, after []string) string {
	var b strings.Builder
	b.WriteString("#!/bin/sh\n")
	c.option(&b, "--job-name="+name)
	c.option(&b, "--dependency=afterany:"+strings.Join(after, ":"))
	c.option(&b, "--output="+unpatterned(logOf(dir)))
	c.option(&b, "--open-mode=append")
	c.resources(&b)
	words := []string{shell.Quoted(filepath.Join(dir, programFile))}
	for _, word := range c.GoOn {
		words = append(words, shell.Quoted(word))
	}
	fmt.Fprintf(&b, "cd %s && exec %s\n", shell.Quoted(here), strings.Join(words, " "))
	return b.String()
}

// logOf is where a run that goes on by itself prints.
func logOf(dir string) string { return strings.TrimSuffix(dir, filepath.Ext(dir)) + ".log" }

func (c *Slurm) resources(b *strings.Builder) {
	c.option(b, "--ntasks=1")
	c.option(b, fmt.Sprintf("--cpus-per-task=%d", c.Workers))
	for _, option := range c.Options {
		c.option(b, option)
	}
}

func (c *Slurm) option(b *strings.Builder, option string) {
	key, value, has := strings.Cut(option, "=")
	if has && strings.ContainsAny(value, " \t\"'#\\") {
		value = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
	}
	b.WriteString("#SBATCH " + key)
	if has {
		b.WriteString("=" + value)
	}
	b.WriteByte('\n')
}

// unpatterned writes a file name so that Slurm replaces nothing in it.
func unpatterned(file string) string { return strings.ReplaceAll(file, "%", "%%") }
