package backup

import (
	"bytes"
	"encoding/binary"
	"runtime"
	"testing"

	"rebound/app/backup/backuptest"
)

// A zip that says of a part that it is larger than the whole file takes no memory for
// it: every zip that is dropped is asked whether it is a backup.
func TestPackedSizeIsALie(t *testing.T) {
	b := backuptest.Zip(t, "manifest.json", `{"rebound":2,"files":0}`)
	binary.LittleEndian.PutUint32(b[bytes.LastIndex(b, []byte("PK\x01\x02"))+20:], 1<<30)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if Is(bytes.NewReader(b), int64(len(b))) {
		t.Error("it is read")
	}
	runtime.ReadMemStats(&after)
	if grew := after.TotalAlloc - before.TotalAlloc; grew > 1<<20 {
		t.Errorf("%d bytes of a zip took %d MB", len(b), grew>>20)
	}
}
