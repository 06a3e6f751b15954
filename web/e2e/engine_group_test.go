//go:build unix

package e2e

import (
	"os/exec"
	"syscall"
)

// ownGroup starts a program with whatever it starts in a group of their own, which
// endGroup ends.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

func endGroup(cmd *exec.Cmd) {
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	_ = cmd.Wait()
}
