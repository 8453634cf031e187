package org.innsyn.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.ui.services.ServiceProblem.Kind;
import org.junit.jupiter.api.Test;

class AwayPartsTest {

    private final AwayParts parts = new AwayParts();
    private final List<String> asked = new ArrayList<>();

    @Test
    void what_is_the_same_for_all_parts_is_said_once() {
        var first = part("first", Kind.AWAY);
        var second = part("second", Kind.AWAY);
        var other = part("other", Kind.NOT_RECORDED);
        assertThat(isShown(first)).isTrue();
        assertThat(isShown(second)).isFalse();
        assertThat(isShown(other)).as("it says something else").isTrue();
    }

    @Test
    void when_the_part_that_spoke_has_come_another_speaks() {
        var first = part("first", Kind.AWAY);
        var second = part("second", Kind.AWAY);
        first.removeFromParent();
        parts.tell();
        assertThat(isShown(second)).isTrue();
    }

    @Test
    void whoever_asks_again_asks_for_every_part_that_is_still_away() {
        part("first", Kind.AWAY);
        part("second", Kind.AWAY).removeFromParent();
        part("third", Kind.NOT_RECORDED);
        parts.tell();
        parts.again();
        assertThat(asked).containsExactly("first", "third");
    }

    private Notice part(String name, Kind kind) {
        var notice = new Notice(Notice.Tone.NEEDS_YOU, name, "");
        new Div().add(notice);
        parts.add(notice, kind, () -> asked.add(name));
        return notice;
    }

    private static boolean isShown(Notice notice) {
        return !notice.hasClassName("told-above");
    }
}
