package org.innsyn.audit.disclosure.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.innsyn.audit.accesslog.OwnEntries;
import org.innsyn.audit.disclosure.NameEvent;
import org.innsyn.audit.disclosure.NameEvent.NameAdvised;
import org.innsyn.audit.disclosure.NameEvent.NameAsked;
import org.innsyn.audit.disclosure.NameEvent.NameDecided;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.schemas.oversight.NameView;
import org.jspecify.annotations.Nullable;

/** Shows questions for names: to staff with the name, to the person with it once that was decided. */
final class NameViews {

    private final Names names;
    private final NameTexts texts;
    private final Actors actors;
    private final OwnEntries entries;

    NameViews(Names names, NameTexts texts, Actors actors, OwnEntries entries) {
        this.names = names;
        this.entries = entries;
        this.texts = texts;
        this.actors = actors;
    }

    List<NameView> toStaff(List<UUID> entries) {
        return views(entries, true);
    }

    List<NameView> toPerson(List<UUID> entries) {
        return views(entries, false);
    }

    private List<NameView> views(List<UUID> asked, boolean staff) {
        var views = new ArrayList<NameView>();
        var accesses = entries.accesses(asked);
        for (var entry : asked) {
            var events = names.events(entry);
            var said = texts.open(events.stream().flatMap(NameViews::named).toList());
            views.add(view(events, accesses.get(entry), said, staff));
        }
        return views;
    }

    private NameView view(List<NameEvent> events, NameView.@Nullable Access access, Map<UUID, String> said, boolean staff) {
        var asked = (NameAsked) events.getFirst();
        NameAdvised advised = null;
        NameDecided decided = null;
        for (var event : events) {
            switch (event) {
                case NameAsked _ -> {}
                case NameAdvised it -> advised = it;
                case NameDecided it -> decided = it;
            }
        }
        boolean named = staff || decided != null && decided.tell();
        return new NameView(asked.entry().value(), access, events.size() - 1L, asked.askedAt(), asked.finding() != null, text(asked.why(), said),
                staff && advised != null ? advised.tell() : null, staff && advised != null ? said.get(advised.why()) : null,
                decided == null ? null : decided.tell(), decided == null ? null : said.get(decided.why()), decided == null ? null : decided.decidedAt(),
                named ? actors.ids(Set.of(asked.actor())).get(asked.actor()) : null);
    }

    private static Stream<UUID> named(NameEvent event) {
        return switch (event) {
            case NameAsked it -> Stream.ofNullable(it.why());
            case NameAdvised it -> Stream.of(it.why());
            case NameDecided it -> Stream.of(it.why());
        };
    }

    private static @Nullable String text(@Nullable UUID name, Map<UUID, String> said) {
        return name == null ? null : said.get(name);
    }
}
