//go:build unix

package pdf

import (
	"os/exec"
	"syscall"
)

// alone makes a command run in a process group of its own, which is killed as
// a whole.
func alone(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return kill(cmd) }
}

// kill kills a command that was started, with its process group.
func kill(cmd *exec.Cmd) error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
