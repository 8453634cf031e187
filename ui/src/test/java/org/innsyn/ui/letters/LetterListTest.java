package org.innsyn.ui.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.DueDate;
import org.innsyn.schemas.request.NoticeHindrance;
import org.innsyn.schemas.request.NoticeKind;
import org.innsyn.schemas.request.NoticeView;
import org.innsyn.schemas.request.NoticeView.State;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestView.Legal;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterListTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final Words words = Words.in(Words.LANGUAGES.getFirst());

    @Test
    void whether_the_person_was_told_of_an_extension_in_time_is_said() {
        assertThat(said(false, letter(NoticeKind.EXTENSION, null, State.WAITING, null, null))).contains("It has its effect only if a mail server has it by Thursday 2 April 2026.");
        assertThat(said(true, letter(NoticeKind.EXTENSION, null, State.SENT, NOW, null))).contains("The person was told in time: it was owed by Thursday 2 April 2026.");
        assertThat(said(false, letter(NoticeKind.EXTENSION, null, State.SENT, NOW, null))).contains("The limit has not moved.");
    }

    @Test
    void a_recipient_is_named_as_text_with_whether_they_know() {
        var open = list(false, letter(NoticeKind.RECIPIENT, "<img src=x onerror=\"window.owned=1\">", State.FAILED, null, null)).getElement();
        assertThat(open.getOuterHTML()).contains("&lt;img src=x").doesNotContain("<img");
        assertThat(open.getTextRecursively()).contains("tell them another way", "They have not said yet that they know.");
        assertThat(said(false, letter(NoticeKind.RECIPIENT, "Collector AS", State.SENT, NOW, NOW))).contains("Collector AS", "that they know.").doesNotContain("not said yet");
    }

    @ParameterizedTest
    @EnumSource(NoticeHindrance.class)
    void why_a_letter_waits_or_did_not_arrive_is_said_in_the_readers_language_with_its_code(NoticeHindrance hindrance) {
        var letter = new NoticeView(new UUID(2, 2), NoticeKind.RECEIVED, null, State.WAITING, hindrance, "4.4.7", "In English.", NOW, null, null, null);
        for (var language : Words.LANGUAGES) {
            var expected = Words.in(language).say("letter-hindrance." + Words.name(hindrance), "4.4.7");
            var list = list(Words.in(language), false, letter);
            assertThat(list.getElement().getTextRecursively()).contains(expected).doesNotContain("In English.");
        }
        assertThat(Words.in(Words.LANGUAGES.getFirst()).say("letter-hindrance." + Words.name(hindrance), "4.4.7"))
                .isNotEqualTo(Words.in(Words.LANGUAGES.getLast()).say("letter-hindrance." + Words.name(hindrance), "4.4.7"));
    }

    @Test
    void there_is_no_list_where_nothing_was_written() {
        assertThat(list(false).isVisible()).isFalse();
    }

    private String said(boolean extended, NoticeView... letters) {
        return list(extended, letters).getElement().getTextRecursively();
    }

    private LetterList list(boolean extended, NoticeView... letters) {
        return list(words, extended, letters);
    }

    private static LetterList list(Words words, boolean extended, NoticeView... letters) {
        var limit = LocalDate.of(2026, 4, 2);
        var due = new DueDate(limit, limit, "", 30, null, List.of(), limit, extended, null);
        var request = new RequestView(new UUID(1, 1), "R-1", Right.ACCESS, RequestState.ASSESSED, "a-17", null, NOW, due, List.of(), null, false, null, null, List.of(),
                new Legal(Channel.LETTER, NOW, NOW, null, null, false, false, null, false, null, "", ""), 3, List.of(letters));
        return new LetterList(request, words, new Moments(words, Moments.DEFAULT_ZONE, NOW));
    }

    private static NoticeView letter(NoticeKind kind, @Nullable String recipient, State state, @Nullable Instant sent, @Nullable Instant acknowledged) {
        return new NoticeView(new UUID(2, 2), kind, recipient, state, null, null, null, NOW, sent, null, acknowledged);
    }
}
