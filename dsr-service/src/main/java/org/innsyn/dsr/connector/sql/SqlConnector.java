package org.innsyn.dsr.connector.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.innsyn.dsr.connector.Ability;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.Connector;
import org.innsyn.dsr.connector.Correction;
import org.innsyn.dsr.connector.Snapshot;
import org.innsyn.dsr.connector.StorageRule;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.connector.Trace;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.Holding;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;

/** A relational database, driven by its dataset description. */
public final class SqlConnector implements Connector {

    private final Dataset dataset;
    private final DataSource database;
    private final Clock clock;

    /** @param database may do on the described tables what the description asks for: select, update, delete */
    public SqlConnector(Dataset dataset, DataSource database, Clock clock) {
        this.dataset = dataset;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String system() {
        return dataset.dataset();
    }

    @Override
    public Set<Ability> abilities() {
        var abilities = EnumSet.of(Ability.DISCOVER, Ability.COLLECT, Ability.ERASE, Ability.READ_BACK);
        if (!restrictable().isEmpty()) {
            abilities.add(Ability.RESTRICT);
        }
        if (!rectifiable().isEmpty()) {
            abilities.add(Ability.RECTIFY);
        }
        return abilities;
    }

    @Override
    public String object() {
        return dataset.object();
    }

    @Override
    public Optional<String> basis(ItemKey item) {
        return Optional.ofNullable(Slice.of(dataset, item).table().basis());
    }

    @Override
    public List<Holding> discover(Account account, Right right, LocalDate today) {
        return ask(session -> {
            var trace = session.trace(account);
            var holdings = new ArrayList<Holding>();
            for (var table : dataset.tables()) {
                switch (right) {
                    case ERASURE -> holdings.addAll(toErase(session, table, trace, today));
                    default -> holdings.add(toCopy(table, trace));
                }
            }
            return holdings;
        });
    }

    @Override
    public List<Holding> undiscovered(Right right) {
        return dataset.tables().stream().map(table -> right == Right.ERASURE ? uncountedToErase(table) : toCopy(table, Trace.NONE).withoutCount()).toList();
    }

    /** Records past their time are an item of their own once somebody has counted them; what is kept is kept. */
    private Holding uncountedToErase(Table table) {
        var erasure = table.erasure();
        var item = Slice.covered(table).item(dataset);
        return (erasure.outcome() == Outcome.ERASE
                        ? new Holding(item, table.category(), 0, Outcome.ERASE, List.of(Outcome.ERASE, Outcome.KEEP), null, null)
                        : new Holding(item, table.category(), 0, Outcome.KEEP, List.of(Outcome.KEEP), erasure.ground(), null))
                .withoutCount();
    }

    private Holding toCopy(Table table, Trace trace) {
        return new Holding(
                Slice.all(table).item(dataset), table.category(), trace.found().getOrDefault(table.name(), 0L),
                Outcome.INCLUDE, List.of(Outcome.INCLUDE, Outcome.LEAVE_OUT), null, null);
    }

    private List<Holding> toErase(Session session, Table table, Trace trace, LocalDate today) throws SQLException {
        var erasure = table.erasure();
        var slice = Slice.covered(table);
        if (erasure.outcome() == Outcome.ERASE) {
            return List.of(new Holding(slice.item(dataset), table.category(), session.count(slice, today, trace),
                    Outcome.ERASE, List.of(Outcome.ERASE, Outcome.KEEP), null, null));
        }
        var holdings = new ArrayList<Holding>();
        var until = erasure.keep() == null ? null : session.newest(slice, today, trace).map(erasure.keep()::until).orElse(null);
        holdings.add(new Holding(slice.item(dataset), table.category(), session.count(slice, today, trace),
                Outcome.KEEP, List.of(Outcome.KEEP), erasure.ground(), until));
        long past = erasure.keep() == null ? 0 : session.count(Slice.past(table), today, trace);
        if (past > 0) {
            holdings.add(new Holding(Slice.past(table).item(dataset), table.category(), past,
                    Outcome.ERASE, List.of(Outcome.ERASE, Outcome.KEEP), null, null));
        }
        return holdings;
    }

    @Override
    public Snapshot open(Account account) {
        try {
            return new SqlSnapshot(dataset, account, database.getConnection());
        } catch (SQLException e) {
            throw unavailable(dataset, e);
        }
    }

    @Override
    public Trace trace(Account account, Trace known) {
        return ask(session -> {
            var found = session.trace(account);
            return known.and(new Trace(found.keys(), found.found()));
        });
    }

    @Override
    public List<ItemResult> erase(Trace trace, List<Decision> decisions, LocalDate today) {
        var plan = new ErasurePlan(dataset, decisions, today);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                plan.carryOut(new Session(dataset, connection), trace);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw unavailable(dataset, e);
        }
        // On another connection, after the commit: what was done is what others see.
        return ask(session -> plan.readBack(session, trace, clock.instant()));
    }

    @Override
    public List<StorageRule> storage() {
        return dataset.tables().stream()
                .filter(table -> table.erasure().keep() != null && table.erasure().ground() != null)
                .map(table -> new StorageRule(Slice.all(table).item(dataset), Title.of(table.title()), table.erasure().ground(),
                        table.erasure().keep().yearsAfterFiscalYear()))
                .toList();
    }

    @Override
    public Map<ItemKey, List<String>> rectifiable() {
        return dataset.tables().stream().filter(table -> !table.rectifiable().isEmpty())
                .collect(Collectors.toMap(table -> Slice.all(table).item(dataset), Table::rectifiable));
    }

    @Override
    public Optional<String> recordKey(ItemKey item) {
        if (!rectifiable().containsKey(item)) {
            return Optional.empty();
        }
        var table = dataset.table(item.name());
        // One that is not handed out nobody could name.
        return table.columns().stream().map(Table.Column::name).filter(table.key()::equals).findFirst();
    }

    @Override
    public List<Correction> saying(Account account, List<Correction> corrections) {
        for (var correction : corrections) {
            refuseOthers(correction);
        }
        return ask(session -> new Rectification(dataset, corrections).saying(session, session.trace(account)));
    }

    @Override
    public List<ItemResult> rectify(RequestId request, Account account, List<Correction> corrections) {
        for (var correction : corrections) {
            refuseOthers(correction);
        }
        var rectification = new Rectification(dataset, corrections);
        return ask(session -> {
            session.atomically(() -> rectification.carryOut(session, session.trace(account)));
            // Looked at anew, after the commit.
            return rectification.readBack(session, session.trace(account), clock.instant());
        });
    }

    private void refuseOthers(Correction correction) {
        if (!rectifiable().getOrDefault(correction.item(), List.of()).contains(correction.field())) {
            throw new SystemUnavailable("The description of %s does not let this service correct what is to be corrected. Nothing was changed there.".formatted(system()));
        }
    }

    @Override
    public Set<ItemKey> restrictable() {
        return dataset.tables().stream().filter(table -> table.restriction() != null).map(table -> Slice.all(table).item(dataset)).collect(Collectors.toSet());
    }

    @Override
    public List<ItemResult> restrict(Account account, List<ItemKey> items) {
        return mark(account, items, Sql::restrict, Sql::countUnrestricted, "restricted", "Records without the mark were found after all were marked.");
    }

    @Override
    public List<ItemResult> lift(Account account, List<ItemKey> items) {
        return mark(account, items, Sql::lift, Sql::countRestricted, "lifted", "Records with the mark were found after it was taken from all.");
    }

    private interface Marking {
        String of(Sql sql, Slice slice, String foundBy, int parameters);
    }

    /** @param otherwise counts the records that are not as they should be */
    private List<ItemResult> mark(Account account, List<ItemKey> items, Marking marking, Marking otherwise, String done, String problem) {
        var slices = items.stream().map(item -> Slice.all(dataset.table(item.name()))).toList();
        return ask(session -> {
            session.atomically(() -> {
                var trace = session.trace(account);
                for (var slice : slices) {
                    session.change(slice, LocalDate.EPOCH, trace, (each, by, size) -> marking.of(session.sql(), each, by, size));
                }
            });
            // Looked at anew, after the commit.
            var trace = session.trace(account);
            var results = new ArrayList<ItemResult>();
            for (var slice : slices) {
                var found = session.found(slice.table(), trace);
                results.add(session.sum(slice, LocalDate.EPOCH, found.by(), found.values(), (each, by, size) -> otherwise.of(session.sql(), each, by, size)) > 0
                        ? new ItemResult.Failed(slice.item(dataset), problem)
                        : new ItemResult.CarriedOut(slice.item(dataset), Map.of(done, session.count(slice, LocalDate.EPOCH, trace)), null, clock.instant()));
            }
            return results;
        });
    }

    @Override
    public long back(Trace trace, List<Decision> decisions, LocalDate day) {
        return ask(session -> new ErasurePlan(dataset, decisions, day).left(session, trace));
    }

    @Override
    public Trace again(Trace trace) {
        return ask(session -> {
            var found = new HashMap<String, Long>();
            for (var table : dataset.tables()) {
                found.put(table.name(), session.count(Slice.all(table), LocalDate.EPOCH, trace));
            }
            return new Trace(trace.keys(), found);
        });
    }

    private <T> T ask(Question<T> question) {
        try (Connection connection = database.getConnection()) {
            return question.answer(new Session(dataset, connection));
        } catch (SQLException e) {
            throw unavailable(dataset, e);
        }
    }

    /** The state code says enough; the database's message may quote what it refused. */
    static SystemUnavailable unavailable(Dataset dataset, SQLException e) {
        return new SystemUnavailable("The database %s did not do what it was asked (SQLSTATE %s). Nothing was changed there."
                .formatted(dataset.dataset(), e.getSQLState()));
    }

    private interface Question<T> {
        T answer(Session session) throws SQLException;
    }
}
