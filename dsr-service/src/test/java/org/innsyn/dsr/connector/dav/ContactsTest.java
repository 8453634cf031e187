package org.innsyn.dsr.connector.dav;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.FilesInMemory;
import org.junit.jupiter.api.Test;

/** Address books on a real Radicale come out as vCards of today, with what was stored beside them, and go into another account. */
class ContactsTest {

    private static final String OLD = """
            BEGIN:VCARD\r
            VERSION:3.0\r
            UID:old\r
            N:Ødegård;Åse;;;\r
            FN:Åse Ødegård\r
            EMAIL;TYPE=INTERNET,PREF:aase@post.example\r
            TEL;TYPE=CELL:+4740000000\r
            NOTE:A note that is long enough to be folded by whoever writes it down again and\r
              goes on here\\, with a comma and\\na new line\r
            X-ODD;X-KIND=own:kept\r
            END:VCARD\r
            """;
    private static final String NEW = """
            BEGIN:VCARD\r
            VERSION:4.0\r
            UID:new\r
            FN:結婚 式\r
            BDAY:--0229\r
            RELATED;TYPE=friend:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6\r
            END:VCARD\r
            """;

    private final Account ann = new Account("ann-" + UUID.randomUUID() + "@post.example");
    private final DavStore contacts = People.store(DavKind.CONTACTS);

    @Test
    void each_address_book_is_one_file_of_vcards_four_and_what_is_stored_lies_beside_it() throws Exception {
        var people = new People(ann);
        people.addressBook("book", "Familie &amp; venner");
        people.put("book/old.vcf", OLD);
        people.put("book/new.vcf", NEW);
        people.calendar("cal", "not a book");

        var files = collected(ann);
        assertThat(files.files()).containsOnlyKeys("Familie & venner/old.vcf", "Familie & venner/new.vcf", "Familie & venner.vcf");
        assertThat(files.files().get("Familie & venner/old.vcf")).isEqualTo(people.get("book/old.vcf"));
        var cards = cards(files.files().get("Familie & venner.vcf"));
        assertThat(cards).extracting(VCard::getVersion).containsOnly(VCardVersion.V4_0);
        assertThat(cards.getLast().getFormattedName().getValue()).isEqualTo("Åse Ødegård");
        assertThat(cards.getLast().getNotes().getFirst().getValue())
                .isEqualTo("A note that is long enough to be folded by whoever writes it down again and goes on here, with a comma and\na new line");
        assertThat(cards.getLast().getExtendedProperty("X-ODD").getParameter("X-KIND")).isEqualTo("own");
        assertThat(cards.getFirst().getBirthday().getPartialDate().toISO8601(false)).isEqualTo("--0229");
        assertThat(files.shown()).extracting(shown -> shown.name() + " " + shown.records()).containsExactly("Familie & venner 2");
    }

    @Test
    void put_into_a_second_account_they_are_the_same_people() throws Exception {
        var people = new People(ann);
        people.addressBook("book", "Book");
        people.put("book/old.vcf", OLD);
        people.put("book/new.vcf", NEW);
        var first = collected(ann);

        var bo = new Account("bo-" + UUID.randomUUID());
        var others = new People(bo);
        others.addressBook("book", "Book");
        for (var card : cards(first.files().get("Book.vcf"))) {
            others.put("book/" + card.getUid().getValue() + ".vcf", Ezvcard.write(card).version(VCardVersion.V4_0).prodId(false).go());
        }

        assertThat(cards(collected(bo).files().get("Book.vcf"))).isEqualTo(cards(first.files().get("Book.vcf")));
    }

    @Test
    void a_card_nobody_understands_is_still_handed_out_as_it_is() throws Exception {
        var people = new People(ann);
        people.addressBook("book", "Book");
        people.put("book/odd.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:odd\r\nFN:x\r\nBDAY:the day after\r\nPHOTO;ENCODING=b:***\r\nEND:VCARD\r\n");

        var files = collected(ann);
        assertThat(files.text("Book/odd.vcf")).contains("BDAY:the day after").contains("PHOTO");
        assertThat(cards(files.files().get("Book.vcf"))).hasSize(1);
    }

    @Test
    void an_account_the_server_does_not_know_has_no_contacts() {
        assertThat(contacts.count(new Account("nobody-" + UUID.randomUUID()))).isZero();
        assertThat(collected(new Account("nobody")).files()).isEmpty();
    }

    @Test
    void an_emptied_account_has_neither_contacts_nor_books_and_its_calendars_stay() throws Exception {
        var people = new People(ann);
        people.addressBook("book", "Book");
        people.put("book/old.vcf", OLD);
        people.put("book/new.vcf", NEW);
        people.calendar("cal", "Calendar");
        people.put("cal/x.ics", CalendarsTest.EVENT);

        assertThat(contacts.count(ann)).isEqualTo(2);
        contacts.empty(ann);
        contacts.empty(ann);
        assertThat(contacts.count(ann)).isZero();
        assertThat(new String(people.get("book/"), UTF_8)).doesNotContain("VCARD");
        assertThat(People.store(DavKind.CALENDARS).count(ann)).isEqualTo(1);
    }

    @Test
    void what_changed_since_it_was_looked_at_is_not_removed_before_it_is_looked_at_again() throws Exception {
        var people = new People(ann);
        people.addressBook("book", "Book");
        people.put("book/old.vcf", OLD);
        var server = People.server();
        var looked = server.items(server.collections(DavKind.CONTACTS, ann).getFirst()).getFirst();
        people.put("book/old.vcf", OLD.replace("aase@", "new@"));

        assertThat(server.delete(looked)).isFalse();
        assertThat(contacts.count(ann)).isEqualTo(1);
        contacts.empty(ann);
        assertThat(contacts.count(ann)).isZero();
    }

    private FilesInMemory collected(Account account) {
        return FilesInMemory.of(contacts.open(account), People.CONTACTS);
    }

    private static List<VCard> cards(byte[] file) {
        return Ezvcard.parse(new String(file, UTF_8)).all().stream().sorted(Comparator.comparing(card -> card.getUid().getValue())).toList();
    }
}
