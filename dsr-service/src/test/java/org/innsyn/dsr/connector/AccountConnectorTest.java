package org.innsyn.dsr.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemResult.CarriedOut;
import org.innsyn.schemas.request.Outcome;
import org.junit.jupiter.api.Test;

/** Nothing counts as erased that is found again, and nothing that is removed in a second attempt is forgotten. */
class AccountConnectorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final SystemProfile BOX = new SystemProfile("box", Title.of("Box"), "/customers/box", "box");
    private static final List<Decision> ERASE = List.of(new Decision(BOX.item(), Outcome.ERASE, null));

    private final Box box = new Box();
    private final AccountConnector connector = new AccountConnector(BOX, box, Clock.systemUTC());

    @Test
    void what_came_in_while_it_was_emptied_makes_it_be_done_again() {
        box.records = 7;
        box.comesIn = 2;
        var trace = connector.trace(new Account("ann"), Trace.NONE);

        assertThatThrownBy(() -> connector.erase(trace, ERASE, TODAY))
                .isInstanceOf(SystemUnavailable.class)
                .hasMessageContaining("2 records were found in box")
                .hasMessageNotContaining("ann");
        box.comesIn = 0;
        var again = connector.trace(new Account("ann"), trace);
        assertThat(connector.erase(again, ERASE, TODAY)).singleElement()
                .isInstanceOfSatisfying(CarriedOut.class, done -> assertThat(done.affected()).isEqualTo(Map.of("erased", 7L)));
    }

    /** A system that others write to while it is emptied. */
    private static final class Box implements AccountStore {

        private long records;
        private long comesIn;

        @Override
        public long count(Account account) {
            return records;
        }

        @Override
        public Snapshot open(Account account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Transferred transfer(Account account, Target target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void empty(Account account) {
            records = comesIn;
        }
    }
}
