package org.innsyn.dsr.connector.sql;

/** MariaDB, which has no trigger that could pretend to have removed something. */
class MariaDbConnectorTest extends SqlConnectorContract {

    @Override
    Shop newShop() {
        return Shop.onMariaDb();
    }
}
