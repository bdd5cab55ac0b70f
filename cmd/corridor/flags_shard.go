package main

import (
	"fmt"
	"math"
	"os"
	"strings"
)

// shardFlag is a part of an ensemble, given as i/n, or as auto/n where a scheduler numbers its
// tasks.
type shardFlag struct {
	part, of uint64
	by       string // the variable of the environment that says which part; "" where the user does
}

func (s *shardFlag) String() string {
	if s.of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.part, s.of)
}

func (*shardFlag) Type() string { return "i/n" }

func (s *shardFlag) Set(text string) error {
	part, of, _ := strings.Cut(text, "/")
	n, err := readWhole(of)
	if err != nil || n < 1 || n > math.MaxUint32 {
		return errShard
	}
	if part == autoShard {
		i, by, err := scheduledPart(os.Getenv, n)
		*s = shardFlag{i, n, by}
		return err
	}
	i, err := readWhole(part)
	if err != nil || i < 1 || i > n {
		return errShard
	}
	*s = shardFlag{part: i, of: n}
	return nil
}

var errShard = fmt.Errorf("expected i/n with i from 1 to n, such as 2/8, or %s/n under a scheduler that numbers its tasks", autoShard)
