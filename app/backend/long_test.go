package backend

import (
	"testing"
	"testing/synctest"
	"time"

	"rebound/app/intake"
	"rebound/app/wire"
)

// slow is a reader that takes its time over one file.
type slow struct {
	answers chan intake.Answer
	began   time.Time
	takes   time.Duration
	size    int64
}

func (s *slow) Call(c intake.Call) {
	s.began = time.Now()
	time.AfterFunc(s.takes, func() { s.answers <- intake.Answer{Head: []byte(`{"known":[0]}`), Last: true} })
}
func (s *slow) Answers() <-chan intake.Answer { return s.answers }
func (s *slow) At() (int, time.Duration)      { return 0, 0 }
func (s *slow) Stop()                         {}
func (s *slow) Passed() int64 {
	return int64(time.Since(s.began).Seconds() / s.takes.Seconds() * float64(s.size))
}

// How far a reader is in a long file is told while it reads, and counts for the time
// that is left; of a small one nothing is told.
func TestLongFile(t *testing.T) {
	for size, want := range map[int64]int{300 << 20: 9, 1 << 20: 0} {
		synctest.Test(t, func(t *testing.T) {
			var seen []wire.Progress
			im := &importer{weight: size, began: time.Now(), inside: map[string]int64{}, tell: func(o outcome) { seen = append(seen, o.progress) }}
			p := &pool{cancel: newCancel(nil)}
			waiting, results := make(chan *order, 1), make(chan result, 20)
			waiting <- &order{files: []intake.Listed{{Path: "export.xml", Weight: size}}}
			close(waiting)
			if _, err := p.serve(&slow{answers: make(chan intake.Answer, 1), takes: 9500 * time.Millisecond, size: size}, waiting, results); err != nil {
				t.Fatal(err)
			}
			close(results)
			for some := range together(results) {
				if l := some[0].long; l != nil {
					if len(some) > 1 {
						t.Error("it is committed with something")
					}
					im.within(l)
				}
			}
			if len(seen) != want {
				t.Fatalf("%d MB: heard of %d times, want %d", size>>20, len(seen), want)
			}
			for i, p := range seen {
				share := float64(i+1) / 9.5
				if p.Now != "export.xml" || p.Size != size || p.Share < share-.01 || p.Share > share+.01 || p.Done != 0 {
					t.Errorf("after %d s: %+v", i+1, p)
				}
			}
		})
	}
}

// While one reader is in a long file another brings small ones: the bar never goes back
// for them.
func TestBesideLongFile(t *testing.T) {
	var seen []wire.Progress
	im := &importer{book: new(book), weight: 100, began: time.Now(), inside: map[string]int64{}, tell: func(o outcome) { seen = append(seen, o.progress) }}
	brings := func(path string, weight int64) {
		t.Helper()
		if err := im.commit([]result{{order: &order{files: []intake.Listed{{Path: path, Weight: weight}}, weight: weight}}}); err != nil {
			t.Fatal(err)
		}
	}
	im.within(&long{path: "export.xml", passed: 20, size: 50})
	brings("1.gpx", 10)
	im.within(&long{path: "export.xml", passed: 40, size: 50})
	brings("2.gpx", 10)
	brings("export.xml", 50)
	brings("3.gpx", 30)
	for i, want := range []struct {
		share float64
		size  int64
	}{{.2, 50}, {.3, 50}, {.5, 50}, {.6, 50}, {.7, 0}, {1, 0}} {
		if p := seen[i]; p.Share != want.share || p.Size != want.size {
			t.Errorf("after %d: %.2f read, in a file of %d; want %.2f, %d", i, p.Share, p.Size, want.share, want.size)
		}
	}
}

// A file that nothing of is left to read takes no time.
func TestLongFileReadTwice(t *testing.T) {
	o := &order{files: []intake.Listed{{Weight: longFile}}}
	s := &slow{began: time.Now().Add(-time.Minute), takes: time.Second, size: longFile}
	if l := o.within(s); l == nil || l.passed != l.size {
		t.Errorf("%+v", l)
	}
}

// scanned is a slow reader whose look into the files takes as long.
type scanned struct{ slow }

func (s *scanned) Call(c intake.Call) {
	if c.Op == intake.Open {
		s.answers <- intake.Answer{Last: true}
		return
	}
	s.began = time.Now()
	time.AfterFunc(s.takes, func() { s.answers <- intake.Answer{Head: []byte(`{}`), Parts: [][]byte{nil}, Last: true} })
}

// A look into gigabytes of which nothing has been found yet is told too, and Cancel ends
// it at once.
func TestLongLook(t *testing.T) {
	const size = 5 << 30
	files := []intake.File{{Path: "big.zip", Size: size}}
	look := func(t *testing.T, p *pool, seen *[]wire.Progress) error {
		im := &importer{tell: func(o outcome) { *seen = append(*seen, o.progress) }}
		p.open = intake.Call{Op: intake.Open, Files: files}
		p.start = func() (Reader, error) {
			return &scanned{slow{answers: make(chan intake.Answer, 1), takes: 9500 * time.Millisecond, size: size}}, nil
		}
		_, err := p.scan(&im.queue, func() {}, im.looking)
		return err
	}
	synctest.Test(t, func(t *testing.T) {
		var seen []wire.Progress
		if err := look(t, &pool{cancel: newCancel(nil)}, &seen); err != nil || len(seen) != 9 {
			t.Fatalf("heard of %d times, %v", len(seen), err)
		}
		for i, p := range seen {
			if passed := float64(i+1) / 9.5 * size; p.Now != "big.zip" || p.Size != size || float64(p.Passed) < .99*passed || float64(p.Passed) > 1.01*passed {
				t.Errorf("after %d s: %+v", i+1, p)
			}
		}
	})
	synctest.Test(t, func(t *testing.T) {
		soon := newCancel(nil)
		time.AfterFunc(2500*time.Millisecond, soon.end)
		var seen []wire.Progress
		began := time.Now()
		if err := look(t, &pool{cancel: soon}, &seen); err == nil || time.Since(began) > 2500*time.Millisecond {
			t.Errorf("it ended after %v, %v", time.Since(began), err)
		}
	})
}
