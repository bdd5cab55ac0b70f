package main

import (
	"fmt"
	"math"
	"strings"
)

// shardFlag is a part of an ensemble, given as i/n.
type shardFlag struct{ part, of uint64 }

func (s *shardFlag) String() string {
	if s.of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.part, s.of)
}

func (*shardFlag) Type() string { return "i/n" }

func (s *shardFlag) Set(text string) error {
	part, of, _ := strings.Cut(text, "/")
	i, err := readWhole(part)
	n, err2 := readWhole(of)
	if err != nil || err2 != nil || i < 1 || i > n || n > math.MaxUint32 {
		return fmt.Errorf("expected i/n with i from 1 to n, such as 2/8")
	}
	*s = shardFlag{i, n}
	return nil
}
