package reader

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"rebound/app/backup"
	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/sample"
	"rebound/engine/story"
	"rebound/engine/watch"
	"rebound/engine/watch/fitfile"
)

// restore opens a backup.
func (r *Reader) restore(c intake.Call, blob func(intake.File) watch.Blob) {
	if len(c.Files) != 1 {
		r.fail(misheard)
		return
	}
	in := input{blob(c.Files[0]), passing{r: r}}
	b, err := backup.Read(&in, in.Size(), r.working)
	if err != nil {
		r.fail(refusal(err))
		return
	}
	var parts [][]byte
	for _, row := range b.Rows {
		r.working()
		files, err := diary.Unpack(row)
		if err != nil {
			panic(err) // packed a moment ago
		}
		load.SummariseAll(files)
		parts = append(parts, row, diary.PackLight(files))
	}
	r.answer(intake.Backup{Made: b.Made.Unix(), App: b.App, Settings: b.Settings, Left: b.Left}, parts...)
}

// working is a sign of life, so that a slow device's work on many years does not
// pass for a reader that hangs.
func (r *Reader) working() { r.host.Alive(0) }

// signEvery is after how many bytes there is another.
const signEvery = 64 << 10

// passing gives signs of life by the bytes that pass.
type passing struct {
	r   *Reader
	n   int
	all int64 // of the file that is read
}

func (p *passing) pass(n int) {
	p.all += int64(n)
	if p.n += n; p.n >= signEvery || n == 0 { // 0: of another file, for this one's sake
		p.n = 0
		p.r.host.Alive(p.all)
	}
}

type input struct {
	watch.Blob
	passing
}

func (i *input) ReadAt(p []byte, off int64) (int, error) {
	i.pass(len(p))
	return i.Blob.ReadAt(p, off)
}

type output struct {
	bytes.Buffer
	passing
}

func (o *output) Write(p []byte) (int, error) {
	o.pass(len(p))
	return o.Buffer.Write(p)
}

// refusal is why a backup could not be read.
func refusal(err error) *wire.Problem {
	var p *wire.Problem
	if errors.As(err, &p) {
		return p
	}
	return backup.ErrDamaged
}

// pack makes the file that *Back up* saves. A row that is damaged stays out of it,
// and is named: the backend may not know, since it opened no more than its brief.
func (r *Reader) pack(c intake.Call) {
	var b intake.Backup
	if json.Unmarshal(c.Head, &b) != nil {
		r.fail(misheard)
		return
	}
	out := output{passing: passing{r: r}}
	without, err := backup.Write(&out, backup.Head{Made: time.Unix(b.Made, 0), App: b.App, Settings: b.Settings}, c.Parts, r.working)
	if err != nil {
		panic(err) // memory takes all that is written
	}
	r.answer(without, out.Bytes())
}

// workouts makes the files that a watch takes.
func (r *Reader) workouts(c intake.Call) {
	var list intake.WorkoutFiles
	if json.Unmarshal(c.Head, &list) != nil || len(list.Files) == 0 {
		r.fail(misheard)
		return
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, w := range list.Files {
		data, err := fitfile.EncodeWorkout(w.Workout)
		if err != nil {
			panic(err)
		}
		if !list.Zip {
			r.answer(nil, data)
			return
		}
		f, err := z.CreateHeader(&zip.FileHeader{Name: w.Name, Method: zip.Deflate, Modified: time.Now()})
		if err == nil {
			_, err = f.Write(data)
		}
		if err != nil {
			panic(err) // memory takes all that is written
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	r.answer(nil, out.Bytes())
}

// story writes a day as a story of the engine's.
func (r *Reader) story(c intake.Call) {
	var a intake.StoryArg
	if json.Unmarshal(c.Head, &a) != nil || len(c.Parts) != 1 {
		r.fail(misheard)
		return
	}
	files, err := diary.UnpackLight(c.Parts[0])
	if err != nil {
		panic(err) // packed a moment ago
	}
	for f := range files.All() {
		a.Files = append(a.Files, *f)
	}
	r.answer(nil, story.Write(a.Day, a.By))
}

// sample makes the sample runner's diary.
func (r *Reader) sample(c intake.Call) {
	var a intake.SampleArg
	if json.Unmarshal(c.Head, &a) != nil {
		r.fail(misheard)
		return
	}
	files := sample.Files(a.Today)
	files = append(files, sample.Reported(a.Today, files))
	var parts [][]byte
	for some := range slices.Chunk(files, backup.RowFiles) {
		r.working()
		parts = append(parts, rows(some)...)
	}
	r.answer(nil, parts...)
}
