//go:build unix

package journal

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// childPath names, in the environment, the journal to which this program appends
// until it is killed.
const childPath = "JOURNAL_TEST_PATH"

func TestMain(m *testing.M) {
	if path := os.Getenv(childPath); path != "" {
		appendForever(path)
	}
	os.Exit(m.Run())
}

func killHeader() Header {
	h := exampleHeader()
	h.Draws, h.Chunk = 1<<40, 1
	return h
}

// killPayload is long enough for a kill to fall into a write at times.
func killPayload(chunk uint64) []byte {
	b := make([]byte, 1+chunk*7919%200_000)
	for i := range b {
		b[i] = byte(uint64(i)*chunk + chunk)
	}
	return b
}

func appendForever(path string) {
	j, err := Open(path, killHeader())
	for chunk := uint64(0); err == nil; chunk++ {
		if !j.Done(chunk) {
			if err = j.Append(chunk, killPayload(chunk)); err == nil {
				fmt.Println(chunk)
			}
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// Killed at any moment, a process loses no chunk that Append took.
func TestKilled(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "journal")
	r := rand.New(rand.NewPCG(rand.Uint64(), 1))
	taken := make(map[uint64]bool)
	for round := range 12 {
		child := exec.Command(program)
		child.Env = append(os.Environ(), childPath+"="+path)
		child.Stderr = os.Stderr
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		kill := func() {
			time.AfterFunc(time.Duration(r.IntN(60_000))*time.Microsecond, func() { child.Process.Kill() })
		}
		begun := round%2 == 0 // in every other round it is killed only once it has taken a chunk
		if begun {
			kill()
		}
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if !begun {
				begun = true
				kill()
			}
			chunk, err := strconv.ParseUint(lines.Text(), 10, 64)
			if err == nil { // the last line may be cut short, but the number is then one taken before
				taken[chunk] = true
			}
		}
		child.Wait()
		if child.ProcessState.ExitCode() == 1 {
			t.Fatal("the child gave up")
		}

		j, err := Open(path, killHeader())
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d chunks taken, %d there, %d bytes torn", len(taken), len(j.offsets), j.Cut())
		for chunk := range taken {
			if !j.Done(chunk) {
				t.Fatalf("chunk %d is lost", chunk)
			}
		}
		for r, err := range j.Records() {
			if err != nil {
				t.Fatal(err)
			}
			if string(r.Payload) != string(killPayload(r.Chunk)) {
				t.Fatalf("chunk %d came back otherwise", r.Chunk)
			}
		}
		j.Close()
	}
	if len(taken) == 0 {
		t.Error("no chunk was taken")
	}
}
