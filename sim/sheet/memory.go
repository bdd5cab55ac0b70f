package sheet

import (
	"fmt"
	"slices"
	"sync"
)

// Memory is a journal in memory, of chunks that follow those of another. Its methods are safe for
// concurrent use.
type Memory struct {
	Before interface { // nil for none
		Done(chunk uint64) bool
		Read(chunk uint64) ([]byte, error)
	}

	mutex  sync.Mutex
	chunks map[uint64][]byte
}

// Own returns a chunk that was appended here.
func (m *Memory) Own(chunk uint64) (payload []byte, ok bool) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	payload, ok = m.chunks[chunk]
	return payload, ok
}

// Len returns how many chunks were appended here.
func (m *Memory) Len() int {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return len(m.chunks)
}

// Done reports whether there is a chunk, here or before.
func (m *Memory) Done(chunk uint64) bool {
	_, own := m.Own(chunk)
	return own || m.Before != nil && m.Before.Done(chunk)
}

// Read returns the payload of a chunk.
func (m *Memory) Read(chunk uint64) ([]byte, error) {
	if payload, own := m.Own(chunk); own {
		return payload, nil
	}
	if m.Before == nil {
		return nil, fmt.Errorf("there is no chunk %d", chunk)
	}
	return m.Before.Read(chunk)
}

// Append adds a chunk.
func (m *Memory) Append(chunk uint64, payload []byte) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.chunks == nil {
		m.chunks = map[uint64][]byte{}
	}
	m.chunks[chunk] = slices.Clone(payload)
	return nil
}
