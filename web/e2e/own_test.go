package e2e

import (
	"testing"

	"rebound/app/wire"
)

// The sample runner is a visit: shown on every screen, gone without a trace.
func TestSampleRunner(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.press("See a sample runner")
	p.wait("the sample's verdict", verdictStands)
	action := eval[string](p, verdictStands+".dataset.action")
	if want := "cut_week"; action != want {
		t.Errorf("the sample runner's action is %q, want %q", action, want)
	}
	if n := eval[int](p, rowsStored); n != 0 {
		t.Errorf("the sample left %d rows in the runner's own store", n)
	}
	p.press("Leave the sample")
	p.wait("the first-run screen", fileInput+" && !"+verdictStands)
	p.reload()
	p.wait("the first-run screen after a reload", fileInput+" && !"+verdictStands)
}

// rowsStored counts what all of the origin's databases hold.
const rowsStored = `(async () => {
	let n = 0;
	for (const {name} of await indexedDB.databases()) {
		const db = await new Promise((done, failed) => Object.assign(indexedDB.open(name), {onsuccess: (e) => done(e.target.result), onerror: failed}));
		for (const store of db.objectStoreNames) {
			n += await new Promise((done) => { db.transaction(store).objectStore(store).count().onsuccess = (e) => done(e.target.result); });
		}
		db.close();
	}
	return n;
})()`

// Erase all data leaves nothing, and asks first.
func TestErase(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/files"))
	p.wait("the page", mounted)
	p.drop(x.folder)
	p.imported(1)
	p.read(x.today)
	before := ask[wire.State](p, wire.OpHello, wire.Hello{Today: x.today})
	p.screen("#/settings")
	p.press("Erase all data")
	p.press("Cancel")
	if after := ask[wire.State](p, wire.OpHello, wire.Hello{Today: x.today}); after != before {
		t.Errorf("cancelling the erasure changed %+v to %+v", before, after)
	}
	p.press("Erase all data")
	p.press("Erase everything")
	p.wait("the first-run screen", fileInput+" && !"+verdictStands)
	p.reload()
	p.wait("the first-run screen after a reload", fileInput+" && !"+verdictStands)
	if state := ask[wire.State](p, wire.OpHello, wire.Hello{Today: x.today}); !state.Empty || state.Files != 0 {
		t.Errorf("after erasing, the worker has %+v", state)
	}
}
