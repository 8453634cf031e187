package org.innsyn.ui.entry;

import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.ui.words.Words;

/** Says one log line to the person it is about: who did what to which data, and why. */
public final class Sentence {

    private final Words words;
    private final Vocabulary vocabulary;

    public Sentence(Words words) {
        this.words = words;
        this.vocabulary = new Vocabulary(words);
    }

    /** "Support looked at your contact details to answer your case." */
    public String of(AccessEntry entry) {
        var who = vocabulary.actor(entry.actor());
        var what = vocabulary.object(entry.object());
        var why = vocabulary.purpose(entry.purpose());
        if (entry.operation() == Operation.DISCLOSE) {
            return words.say("sentence.disclose", who, what, recipient(entry), why);
        }
        return words.say("sentence", who, vocabulary.operation(entry.operation()), what, why);
    }

    private String recipient(AccessEntry entry) {
        var details = entry.details();
        return details == null || details.recipient() == null ? words.say("recipient-unknown") : Words.quoted(details.recipient());
    }
}
