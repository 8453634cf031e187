package org.innsyn.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What could never be recorded is told to whoever says it, before anything is captured. */
class AccessTest {

    static Stream<Supplier<?>> wrong() {
        return Stream.of(
                () -> good().purpose("For Anna", "contract").build(),
                () -> good().purpose("", "contract").build(),
                () -> good().purpose("support.case", "").build(),
                () -> good().categories().build(),
                () -> good().categories("Contact Details").build(),
                () -> good().caseReference(" ").build(),
                () -> good().justification("x".repeat(4_001)).build(),
                () -> good().justification("a bell \u0007").build(),
                () -> good().justification("half a \ud83d").build(),
                () -> good().fields(new String[65]).build(),
                () -> Access.of(Operation.READ, "/customers/contact").to(Subject.account("k1")).categories("c").purpose("p", "l").build(),
                () -> Access.of(Operation.READ, "/customers/contact").by(Actor.staff("p")).categories("c").purpose("p", "l").build(),
                () -> Access.of(Operation.READ, "contact of Anna").to(Subject.account("k1")).by(Actor.staff("p")).categories("c").purpose("p", "l").build(),
                () -> Access.of(Operation.DISCLOSE, "/c").to(Subject.account("k1")).by(Actor.staff("p")).categories("c").purpose("p", "l").build(),
                () -> Subject.account(""),
                () -> Subject.email("x".repeat(321)),
                () -> Actor.staff(" "),
                () -> Actor.staff("p").in("Support Desk", "agent"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_could_never_be_recorded_is_refused_at_once(Supplier<?> description) {
        assertThatThrownBy(description::get).isInstanceOfAny(InvalidAccess.class, NullPointerException.class);
    }

    @Test
    void nothing_of_the_content_is_in_words_for_logs() {
        var access = good().justification("about canary-1").build();
        assertThat(access + " " + access.actor() + " " + access.subjects().getFirst().identifiers().getFirst()).doesNotContain("canary", "p-101", "k10001");
        assertThatThrownBy(() -> good().caseReference("canary-1\u0000").build()).hasMessage("caseReference has control characters");
    }

    private static Access.Builder good() {
        return Access.of(Operation.READ, "/customers/contact").to(Subject.account("k10001")).by(Actor.staff("p-101")).categories("contact-details").purpose("support.case", "contract");
    }
}
