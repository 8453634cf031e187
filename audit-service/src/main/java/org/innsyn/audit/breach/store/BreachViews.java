package org.innsyn.audit.breach.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.innsyn.audit.breach.Breach;
import org.innsyn.audit.breach.BreachEvent;
import org.innsyn.audit.breach.BreachEvent.AuthorityDecided;
import org.innsyn.audit.breach.BreachEvent.BreachOpened;
import org.innsyn.audit.breach.BreachEvent.FactsStated;
import org.innsyn.audit.breach.BreachEvent.PersonsDecided;
import org.innsyn.audit.breach.BreachRecord;
import org.innsyn.audit.breach.Told;
import org.innsyn.schemas.oversight.BreachView;
import org.jspecify.annotations.Nullable;

/** Shows breach records: one with everything that was written, many without. */
final class BreachViews {

    private final BreachTexts texts;

    BreachViews(BreachTexts texts) {
        this.texts = texts;
    }

    BreachView inFull(BreachRecord record) {
        var named = record.events().stream().flatMap(BreachViews::named).toList();
        var opened = texts.open(named);
        return view(record, opened, record.events().stream().map(event -> new BreachView.Line(event.at(), event.getClass().getSimpleName(), event.by().role(), note(event, opened))).toList());
    }

    BreachView inList(BreachRecord record) {
        return view(record, Map.of(), List.of());
    }

    private static BreachView view(BreachRecord record, Map<UUID, String> texts, List<BreachView.Line> history) {
        var opened = record.opened();
        return new BreachView(record.id(), record.version(), opened.finding(), opened.awareAt(), Breach.notifyBy(opened.awareAt()), text(opened.what(), texts),
                facts(record.facts(), texts), decision(record.authority(), texts), decision(record.persons(), texts), record.closedAt(), history);
    }

    private static BreachView.@Nullable Facts facts(@Nullable FactsStated facts, Map<UUID, String> texts) {
        return facts == null ? null : new BreachView.Facts(facts.happenedAt(), facts.kinds(), facts.categories(), facts.people(), facts.records(),
                texts.get(facts.what()), texts.get(facts.consequences()), texts.get(facts.measures()));
    }

    private static BreachView.@Nullable Decision decision(@Nullable Told told, Map<UUID, String> texts) {
        return told == null ? null : new BreachView.Decision(told.told(), told.at(), told.late(), text(told.reason(), texts));
    }

    private static Stream<UUID> named(BreachEvent event) {
        return switch (event) {
            case BreachOpened it -> Stream.ofNullable(it.what());
            case FactsStated it -> Stream.of(it.what(), it.consequences(), it.measures());
            case AuthorityDecided it -> Stream.ofNullable(it.decision().reason());
            case PersonsDecided it -> Stream.ofNullable(it.decision().reason());
            case BreachEvent.BreachClosed _, BreachEvent.BreachReopened _ -> Stream.empty();
        };
    }

    private static @Nullable String note(BreachEvent event, Map<UUID, String> texts) {
        return switch (event) {
            case BreachOpened it -> text(it.what(), texts);
            case FactsStated it -> texts.get(it.what());
            case AuthorityDecided it -> text(it.decision().reason(), texts);
            case PersonsDecided it -> text(it.decision().reason(), texts);
            case BreachEvent.BreachClosed _, BreachEvent.BreachReopened _ -> null;
        };
    }

    private static @Nullable String text(@Nullable UUID name, Map<UUID, String> texts) {
        return name == null ? null : texts.get(name);
    }
}
