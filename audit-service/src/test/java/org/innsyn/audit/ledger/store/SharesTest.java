package org.innsyn.audit.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.innsyn.audit.house.Events;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Person;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void a_person_is_always_the_same_writers() {
        var shares = Shares.of(IntStream.range(0, 300).mapToObj(i -> access(i, "account-" + i % 10, null)).toList(), 4).orElseThrow();

        for (int i = 10; i < shares.length; i++) {
            assertThat(shares[i]).isEqualTo(shares[i - 10]).isBetween(0, 3);
        }
        assertThat(IntStream.of(shares).distinct().count()).isGreaterThan(1);
    }

    @Test
    void small_reports_and_counted_ones_stay_in_one_piece() {
        var large = IntStream.range(0, 300).mapToObj(i -> access(i, "account-" + i, null)).toList();
        var counted = IntStream.range(0, 300).mapToObj(i -> access(i, "account-" + i, (long) i)).toList();

        assertThat(Shares.of(large, 1)).isEmpty();
        assertThat(Shares.of(large.subList(0, 20), 2)).isEmpty();
        assertThat(Shares.of(counted, 2)).isEmpty();
    }

    private static ReportedAccess access(int number, String account, Long sequence) {
        var data = Events.data("customers/contact", "support", "support.case", "a case", Person.of(Identifier.account(account)));
        var counted = new AccessData(data.subjects(), data.actor(), data.operation(), data.object(), data.categories(), data.purpose(), data.legalBasis(), data.justification(),
                data.caseReference(), data.recipient(), data.fields(), data.recordReference(), data.clientAddress(), sequence, data.bulk());
        return new ReportedAccess(new Fingerprint("urn:test", "event-" + number, () -> new byte[0][]), Instant.EPOCH, counted, List.of());
    }
}
