package words

import (
	"fmt"

	"rebound/engine/diary"
)

// screenSaid is one result of the movement screen in words.
func screenSaid(v diary.Screen) string {
	return fmt.Sprintf("Movement screen, %s: %g.", v.Test, v.Value)
}
