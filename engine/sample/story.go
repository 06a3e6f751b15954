package sample

// story is the demo runner's half year. The sizes at its end are chosen so that
// the week cut fires one to three days before today, on whichever weekday today
// falls; a test holds that.
var story = []Chapter{
	// Nine days by the sea, without shoes.
	{From: 122, To: 114, Volume: -1, HRV: 0.03, Sleep: 25},
	// A week of low mornings in which nothing else moved.
	{From: 72, To: 67, HRV: -0.16},
	// The wedding.
	{From: 40, To: 40, HRV: -0.55, RestingHR: 9, Sleep: -170},
	// Two weeks of wanting too much.
	{From: 17, To: 4, Volume: 0.3},
	// What they cost.
	{From: 13, To: 0, Ramp: true, HRV: -0.36, RestingHR: 7, Sleep: -20},
	{From: 7, To: 0, EasyHR: 6},
}
