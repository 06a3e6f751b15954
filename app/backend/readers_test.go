package backend

import (
	"sync"
	"time"

	"rebound/app/intake"
	"rebound/app/reader"
	"rebound/engine/watch"
)

// local is a reader on a goroutine of its own, in the place of a worker.
type local struct {
	calls   chan intake.Call
	answers chan intake.Answer
	over    chan struct{}
	end     func()

	mu     sync.Mutex
	at     int
	passed int64
}

// startLocal starts a reader.
func startLocal() (Reader, error) { return startDoomed(func(string, int) bool { return false }) }

// startDoomed starts a reader that dies before it comes to a file of which die
// says so: by the call and the number that the reader gives it.
func startDoomed(die func(op string, n int) bool) (Reader, error) {
	l := &local{calls: make(chan intake.Call, 1000), answers: make(chan intake.Answer, 1000), over: make(chan struct{}), at: -1}
	l.end = sync.OnceFunc(func() { close(l.over) })
	go l.run(die)
	return l, nil
}

// dead unwinds a reader that died.
type dead struct{}

func (l *local) run(die func(op string, n int) bool) {
	defer close(l.answers)
	defer func() {
		if p := recover(); p != nil && p != (dead{}) {
			panic(p)
		}
	}()
	op := ""
	alive := func() {
		select {
		case <-l.over:
			panic(dead{})
		default:
		}
	}
	doomed := false
	r := reader.New(reader.Host{
		Answer: func(a intake.Answer) {
			alive()
			if doomed {
				panic(dead{}) // the panic below was caught on its way
			}
			if a.Last {
				l.set(-1)
			}
			l.answers <- a
		},
		At: func(n int) {
			alive()
			l.set(n)
			if die(op, n) {
				doomed = true
				panic(dead{})
			}
		},
		Alive: func(passed int64) {
			alive()
			l.mu.Lock()
			defer l.mu.Unlock()
			l.passed = passed
		},
	})
	for {
		select {
		case <-l.over:
			return
		case c := <-l.calls:
			op = c.Op
			r.Handle(c, func(f intake.File) watch.Blob { return f.Handle.(watch.Blob) })
		}
	}
}

func (l *local) set(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.at, l.passed = n, 0
}

func (l *local) Call(c intake.Call)            { l.calls <- c }
func (l *local) Answers() <-chan intake.Answer { return l.answers }
func (l *local) Stop()                         { l.end() }
func (l *local) At() (int, time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.at, 0
}
func (l *local) Passed() int64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.passed
}
