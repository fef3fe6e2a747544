package repair

import "github.com/textmend/textmend/entities"

const reasonIntact = "character reference"

// findEntities lists the character references of text.
func findEntities(text string, add func(Fix)) {
	for r := range entities.All(text) {
		add(fixReference(&r))
	}
}

func fixReference(r *entities.Reference) Fix {
	reason := reasonIntact
	if r.Damage != 0 {
		reason = "damaged character reference: " + r.Damage.String()
	}
	return Fix{Step: Entities, Start: r.Start, End: r.End, Text: r.Text, Reason: reason}
}
