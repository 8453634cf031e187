package org.innsyn.demo.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One kind of work: runs its SQL within the caller's transaction and says what was accessed. */
interface Work {

    /** Empty when there was nothing to do: no such customer, no open case. */
    Optional<Access> perform(Connection connection, RandomGenerator random) throws SQLException;
}
