package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
)

// initBeam readies the engine, and makes it log to w: warnings and errors
// only, if it is not to be verbose. In a worker it does not return.
//
// Prism logs each error five times, with the plan of the job, and then returns
// it. So where the job runs here, errors are left to [cause].
func initBeam(w io.Writer, verbose, local bool) {
	h := &plainHandler{w: w, least: slog.LevelWarn, most: slog.LevelError}
	switch {
	case verbose:
		h.least = slog.LevelInfo
	case local:
		h.most = slog.LevelWarn
	}
	log.LogLevel = h.least.String()
	beam.Init() // sets a logger of its own
	slog.SetDefault(slog.New(h))
}

// A plainHandler logs messages as they are, a line each. The engine's
// attributes would drown them.
type plainHandler struct {
	mu          sync.Mutex
	w           io.Writer
	least, most slog.Level
}

// Enabled reports whether messages of a level are logged.
func (h *plainHandler) Enabled(_ context.Context, level slog.Level) bool {
	return h.least <= level && level <= h.most
}

// Handle logs a message.
func (h *plainHandler) Handle(_ context.Context, r slog.Record) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	_, err := fmt.Fprintf(h.w, "beam: %s\n", strings.TrimSpace(strings.TrimPrefix(r.Message, "[SDK]")))
	return err
}

// WithAttrs returns h.
func (h *plainHandler) WithAttrs([]slog.Attr) slog.Handler { return h }

// WithGroup returns h.
func (h *plainHandler) WithGroup(string) slog.Handler { return h }

// cause returns what a job failed of, without the engine's account of where.
func cause(err error) string {
	message := err.Error()
	if i := strings.LastIndex(message, causedBy); i >= 0 {
		message = message[i+len(causedBy):]
		if first, rest, ok := strings.Cut(message, "\n"); ok && strings.HasSuffix(first, "failed:") {
			message = rest
		}
	}
	return strings.TrimSpace(message)
}

// causedBy stands before what caused the error before it.
const causedBy = "caused by:\n"
