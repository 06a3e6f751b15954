package effect

// Ends and Widened are for the bounds of the interval's share.
var (
	Ends    = ends
	Widened = widened
)
