package org.innsyn.ui.correction;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.innsyn.schemas.request.Channel;
import org.innsyn.schemas.request.CorrectionCommands.Correct;
import org.innsyn.schemas.request.CorrectionCommands.CorrectableItem;
import org.innsyn.schemas.request.CorrectionCommands.CorrectionLine;
import org.innsyn.schemas.request.CorrectionCommands.CorrectionList;
import org.innsyn.schemas.request.CorrectionCommands.Drop;
import org.innsyn.schemas.request.DueDate;
import org.innsyn.schemas.request.RequestState;
import org.innsyn.schemas.request.RequestView;
import org.innsyn.schemas.request.RequestView.Legal;
import org.innsyn.schemas.request.Right;
import org.innsyn.ui.deed.Drafts;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectionPartTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final Words words = Words.in(Words.LANGUAGES.getFirst());
    private final List<Correct> written = new ArrayList<>();
    private final List<Drop> dropped = new ArrayList<>();

    @Test
    void a_field_is_written_down_with_the_version_it_was_seen_on() {
        var part = part(true);
        var field = one(part, Select.class);
        var value = lines(part).getLast();
        var send = buttons(part).getLast();
        assertThat(send.isEnabled()).isFalse();
        choose(field, "street");
        value.setValue("  Fjordgata 12 ");
        send.click();
        assertThat(written).containsExactly(new Correct(3, "crm/contacts", "street", "Fjordgata 12"));
    }

    @Test
    void one_of_several_records_is_named_by_what_the_copy_shows_and_only_where_there_is_such_a_thing() {
        var part = part(true);
        var field = one(part, Select.class);
        var record = lines(part).getFirst();
        assertThat(record.isVisible()).isFalse();
        choose(field, "topic");
        assertThat(record.isVisible()).isTrue();
        assertThat(record.getHelperText()).startsWith("Its case_no,");
        record.setValue(" 4711 ");
        lines(part).getLast().setValue("Invoice");
        buttons(part).getLast().click();
        choose(field, "street");
        buttons(part).getLast().click();
        assertThat(written).containsExactly(
                new Correct(3, "crm/cases", "topic", "Invoice", "4711"), new Correct(3, "crm/contacts", "street", "Invoice"));
    }

    @Test
    void what_was_corrected_says_what_stood_there_and_cannot_be_taken_back() {
        var done = line("Fjordgata 12", "<b>Old</b> road", NOW);
        var open = line("9012", null, null);
        var part = part(true, done, open);
        assertThat(part.getElement().getOuterHTML()).contains("&lt;b&gt;Old").doesNotContain("<b>");
        assertThat(part.getElement().getTextRecursively()).contains("Fjordgata 12", "Corrected, and looked up again at 13:00 today.", "It has to say", "9012");
        assertThat(buttons(part)).filteredOn(button -> button.getText().equals("Take this back")).singleElement().satisfies(Button::click);
        assertThat(dropped).containsExactly(new Drop(3, open.id()));
    }

    @Test
    void who_may_not_write_gets_no_button() {
        assertThat(buttons(part(false, line("9012", null, null)))).isEmpty();
        assertThat(part(false).getElement().getTextRecursively()).contains("Nothing is written down");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void choose(Select field, String name) {
        field.setValue(((Stream<Object>) field.getGenericDataView().getItems())
                .filter(each -> field.getItemLabelGenerator().apply(each).toString().endsWith(name)).findFirst().orElseThrow());
    }

    private static List<TextField> lines(Component part) {
        return all(part).filter(TextField.class::isInstance).map(TextField.class::cast).toList();
    }

    private CorrectionPart part(boolean mayWrite, CorrectionLine... lines) {
        var limit = LocalDate.of(2026, 4, 2);
        var request = new RequestView(new UUID(1, 1), "R-1", Right.RECTIFICATION, RequestState.ASSESSED, "a-17", null, NOW,
                new DueDate(limit, limit, "", 30, null, List.of(), limit, false, null), List.of(), null, false, null, null, List.of(),
                new Legal(Channel.LETTER, NOW, NOW, null, null, false, false, null, false, null, "", ""), 3, List.of());
        var list = new CorrectionList(List.of(new CorrectableItem("crm/contacts", List.of("street", "zip")), new CorrectableItem("crm/cases", List.of("topic"), "case_no")), List.of(lines));
        return new CorrectionPart(request, list, mayWrite, new CorrectionPart.Doing(written::add, dropped::add), new Drafts(), words, new Moments(words, Moments.DEFAULT_ZONE, NOW));
    }

    private static CorrectionLine line(String value, @Nullable String before, @Nullable Instant doneAt) {
        return new CorrectionLine(UUID.randomUUID(), "crm/contacts", "street", value, before, "handler", NOW, doneAt);
    }

    private static List<Button> buttons(Component part) {
        return all(part).filter(Button.class::isInstance).map(Button.class::cast).toList();
    }

    private static <T> T one(Component part, Class<T> type) {
        return all(part).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(CorrectionPartTest::all));
    }
}
