package model

// marks are things, by number, that have changed and are to be looked at.
type marks struct {
	on   []bool
	list []int32
}

func newMarks(n int) marks { return marks{make([]bool, n), make([]int32, 0, n)} }

func (k *marks) add(i int) {
	if !k.on[i] {
		k.on[i] = true
		k.list = append(k.list, int32(i))
	}
}

// take returns what was marked and wipes the marks. The list is good until the next add.
func (k *marks) take() []int32 {
	for _, i := range k.list {
		k.on[i] = false
	}
	list := k.list
	k.list = k.list[:0]
	return list
}
