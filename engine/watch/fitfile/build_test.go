package fitfile

import (
	"encoding/binary"
	"math"

	"github.com/tormoder/fit/dyncrc16"
)

// builder writes FIT bytes by hand, right or wrong as a test wants them.
type builder struct {
	body   []byte
	order  [16]binary.AppendByteOrder
	fields [16][]def
	dev    [16][]byte // sizes of developer fields
	head12 bool       // the 12-byte header of old devices
	noHead bool       // header CRC left 0, as some devices do
}

// def is a field definition.
type def struct{ num, size, base byte }

func (b *builder) define(local byte, num uint16, big bool, fields ...def) *builder {
	return b.defineDev(local, num, big, nil, fields...)
}

func (b *builder) defineDev(local byte, num uint16, big bool, dev []byte, fields ...def) *builder {
	b.order[local], b.fields[local], b.dev[local] = binary.LittleEndian, fields, dev
	head, arch := 0x40|local, byte(0)
	if big {
		b.order[local], arch = binary.BigEndian, 1
	}
	if dev != nil {
		head |= 0x20
	}
	b.body = append(b.body, head, 0, arch)
	b.body = b.order[local].AppendUint16(b.body, num)
	b.body = append(b.body, byte(len(fields)))
	for _, f := range fields {
		b.body = append(b.body, f.num, f.size, f.base)
	}
	if dev != nil {
		b.body = append(b.body, byte(len(dev)))
		for i, size := range dev {
			b.body = append(b.body, byte(i), size, 0)
		}
	}
	return b
}

// data writes a message of one number a field, each in its field's size.
func (b *builder) data(local byte, values ...uint32) *builder {
	return b.values(local, local, values)
}

// compressed writes a message whose time is the low five bits of at.
func (b *builder) compressed(local byte, at uint32, values ...uint32) *builder {
	return b.values(0x80|local<<5|byte(at&31), local, values)
}

func (b *builder) values(head, local byte, values []uint32) *builder {
	b.body = append(b.body, head)
	for i, f := range b.fields[local] {
		switch f.size {
		case 1:
			b.body = append(b.body, byte(values[i]))
		case 2:
			b.body = b.order[local].AppendUint16(b.body, uint16(values[i]))
		case 4:
			b.body = b.order[local].AppendUint32(b.body, values[i])
		default: // an array of one 16-bit value and invalid ones
			b.body = b.order[local].AppendUint16(b.body, uint16(values[i]))
			for range (int(f.size) - 2) / 2 {
				b.body = b.order[local].AppendUint16(b.body, math.MaxUint16)
			}
		}
	}
	for i, size := range b.dev[local] {
		for range size {
			b.body = append(b.body, 0xD0|byte(i))
		}
	}
	return b
}

// file closes the builder: header, body, checksum.
func (b *builder) file() []byte {
	head := []byte{14, 0x20, 0x5B, 0x08}
	head = binary.LittleEndian.AppendUint32(head, uint32(len(b.body)))
	head = append(head, ".FIT"...)
	switch {
	case b.head12:
		head[0] = 12
	case b.noHead:
		head = append(head, 0, 0)
	default:
		head = binary.LittleEndian.AppendUint16(head, dyncrc16.Checksum(head))
	}
	all := append(head, b.body...)
	return binary.LittleEndian.AppendUint16(all, dyncrc16.Checksum(all))
}

// Base types as the wire has them.
const (
	wEnum, wSint16, wUint8, wUint16, wUint32, wUint32z, wFloat32 = 0x00, 0x83, 0x02, 0x84, 0x86, 0x8C, 0x88
)

// t0 is 14 March 2026, 07:00 UTC, in FIT seconds.
const t0 = 1773471600 - fitEpoch

// newFile begins a file of a type, made by a Garmin watch with serial 7.
func newFile(kind uint32, big bool) *builder {
	b := &builder{}
	return b.define(0, 0, big, def{0, 1, wEnum}, def{1, 2, wUint16}, def{2, 2, wUint16}, def{3, 4, wUint32z}, def{4, 4, wUint32}).
		data(0, kind, 1, 4315, 7, t0)
}

// records defines local 1 as a record of time, heart rate, speed and distance,
// and writes n of them, one a second from at: 140 bpm, 3 m/s.
func (b *builder) records(big bool, at uint32, n int) *builder {
	b.define(1, 20, big, def{253, 4, wUint32}, def{3, 1, wUint8}, def{6, 2, wUint16}, def{5, 4, wUint32})
	for i := range uint32(n) {
		b.data(1, at+i, 140, 3000, i*300)
	}
	return b
}

// session defines local 2 as a session and writes one of running.
func (b *builder) session(big bool, start, seconds uint32) *builder {
	return b.define(2, 18, big, def{253, 4, wUint32}, def{2, 4, wUint32}, def{5, 1, wEnum}, def{7, 4, wUint32}, def{8, 4, wUint32},
		def{9, 4, wUint32}, def{16, 1, wUint8}, def{17, 1, wUint8}, def{22, 2, wUint16}).
		data(2, start+seconds, start, 1, seconds*1000, seconds*1000, seconds*300, 141, 155, 12)
}
