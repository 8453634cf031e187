package org.innsyn.ui.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.ui.entry.Entries.by;

import java.time.Instant;
import java.util.Locale;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessEntry.ActorView;
import org.innsyn.schemas.accesslog.AccessEntry.Details;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.ui.words.Words;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final ActorView SUPPORT = new ActorView(ActorKind.STAFF, "support/tier-1", "agent", null);

    private final Sentence sentence = new Sentence(Words.in(Locale.ENGLISH));

    @Test
    void who_did_what_to_which_data_and_why() {
        assertThat(sentence.of(by(SUPPORT, Operation.READ, "/customers/contact", "support.case")))
                .isEqualTo("Support, first line looked at your contact details to answer your case.");
    }

    @Test
    void a_path_or_purpose_without_words_takes_those_of_the_nearest_one_above() {
        assertThat(sentence.of(by(SUPPORT, Operation.UPDATE, "/customers/contact/phone", "support.case.note")))
                .isEqualTo("Support, first line changed your contact details to answer your case.");
    }

    @Test
    void what_is_unknown_is_quoted_and_never_guessed() {
        var stranger = new ActorView(ActorKind.STAFF, "cellar", null, null);
        assertThat(sentence.of(by(stranger, Operation.DELETE, "/shoe-sizes", "fun")))
                .isEqualTo("The unit “cellar” deleted data under “/shoe-sizes” for the purpose “fun”.");
    }

    @Test
    void a_disclosure_names_who_got_it() {
        var details = new Details(null, null, null, "Police District Oslo", null, null, null);
        var entry = Entries.entry(SUPPORT, Operation.DISCLOSE, "/customers/billing/invoices", "security.review", Instant.EPOCH, Verdict.WITHIN_POLICY, details);
        assertThat(sentence.of(entry))
                .isEqualTo("Support, first line passed on your invoices to Police District Oslo to keep your account safe.");
    }

    @Test
    void a_recipient_cannot_turn_our_own_words_around() {
        var details = new Details(null, null, null, "\u202Egnp.exe\u2066", null, null, null);
        var entry = Entries.entry(SUPPORT, Operation.DISCLOSE, "/customers/billing/invoices", "security.review", Instant.EPOCH, Verdict.WITHIN_POLICY, details);
        assertThat(sentence.of(entry)).isEqualTo("Support, first line passed on your invoices to gnp.exe to keep your account safe.");
    }

    @Test
    void a_disclosure_whose_details_are_gone_says_that_nobody_is_named() {
        assertThat(sentence.of(by(SUPPORT, Operation.DISCLOSE, "/invoices", "security.abuse")))
                .contains("to somebody who is not named");
    }
}
