package org.innsyn.dsr.connector.dav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Target;
import org.innsyn.dsr.connector.Transferred;
import org.innsyn.engines.TestEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacts and calendars arrive in another account and say there what they said here. */
class DavTransferTest {

    private static final String CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:%1$s\r\nFN:Bl\u00e5 %1$s\r\nN:B;;;;\r\nNOTE:so much that a line is folded somewhere in the\r\n  middle\\, 結婚\r\nEND:VCARD\r\n";
    private static final String EVENT = """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            PRODID:-//Test//EN\r
            BEGIN:VEVENT\r
            UID:weekly\r
            DTSTAMP:20240101T000000Z\r
            DTSTART;TZID=Europe/Oslo:20240103T120000\r
            RRULE:FREQ=WEEKLY;COUNT=5\r
            SUMMARY:Hver uke\r
            END:VEVENT\r
            BEGIN:VEVENT\r
            UID:weekly\r
            DTSTAMP:20240101T000000Z\r
            RECURRENCE-ID;TZID=Europe/Oslo:20240110T120000\r
            DTSTART;TZID=Europe/Oslo:20240110T150000\r
            SUMMARY:Unntak\r
            END:VEVENT\r
            END:VCALENDAR\r
            """;

    private final Account ann = new Account("ann-" + UUID.randomUUID());
    private final Account elsewhere = new Account("elsewhere-" + UUID.randomUUID());

    @BeforeEach
    void letIn() throws Exception {
        TestEngines.shared().radicale().letIn(elsewhere.value(), "secret");
        new People(elsewhere);
    }

    @Test
    void contacts_say_the_same_there_and_none_is_there_twice() throws Exception {
        var people = new People(ann);
        people.addressBook("book", "Venner &amp; &lt;kjente&gt;");
        people.put("book/a.vcf", CARD.formatted("a"));
        people.put("book/b.vcf", CARD.formatted("b"));
        people.addressBook("empty", "Tom");
        var contacts = People.store(DavKind.CONTACTS);

        assertThat(contacts.transfer(ann, target())).isEqualTo(new Transferred(2, 2, 0));
        assertThat(contacts.transfer(ann, target())).isEqualTo(new Transferred(2, 0, 0));
        assertThat(People.server().collections(DavKind.CONTACTS, elsewhere)).extracting(DavServer.DavCollection::name)
                .containsExactlyInAnyOrder("Venner & <kjente>", "Tom");
        assertThat(contacts.count(elsewhere)).isEqualTo(2);
    }

    @Test
    void an_event_with_repetitions_and_exceptions_says_the_same_there() throws Exception {
        var people = new People(ann);
        people.calendar("cal", "Arbeid");
        people.put("cal/weekly.ics", EVENT);
        var calendars = People.store(DavKind.CALENDARS);

        assertThat(calendars.transfer(ann, target())).isEqualTo(new Transferred(1, 1, 0));
        assertThat(calendars.count(elsewhere)).isEqualTo(1);
    }

    @Test
    void what_is_there_under_the_same_name_is_left_and_counted_as_different() throws Exception {
        var people = new People(ann);
        people.addressBook("book", "Venner");
        people.put("book/a.vcf", CARD.formatted("a"));
        var theirs = new People(elsewhere);
        theirs.addressBook("book", "Venner");
        theirs.put("book/a.vcf", CARD.formatted("theirs"));

        assertThat(People.store(DavKind.CONTACTS).transfer(ann, target())).isEqualTo(new Transferred(1, 0, 1));
        assertThat(new String(theirs.get("book/a.vcf"), java.nio.charset.StandardCharsets.UTF_8)).contains("theirs");
    }

    @Test
    void meaning_is_what_is_said_and_not_how_it_is_written() {
        byte[] one = "BEGIN:VCARD\r\nFN:A\r\nNOTE:ab\r\n c\r\nPRODID:x\r\nEND:VCARD\r\n".getBytes();
        assertThat(Meaning.of(one)).isEqualTo(Meaning.of("BEGIN:VCARD\nNOTE:abc\nFN:A\nEND:VCARD\n".getBytes()));
        assertThat(Meaning.of(one)).isNotEqualTo(Meaning.of("BEGIN:VCARD\nNOTE:abd\nFN:A\nEND:VCARD\n".getBytes()));
    }

    private Target target() {
        return new Target(URI.create(TestEngines.shared().radicale().url()), elsewhere.value(), "secret");
    }
}
