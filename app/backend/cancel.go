package backend

import (
	"errors"
	"sync"
)

// cancel ends what runs in goroutines of its own, once. It is what package context is for,
// but a context can tell a time, and with that every way to write and read a time of day
// would be linked into the backend.
type cancel struct {
	done chan struct{} // closed at the end
	once sync.Once
}

// errCanceled is what waiting gives that was ended by a cancel.
var errCanceled = errors.New("canceled")

// newCancel ends with its parent too; nil is none.
func newCancel(parent *cancel) *cancel {
	c := &cancel{done: make(chan struct{})}
	if parent != nil {
		go func() {
			select {
			case <-parent.done:
				c.end()
			case <-c.done:
			}
		}()
	}
	return c
}

func (c *cancel) end() { c.once.Do(func() { close(c.done) }) }

func (c *cancel) ended() bool {
	select {
	case <-c.done:
		return true
	default:
		return false
	}
}
