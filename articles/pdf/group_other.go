//go:build !unix

package pdf

import "os/exec"

// alone does nothing: there are no process groups.
func alone(*exec.Cmd) {}

// kill kills a command that was started.
func kill(cmd *exec.Cmd) error { return cmd.Process.Kill() }
