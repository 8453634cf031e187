package org.innsyn.dsr.connector.dav;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.FilesInMemory;
import org.junit.jupiter.api.Test;

/** Calendars on a real Radicale come out as one file each that another program, which is not ours, reads as the same events. */
class CalendarsTest {

    static final String EVENT = """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            PRODID:-//Test//EN\r
            BEGIN:VEVENT\r
            UID:once\r
            DTSTAMP:20240101T000000Z\r
            DTSTART:20240229T120000Z\r
            SUMMARY:Blåbær og æøå 結婚 and so much more that the line has to be folded in the mid\r
             dle\r
            END:VEVENT\r
            END:VCALENDAR\r
            """;

    private final Account ann = new Account("ann-" + UUID.randomUUID());
    private final DavStore calendars = People.store(DavKind.CALENDARS);

    @Test
    void events_with_exceptions_alarms_and_time_zones_come_out_as_they_are() throws Exception {
        var people = new People(ann);
        people.calendar("work", "Arbeid");
        people.put("work/once.ics", EVENT);
        people.put("work/weekly.ics", weekly("weekly", "+0200"));
        people.put("work/other.ics", weekly("other", "+0200"));
        people.addressBook("book", "not a calendar");

        var files = collected(ann);
        assertThat(files.files()).containsOnlyKeys("Arbeid/once.ics", "Arbeid/weekly.ics", "Arbeid/other.ics", "Arbeid.ics");
        assertThat(files.files().get("Arbeid/weekly.ics")).isEqualTo(people.get("work/weekly.ics"));
        var whole = read(files.text("Arbeid.ics"));
        assertThat(whole.getComponents("VTIMEZONE")).hasSize(1);
        var parts = new ArrayList<String>();
        for (String item : List.of("once", "weekly", "other")) {
            events(read(files.text("Arbeid/" + item + ".ics"))).forEach(parts::add);
        }
        assertThat(parts).hasSize(5);
        assertThat(events(whole)).containsExactlyInAnyOrderElementsOf(parts);
        assertThat(events(whole)).anyMatch(event -> event.contains("SUMMARY:Blåbær og æøå 結婚 and so much more that the line has to be folded in the middle"));
    }

    @Test
    void an_event_whose_time_zone_only_has_the_same_name_goes_into_a_further_file() {
        var one = CalendarObject.of(weekly("one", "+0200").getBytes(UTF_8));
        var other = CalendarObject.of(weekly("other", "+0300").getBytes(UTF_8));

        assertThat(one.zones()).containsOnlyKeys("Europe/Oslo");
        assertThat(one.zones()).isNotEqualTo(other.zones());
        var sink = new Numbered();
        try (var files = new CalendarFiles("Arbeid", sink)) {
            files.add(weekly("one", "+0200").getBytes(UTF_8));
            files.add(weekly("other", "+0300").getBytes(UTF_8));
            files.add(weekly("third", "+0200").getBytes(UTF_8));
            assertThat(files.end()).hasSize(2);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(sink.text(0)).contains("UID:one").contains("UID:third").doesNotContain("UID:other").contains("TZOFFSETTO:+0200");
        assertThat(sink.text(1)).contains("UID:other").contains("TZOFFSETTO:+0300");
    }

    @Test
    void put_into_a_second_account_they_are_the_same_events() throws Exception {
        var people = new People(ann);
        people.calendar("work", "Arbeid");
        people.put("work/once.ics", EVENT);
        people.put("work/weekly.ics", weekly("weekly", "+0200"));
        var first = collected(ann);

        var bo = new Account("bo-" + UUID.randomUUID());
        var others = new People(bo);
        others.calendar("work", "Arbeid");
        for (String item : List.of("once", "weekly")) {
            others.put("work/" + item + ".ics", first.text("Arbeid/" + item + ".ics"));
        }
        assertThat(events(read(collected(bo).text("Arbeid.ics")))).containsExactlyInAnyOrderElementsOf(events(read(first.text("Arbeid.ics"))));
    }

    @Test
    void an_emptied_account_has_neither_events_nor_calendars() throws Exception {
        var people = new People(ann);
        people.calendar("work", "Arbeid");
        people.put("work/once.ics", EVENT);
        people.put("work/weekly.ics", weekly("weekly", "+0200"));

        assertThat(calendars.count(ann)).isEqualTo(2);
        calendars.empty(ann);
        assertThat(calendars.count(ann)).isZero();
        assertThat(new String(people.get("work/"), UTF_8)).doesNotContain("VEVENT");
    }

    private FilesInMemory collected(Account account) {
        return FilesInMemory.of(calendars.open(account), People.CALENDARS);
    }

    /** A weekly event with one exception, an alarm and a time zone of its own. */
    private static String weekly(String uid, String summer) {
        return """
                BEGIN:VCALENDAR\r
                VERSION:2.0\r
                PRODID:-//Test//EN\r
                BEGIN:VTIMEZONE\r
                TZID:Europe/Oslo\r
                BEGIN:DAYLIGHT\r
                DTSTART:19810329T020000\r
                TZOFFSETFROM:+0100\r
                TZOFFSETTO:%2$s\r
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r
                END:DAYLIGHT\r
                BEGIN:STANDARD\r
                DTSTART:19961027T030000\r
                TZOFFSETFROM:%2$s\r
                TZOFFSETTO:+0100\r
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
                END:STANDARD\r
                END:VTIMEZONE\r
                BEGIN:VEVENT\r
                UID:%1$s\r
                DTSTAMP:20240101T000000Z\r
                DTSTART;TZID=Europe/Oslo:20240105T090000\r
                DTEND;TZID=Europe/Oslo:20240105T100000\r
                RRULE:FREQ=WEEKLY;COUNT=10\r
                EXDATE;TZID=Europe/Oslo:20240112T090000\r
                SUMMARY:Every week\r
                BEGIN:VALARM\r
                ACTION:DISPLAY\r
                DESCRIPTION:Soon\r
                TRIGGER:-PT15M\r
                END:VALARM\r
                END:VEVENT\r
                BEGIN:VEVENT\r
                UID:%1$s\r
                DTSTAMP:20240101T000000Z\r
                RECURRENCE-ID;TZID=Europe/Oslo:20240119T090000\r
                DTSTART;TZID=Europe/Oslo:20240119T110000\r
                DTEND;TZID=Europe/Oslo:20240119T120000\r
                SUMMARY:Later this once\r
                END:VEVENT\r
                END:VCALENDAR\r
                """.formatted(uid, summer);
    }

    private static Calendar read(String file) throws Exception {
        return new CalendarBuilder().build(new StringReader(file));
    }

    /** Every event with its properties in order, so that two that say the same are the same. */
    private static List<String> events(Calendar calendar) {
        return calendar.<CalendarComponent>getComponents("VEVENT").stream()
                .map(event -> event.toString().lines().sorted().collect(Collectors.joining("\n")))
                .toList();
    }
}
