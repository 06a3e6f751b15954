package e2e

import (
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/bluetoothemulation"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/deviceaccess"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// strap is a heart-rate strap that Chromium believes in: its adapter, the choice of a
// device, the connection, the discovery of its service and the subscription go through the
// browser itself. Notifications cannot be pushed that way, so that the page gets those of
// a characteristic of the test's own (fakeNotifications), which subscribes to the real one.
type strap struct {
	p       *tab
	address string
	chosen  atomic.Int32
}

const (
	heartRateService     = "0000180d-0000-1000-8000-00805f9b34fb"
	heartRateMeasurement = "00002a37-0000-1000-8000-00805f9b34fb"
	clientConfiguration  = "00002902-0000-1000-8000-00805f9b34fb" // whose descriptor is written to subscribe
)

func emulate[P, R any](p *tab, cmd cdp.Command[P, R], params P) R {
	p.t.Helper()
	out, err := chromedp.CallBrowser(p.ctx, cmd, params)
	if err != nil {
		p.t.Fatalf("%s: %v", cmd.Method, err)
	}
	return out
}

func newStrap(p *tab) *strap {
	p.t.Helper()
	s := &strap{p: p, address: "09:09:09:09:09:09"}
	emulate(p, bluetoothemulation.Enable, bluetoothemulation.EnableParams{State: bluetoothemulation.CentralStateAbsent, LeSupported: true})
	p.t.Cleanup(func() { chromedp.CallBrowser(p.ctx, bluetoothemulation.Disable, cdp.Empty{}) })
	// What the browser asks of the strap is answered beside what the test does.
	if err := chromedp.ListenBrowser(p.ctx, func(event any) {
		switch e := event.(type) {
		case *bluetoothemulation.EventGattOperationReceived:
			go chromedp.CallBrowser(p.ctx, bluetoothemulation.SimulateGATTOperationResponse, bluetoothemulation.SimulateGATTOperationResponseParams{Address: e.Address, Type: e.Type})
		case *bluetoothemulation.EventCharacteristicOperationReceived:
			go chromedp.CallBrowser(p.ctx, bluetoothemulation.SimulateCharacteristicOperationResponse, bluetoothemulation.SimulateCharacteristicOperationResponseParams{CharacteristicID: e.CharacteristicID, Type: e.Type})
		}
	}); err != nil {
		p.t.Fatal(err)
	}
	if err := chromedp.Listen(p.ctx, func(event any) {
		if e, ok := event.(*deviceaccess.EventDeviceRequestPrompted); ok && len(e.Devices) > 0 && s.chosen.CompareAndSwap(0, 1) {
			go chromedp.Call(p.ctx, deviceaccess.SelectPrompt, deviceaccess.SelectPromptParams{ID: e.ID, DeviceID: e.Devices[0].ID})
		}
	}); err != nil {
		p.t.Fatal(err)
	}
	if _, err := chromedp.Call(p.ctx, deviceaccess.Enable, cdp.Empty{}); err != nil {
		p.t.Fatal(err)
	}
	return s
}

// on turns the adapter on, with the strap in reach.
func (s *strap) on() {
	s.p.t.Helper()
	emulate(s.p, bluetoothemulation.SetSimulatedCentralState, bluetoothemulation.SetSimulatedCentralStateParams{State: bluetoothemulation.CentralStatePoweredOn})
	emulate(s.p, bluetoothemulation.SimulatePreconnectedPeripheral, bluetoothemulation.SimulatePreconnectedPeripheralParams{
		Address: s.address, Name: "Strap 10", ManufacturerData: []*bluetoothemulation.ManufacturerData{}, KnownServiceUUIDs: []string{heartRateService}})
	s.serve()
}

// serve gives the strap its service, which goes with a connection that is lost.
func (s *strap) serve() {
	s.p.t.Helper()
	service := emulate(s.p, bluetoothemulation.AddService, bluetoothemulation.AddServiceParams{Address: s.address, ServiceUUID: heartRateService})
	c := emulate(s.p, bluetoothemulation.AddCharacteristic, bluetoothemulation.AddCharacteristicParams{ServiceID: service.ServiceID, CharacteristicUUID: heartRateMeasurement,
		Properties: &bluetoothemulation.CharacteristicProperties{Notify: true}})
	emulate(s.p, bluetoothemulation.AddDescriptor, bluetoothemulation.AddDescriptorParams{CharacteristicID: c.CharacteristicID, DescriptorUUID: clientConfiguration})
}

// fakeNotifications has the page hear a characteristic of ours, and measure by a clock that
// its heartbeats move: beats(n, every) is n of them, every so many-th of double length; none
// at all is doubled where it is 0.
const fakeNotifications = `(() => {
	let clock = 0, n = 0;
	const measure = globalThis.reboundStrap;
	globalThis.reboundStrap = (took) => measure(took, () => clock);
	const get = BluetoothRemoteGATTService.prototype.getCharacteristic;
	BluetoothRemoteGATTService.prototype.getCharacteristic = async function (id) {
		const real = await get.call(this, id);
		const fake = new EventTarget();
		fake.startNotifications = async () => { await real.startNotifications(); window.strapHeard = fake; };
		return fake;
	};
	window.beats = (count, every) => {
		for (let i = 0; i < count; i++) {
			let ms = 1000 + 40 * Math.sin(++n * 1.3);
			if (every && n % every === 0) ms *= 2;
			clock += ms;
			const rr = Math.round(ms * 1.024);
			strapHeard.value = new DataView(Uint8Array.of(0x16, 60, rr & 255, rr >> 8).buffer);
			strapHeard.dispatchEvent(new Event("characteristicvaluechanged"));
		}
	};
})()`

// strapSays is what the dialog says.
const strapSays = `document.querySelector("dialog#strap[open]")?.innerText`

// A runner with nothing but a strap measures: with Bluetooth off, then on, through a lost
// connection, once with too many faults; what is kept counts, and can be taken back.
func TestStrap(t *testing.T) {
	b := start(t, "", chromedp.Flag("enable-blink-features", "WebBluetooth")) // on Linux it is behind a flag
	p := b.open(t, newSite(t, built).url("#/today"))
	p.viewport(390, 844)
	p.allowed = append(p.allowed, "connecting to a strap")
	s := newStrap(p)
	says := func(what string) {
		t.Helper()
		p.wait("the strap's "+what, strapSays+`?.includes(`+strconv.Quote(what)+`)`)
		t.Logf("%.60q", eval[string](p, strapSays))
	}

	p.wait("the first-run screen", fileInput)
	p.do(`document.querySelector("details.typed").open = true`)
	p.press("Measure with a chest strap")
	says("Wet the electrodes")
	p.look("strap-begin")
	p.press("Cancel")
	p.wait("that it is closed", `!document.querySelector("dialog#strap")`)
	p.do(fakeNotifications)

	p.press("Measure with a chest strap")
	p.press("Connect your strap")
	says("Bluetooth is off")
	s.on()
	p.press("Try again")
	says("Waiting for your heartbeats")
	p.do(`beats(30)`)
	says("Settling · 0:3")
	p.do(`beats(60)`)
	says("Measuring · 1:3")
	p.look("strap-measuring")

	emulate(p, bluetoothemulation.SimulateGATTDisconnection, bluetoothemulation.SimulateGATTDisconnectionParams{Address: s.address})
	says("The strap's connection was lost") // and it was tried once more
	s.serve()
	p.press("Go on")
	says("the two minutes started again")
	p.do(`beats(121, 9)`)
	says("did not come through clearly")
	p.look("strap-refused")
	p.press("Measure again")
	says("Waiting for your heartbeats")
	p.do(`beats(61)`)
	says("Measuring")
	p.do(`beats(121)`)
	p.wait("that it is saved", `/Saved: HRV 3[345] ms, resting heart rate 60 bpm/.test(`+toast+`)`)
	p.wait("the verdict", verdictStands)
	today := eval[string](p, `document.querySelector("main").dataset.date`)
	d, err := diary.ParseDate(today)
	if err != nil {
		t.Fatal(err)
	}
	a := p.assessment(d)
	if m := a.Morning.Strap; m == nil || m.Beats < 119 || m.Beats > 121 || m.Wrong > 2 || a.Signals[0].Source != "strap" {
		t.Errorf("%+v, %+v", m, a.Signals[0])
	}
	p.press("Undo")
	p.wait("that it is taken back", toast+`?.includes("Undone.")`)
	if s := ask[wire.State](p, wire.OpHello, wire.Hello{Today: d}); !s.Empty && p.assessment(d).Morning.Strap != nil {
		t.Error("taken back, and still there")
	}

	// A browser without Bluetooth says which have it, and the way by file.
	p.do(`Object.defineProperty(navigator, "bluetooth", { value: undefined, configurable: true })`)
	p.screen("#/files")
	p.press("Measure with a chest strap")
	says("no browser on an iPhone or iPad can")
	p.look("strap-elsewhere")
	p.press("Close")
	if list := p.unexpected(); len(list) > 0 {
		t.Error(strings.Join(list, "\n"))
	}
}
