package repair_test

import (
	"path/filepath"
	"testing"

	"github.com/textmend/textmend/internal/txtar/txtartest"
	"github.com/textmend/textmend/repair"
)

func TestMojibakeFixtures(t *testing.T) {
	for _, name := range []string{"mojibake", "mojibake_negative"} {
		t.Run(name, func(t *testing.T) {
			txtartest.Run(t, filepath.Join("testdata", name+".txtar"), *update, repair.String)
		})
	}
	t.Run("known failures", func(t *testing.T) {
		txtartest.RunKnownFailures(t, filepath.Join("testdata", "mojibake_known.txtar"), repair.String)
	})
}
