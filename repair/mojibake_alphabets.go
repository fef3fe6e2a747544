package repair

import "unicode"

// alphabets are the letters beyond those of ASCII that languages of today
// write, a line for each or for some that are alike. No language has two
// letters side by side that are not on one line together.
var alphabets = [...]string{
	"àâæçéèêëîïôùûü",    // French
	"äöüß",              // German
	"áéíñóúü",           // Spanish
	"áâãàçéêíóôõúü",     // Portuguese
	"àèéìíîòóùú",        // Italian
	"àçèéíïòóúü",        // Catalan
	"ăâîșțşţ",           // Romanian
	"áàâäéèêëíîïóôöúûü", // Dutch, Afrikaans
	"åäöéüšž",           // Swedish, Finnish
	"æøåéèêô",           // Danish, Norwegian
	"áðéíóúýþæöø",       // Icelandic, Faroese
	"áčďéěíňóřšťúůýž",   // Czech
	"áäčďéíĺľňóôŕšťúýž", // Slovak
	"ąćęłńóśźż",         // Polish
	"áéíóöőúüű",         // Hungarian
	"čćđšž",             // Croatian, Slovene
	"äöõüšž",            // Estonian
	"āčēģīķļņōŗšūž",     // Latvian
	"ąčęėįšųūž",         // Lithuanian
	"âçğıİîöşûü",        // Turkish
	"əçğıİöşü",          // Azerbaijani
	"çëâêîôû",           // Albanian, Kurdish, Friulian
	"àċġħìżèòùî",        // Maltese
	"áéíóú",             // Irish
	"àèìòù",             // Gaelic
	"áàâäéêëíîïóôöúûüýŵŷẁẃẅ", // Welsh
	"ĉĝĥĵŝŭ",         // Esperanto
	"áčđŋšŧžïâåäöøæ", // the languages of the Sami
	"āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ", // Pinyin
	"áéíóúãẽĩõũỹñāēīōū",            // Guarani, Maori, Hawaiian
	vietnamese,
}

const vietnamese = "àáâãèéêìíòóôõùúýăđĩũơư"

// An alphabetSet has a bit for each of alphabets.
type alphabetSet uint32

// maxAlphabet bounds the letters that alphabets are looked up for, but for the
// block that only Vietnamese uses.
const maxAlphabet = 0x250

// alphabetSets returns the sets of alphabets that letters are in.
func alphabetSets() *[maxAlphabet]alphabetSet {
	t := new([maxAlphabet]alphabetSet)
	for i, letters := range alphabets {
		for _, r := range letters {
			for _, r := range []rune{r, unicode.ToUpper(r)} {
				if r < maxAlphabet {
					t[r] |= 1 << i
				}
			}
		}
	}
	return t
}

// strangers reports whether no alphabet has both letters.
func (p *plausibility) strangers(a, b rune) bool {
	return p.alphabetsOf(a)&p.alphabetsOf(b) == 0
}

func (p *plausibility) alphabetsOf(r rune) alphabetSet {
	switch {
	case r < maxAlphabet:
		return p.alphabet[r]
	case 0x1ea0 <= r && r < 0x1efa:
		return 1 << (len(alphabets) - 1)
	}
	return 0
}
