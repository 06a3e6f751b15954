package effect

// Ends is for the boundary of the interval's share.
var Ends = ends
