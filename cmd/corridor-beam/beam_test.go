package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// asProgram makes this program, as a child of the tests, be corridor-beam.
const asProgram = "CORRIDOR_TEST_BEAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func succeeds(t *testing.T, dir string, args ...string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, args...)
	c.Dir, c.Env = dir, append(os.Environ(), asProgram+"=1")
	if text, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, text)
	}
}

// here does the same without Beam.
func here(t *testing.T, dir string, o options, args ...string) {
	t.Helper()
	t.Chdir(dir)
	o.here = true
	if err := o.do(context.Background(), io.Discard, os.Stderr, args); err != nil {
		t.Fatal(err)
	}
}

// sameFiles fails where two directories differ.
func sameFiles(t *testing.T, a, b string) {
	t.Helper()
	list, err := os.ReadDir(a)
	if err != nil || len(list) == 0 {
		t.Fatal(a, err)
	}
	other, err := os.ReadDir(b)
	if err != nil || len(other) != len(list) {
		t.Fatal(b, err, len(list), len(other))
	}
	for _, f := range list {
		x, err := os.ReadFile(filepath.Join(a, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if y, err := os.ReadFile(filepath.Join(b, f.Name())); err != nil || string(x) != string(y) {
			t.Errorf("%s differs (%v)", f.Name(), err)
		}
	}
}

// TestPrism: pipelines on Prism, in this process, give the bytes of corridor, in one stage and in
// many.
func TestPrism(t *testing.T) {
	for _, c := range []struct {
		name string
		o    options
		args []string
	}{
		{"ensemble", options{draws: 600, seed: 7, design: "monte-carlo"}, []string{"--draws=600", "--seed=7", "--tasks=2"}},
		{"kept", options{draws: 600, seed: 7, design: "sobol", keep: true}, []string{"--draws=600", "--seed=7", "--design=sobol", "--keep"}},
		{"calibrate", options{points: 64, rows: 8}, []string{"--points=64", "--rows=8"}},
		{"appraise", options{draws: 10}, []string{"--draws=10"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			command := c.name
			if c.name == "kept" {
				command = "ensemble"
			}
			succeeds(t, dir, append(c.args, "--out=beam", command, "reference")...)
			c.o.out = "one"
			here(t, dir, c.o, command, "reference")
			sameFiles(t, filepath.Join(dir, "one"), filepath.Join(dir, "beam"))
			for _, left := range []string{"beam.tasks", "beam.journal"} {
				if _, err := os.Stat(filepath.Join(dir, left)); err == nil {
					t.Errorf("%s is left", left)
				}
			}
		})
	}
}

// TestJobService: the same on Prism as a service of its own, by the portable job API that
// other runners have too.
func TestJobService(t *testing.T) {
	dir := t.TempDir()
	prism := filepath.Join(dir, "prism")
	if text, err := exec.Command("go", "build", "-o", prism, "github.com/apache/beam/sdks/v2/go/cmd/prism").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	service := exec.Command(prism, fmt.Sprintf("--job_port=%d", port), "--serve_http=false")
	if err := service.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		service.Process.Kill()
		service.Wait()
	}()
	endpoint := fmt.Sprintf("127.0.0.1:%d", port)
	for begun := time.Now(); ; time.Sleep(50 * time.Millisecond) {
		if c, err := net.Dial("tcp", endpoint); err == nil {
			c.Close()
			break
		}
		if time.Since(begun) > 30*time.Second {
			t.Fatal("the service does not answer")
		}
	}
	succeeds(t, dir, "--runner=universal", "--endpoint="+endpoint, "--environment_type=LOOPBACK", "--draws=600", "--seed=7", "--out=beam", "ensemble", "reference")
	here(t, dir, options{draws: 600, seed: 7, design: "monte-carlo", out: "one"}, "ensemble", "reference")
	sameFiles(t, filepath.Join(dir, "one"), filepath.Join(dir, "beam"))
}

// TestKeep: a chunk that was computed twice counts once, and two results of it are an error.
func TestKeep(t *testing.T) {
	ctx := context.Background()
	k := &Keep{Files: "memfs://chunks"}
	of := func(payloads ...string) func(*[]byte) bool {
		return func(p *[]byte) bool {
			if len(payloads) == 0 {
				return false
			}
			*p, payloads = []byte(payloads[0]), payloads[1:]
			return true
		}
	}
	if err := k.ProcessElement(ctx, 3, of("a", "a")); err != nil {
		t.Fatal(err)
	}
	if err := k.ProcessElement(ctx, 4, of("a", "b")); err == nil || !strings.Contains(err.Error(), "chunk 4 came out in two ways") {
		t.Fatal(err)
	}
	fs, err := filesystem.New(ctx, k.Files)
	if err != nil {
		t.Fatal(err)
	}
	came := ""
	keep := func(chunk uint64, payload []byte) error {
		came += fmt.Sprint(chunk, string(payload))
		return nil
	}
	if err := take(ctx, fs, k.Files, 3, keep); err != nil || came != "3a" {
		t.Fatal(err, came)
	}
	if err := take(ctx, fs, k.Files, 3, keep); err == nil {
		t.Fatal("it is still there")
	}
	if err := filesystem.Write(ctx, fs, chunkFile(k.Files, 5), append(sealed([]byte("x")), 'y')); err != nil {
		t.Fatal(err)
	}
	if err := take(ctx, fs, k.Files, 5, keep); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Fatal(err)
	}
}

// TestTasks deals out chunks.
func TestTasks(t *testing.T) {
	got := (&Beam{Tasks: 2}).tasks([]uint64{1, 4, 9})
	if fmt.Sprint(got) != "[{[1 9]} {[4]}]" {
		t.Fatal(got)
	}
}
