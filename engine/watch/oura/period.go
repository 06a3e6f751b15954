package oura

import (
	"rebound/engine/diary"
	"rebound/engine/watch/source"
)

// period is one sleep, and what was measured in it.
type period struct {
	diary.Night
	zoned           bool
	offset          int
	lowest, average float32
	main            bool
}

// stages sets how long was slept: by stage where those add up to the total, else the
// total; nothing where it would be longer than the period.
func (p *period) stages(light, deep, rem, awake, total float32) {
	p.Light, p.Deep, p.REM, p.Wake = light, deep, rem, awake
	asleep := light + deep + rem
	if p.Staged = asleep > 0 && (total == 0 || asleep > total-2 && asleep < total+2); !p.Staged {
		p.Light, p.Deep, p.REM, p.Wake, p.Total = 0, 0, 0, 0, total
	}
	if p.Start != 0 && p.Asleep()+float64(p.Wake) > float64(p.End-p.Start)/60+2 {
		p.Night = diary.Night{Day: p.Day}
	}
}

// into writes a night: as a sleep of a date alone where its times are not said.
func (p period) into(out *diary.File) {
	at := int64(p.Day)*86400 + 43200
	switch {
	case p.Known() && p.Start != 0:
		at = p.End
		out.Nights = append(out.Nights, p.Night)
	case p.Known():
		out.Slept = append(out.Slept, diary.Stamped{At: at, Value: float32(p.Asleep()), Day: p.Day})
	}
	if p.lowest > 0 {
		out.Resting = append(out.Resting, diary.Stamped{At: at, Value: p.lowest, Day: p.Day})
	}
	if p.average > 0 {
		out.HRV = append(out.HRV, diary.HRVStamp{At: at, Value: p.average, Metric: diary.MetricOvernight, Day: p.Day})
	}
}

// collector makes nights and naps of periods.
type collector struct {
	out    diary.File
	days   []diary.Date
	nights map[diary.Date]period // the longest of each date
}

func newCollector() *collector { return &collector{nights: map[diary.Date]period{}} }

func (c *collector) add(p period) {
	if p.zoned && p.Start != 0 {
		c.out.Clocks = append(c.out.Clocks, diary.Clock{At: p.End, Offset: int32(p.offset)})
	}
	best, again := c.nights[p.Day]
	switch {
	case !p.main:
		p.Nap = true
	case !again:
		c.days = append(c.days, p.Day)
		c.nights[p.Day] = p
		return
	case p.Asleep() > best.Asleep():
		c.nights[p.Day], p = p, best
	}
	if p.Known() && p.Start != 0 { // a nap, or a shorter one of the same date
		c.out.Nights = append(c.out.Nights, p.Night)
	}
}

// file is what was collected.
func (c *collector) file() diary.File {
	for _, d := range c.days {
		c.nights[d].into(&c.out)
	}
	if c.out.Clocks = source.Clocks(c.out.Clocks); len(c.out.Clocks) == 0 && c.out.Measured() {
		c.out.Clocks = []diary.Clock{{}}
	}
	return c.out
}
