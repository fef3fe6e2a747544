package entities_test

import (
	"strings"
	"testing"
	"unsafe"

	"github.com/textmend/textmend/entities"
	"github.com/textmend/textmend/internal/race"
)

// Law 5: clean text is returned itself, without an allocation.
func TestCleanTextAllocs(t *testing.T) {
	long := strings.Repeat("She waited for the hearing; nobody came, and the lamp; it hums; went out.\n", 3000)
	for _, test := range []struct{ name, s string }{
		{"empty", ""},
		{"prose", "Nothing to do here, and nobody to do it."},
		{"semicolons", "He came; she went; it rained (again); 1984; 20,000; \"so what\"; it's over; done;"},
		{"hearing", "After the hearing; before the spring; he was caring; sharing; during;"},
		{"lamp", "It was the lamp; the amp; a camp; the stamp; a swamp; and so on."},
		{"names that are words", "many times; a copy; the race; a period; an image; the alpha; not; the star; real; cap; sub;"},
		{"ends of words", "She spoke of the past; a debt; Egypt; kilobyte; bright; bolt; felt; light; night;"},
		{"cafe", "the caf\u00e9; the na\u00efve; S\u00e3o Paulo; \u00e0 la carte; d\u00e9j\u00e0 vu;"},
		{"Greek", "\u039a\u03b1\u03bb\u03b7\u03bc\u03ad\u03c1\u03b1; \u03c4\u03b9 \u03ba\u03ac\u03bd\u03b5\u03b9\u03c2; \u03ba\u03b1\u03bb\u03ac;"},
		{"Russian", "\u041f\u0440\u0438\u0432\u0435\u0442; \u043a\u0430\u043a \u0434\u0435\u043b\u0430; \u043c\u0438\u0440;"},
		{"Chinese", "\u4f60\u597d\uff1b\u4e16\u754c; \u518d\u89c1;"},
		{"Arabic", "\u0645\u0631\u062d\u0628\u0627\u061b \u0633\u0644\u0627\u0645; \u0646\u0639\u0645"},
		{"Hindi", "\u0928\u092e\u0938\u094d\u0924\u0947; \u0926\u0941\u0928\u093f\u092f\u093e;"},
		{"emoji", "\U0001f600; \U0001f468\u200d\U0001f469\u200d\U0001f467; ok"},
		{"no-break space", "10\u00a0km; 20\u00a0%; a\u00a0b; \u00a0"},
		{"signs", "R&D, AT&T and Q&A; 50% of it; snake_case; C:\\temp; item 5; 2020; a & b; x < y > z"},
		{"not UTF-8", "caf\xe9; \xff; a\x00b;"},
		{"long", long},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := entities.Repair(test.s)
			if got != test.s {
				t.Fatalf("Repair(%.200q) = %.200q, want it unchanged", test.s, got)
			}
			if unsafe.StringData(got) != unsafe.StringData(test.s) {
				t.Errorf("Repair(%.200q) returned a copy", test.s)
			}
			if race.Enabled {
				return
			}
			if n := testing.AllocsPerRun(50, func() { entities.Repair(test.s) }); n != 0 {
				t.Errorf("Repair(%.200q) made %v allocations, want 0", test.s, n)
			}
			dst := make([]byte, 0, len(test.s))
			if n := testing.AllocsPerRun(50, func() { entities.AppendRepair(dst, test.s) }); n != 0 {
				t.Logf("AppendRepair(%.200q) made %v allocations", test.s, n)
			}
		})
	}
}
