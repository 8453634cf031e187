package org.innsyn.ui.wholooked;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.ui.entry.Sentence;
import org.innsyn.ui.words.Moments;
import org.innsyn.ui.words.Words;

/** The log by day: people's accesses as sentences, routine folded away with a count. */
final class DayList extends Div {

    private final Words words;
    private final Moments moments;
    private final Sentence sentence;
    private final Consumer<AccessEntry> open;
    /** The entries of the last day shown, which the next page may go on with. */
    private List<AccessEntry> oldest = List.of();

    DayList(Words words, Moments moments, Consumer<AccessEntry> open) {
        this.words = words;
        this.moments = moments;
        this.sentence = new Sentence(words);
        this.open = open;
        addClassName("days");
    }

    void clear() {
        removeAll();
        oldest = List.of();
    }

    /** Adds the next entries of the log. Only the day that goes on in them is drawn anew, however many there are above. */
    void more(List<AccessEntry> entries) {
        var all = new ArrayList<>(oldest);
        all.addAll(entries);
        if (!oldest.isEmpty()) {
            remove(getComponentAt(getComponentCount() - 1));
        }
        var days = Day.of(all, moments.zone());
        days.stream().map(this::section).forEach(this::add);
        var last = days.isEmpty() ? null : days.getLast().date();
        oldest = all.stream().filter(entry -> moments.day(entry.occurredAt()).equals(last)).toList();
    }

    private Section section(Day day) {
        var section = new Section(new H2(moments.heading(day.date())));
        section.addClassName("day");
        if (!day.people().isEmpty()) {
            section.add(lines(day.people()));
        }
        if (!day.routine().isEmpty()) {
            section.add(folded(day));
        }
        return section;
    }

    private Details folded(Day day) {
        var parts = new ArrayList<String>();
        if (day.byPrograms() > 0) {
            parts.add(words.say("routine.programs", day.byPrograms()));
        }
        if (day.byMyself() > 0) {
            parts.add(words.say("routine.myself", day.byMyself()));
        }
        var routine = new Details(words.say("routine", String.join(", ", parts)), alike(day.routine()));
        routine.addClassName("routine");
        return routine;
    }

    /** What is the same sentence many times is said once, with how often; its single times stand below it. */
    private UnorderedList alike(List<AccessEntry> entries) {
        var groups = new LinkedHashMap<String, List<AccessEntry>>();
        entries.forEach(entry -> groups.computeIfAbsent(sentence.of(entry), said -> new ArrayList<>()).add(entry));
        var list = new UnorderedList();
        list.addClassName("lines");
        groups.forEach((said, group) -> {
            if (group.size() == 1) {
                list.add(new ListItem(line(group.getFirst())));
            } else {
                list.add(new ListItem(new Details(words.say("routine.alike", said, group.size()), lines(group))));
            }
        });
        return list;
    }

    private UnorderedList lines(List<AccessEntry> entries) {
        var list = new UnorderedList();
        list.addClassName("lines");
        entries.stream().map(this::line).map(ListItem::new).forEach(list::add);
        return list;
    }

    private Component line(AccessEntry entry) {
        var time = new Span(moments.time(entry.occurredAt()));
        time.addClassName("line-time");
        time.setTitle(moments.exact(entry.occurredAt()));
        var line = new NativeButton();
        line.add(time, new Span(sentence.of(entry)));
        line.addClassName("line");
        if (entry.verdict() == Verdict.OUTSIDE_POLICY) {
            var mark = new Span(words.say("verdict.outside-policy"));
            mark.addClassNames("badge", "badge-broken");
            line.add(mark);
        }
        line.addClickListener(click -> open.accept(entry));
        return line;
    }
}
