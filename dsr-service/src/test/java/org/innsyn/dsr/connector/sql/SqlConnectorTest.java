package org.innsyn.dsr.connector.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innsyn.dsr.connector.sql.Shop.ANN;

import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.Trace;
import org.junit.jupiter.api.Test;

/** PostgreSQL. */
class SqlConnectorTest extends SqlConnectorContract {

    @Override
    Shop newShop() {
        return new Shop();
    }

    @Test
    void a_removal_that_does_not_remove_is_noticed() {
        shop.jdbc().execute("""
                create function pretend() returns trigger language plpgsql as $$ begin return null; end $$;
                create trigger pretend before delete on messages for each row execute function pretend()""");

        assertThatThrownBy(() -> connector.erase(connector.trace(ANN, Trace.NONE), decisions(), TODAY))
                .isInstanceOf(SystemUnavailable.class);
        assertThat(shop.count("cases")).isEqualTo(4);
    }
}
