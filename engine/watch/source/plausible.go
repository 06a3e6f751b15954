package source

// Earliest is where times begin that are measured, 2001, in Unix seconds: what is earlier
// stands for none.
const Earliest = 978_307_200

// Pulse is a heart rate, bpm, as files write it; 0 for what is none: 0 itself, and what no
// heart beats at.
func Pulse(bpm float64) uint8 {
	if !(bpm >= 25 && bpm <= 250) {
		return 0
	}
	return uint8(bpm + 0.5)
}

// Meters is how many of them a unit of length is; 0 for what is none.
func Meters(unit string) float64 {
	switch unit {
	case "km":
		return 1000
	case "mi":
		return 1609.344
	case "m":
		return 1
	case "cm":
		return 0.01
	case "yd":
		return 0.9144
	case "ft":
		return 0.3048
	}
	return 0
}
