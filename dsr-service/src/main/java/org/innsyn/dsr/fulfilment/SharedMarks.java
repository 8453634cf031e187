package org.innsyn.dsr.fulfilment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.innsyn.dsr.history.RequestHistories;
import org.innsyn.dsr.history.RequestHistory;
import org.innsyn.dsr.lifting.RestrictionLiftings;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.RequestEvent.ItemUnrestricted;
import org.innsyn.dsr.request.RequestEvent.RequestReopened;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.request.ItemState;
import org.innsyn.schemas.request.Outcome;
import org.innsyn.schemas.request.Right;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Restrictions of one person on the same records share the one mark a system has: it goes with the last of them. */
@Component
class SharedMarks {

    private final JdbcTemplate jdbc;
    private final RequestHistories histories;
    private final RestrictionLiftings liftings;
    private final TransactionTemplate transaction;

    SharedMarks(JdbcTemplate jdbc, RequestHistories histories, RestrictionLiftings liftings, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.histories = histories;
        this.liftings = liftings;
        this.transaction = transaction;
    }

    /** Sets or takes marks while nobody else does for the same person: otherwise one that is set between a look and what follows from it would go, too. */
    <T> T inTurn(RequestId request, Supplier<T> work) {
        return transaction.execute(_ -> {
            jdbc.query("select pg_advisory_xact_lock(hashtextextended(encode(account_hash, 'hex'), 2)) from request_register where request_id = ?", _ -> {}, request.value());
            return work.get();
        });
    }

    /** By item, how many other requests of the same person restrict it and go on doing so. */
    Map<ItemKey, Long> others(RequestId request) {
        List<UUID> others = jdbc.queryForList("""
                select o.request_id from request_register r join request_register o on o.account_hash = r.account_hash and o.request_id <> r.request_id
                 where r.request_id = ? and o.asked_right = ?""", UUID.class, request.value(), Right.RESTRICTION.name());
        return others.stream().map(RequestId::new).flatMap(other -> standing(histories.get(other)).stream()).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Being marked, or marked and neither free again nor about to be: who is told that it ends restricts nothing any more. */
    private Set<ItemKey> standing(RequestHistory request) {
        var standing = new HashSet<ItemKey>();
        request.items().stream()
                .filter(item -> item.decision().outcome() == Outcome.RESTRICT && (item.state() == ItemState.RUNNING || item.state() == ItemState.DONE))
                .forEach(item -> standing.add(item.holding().item()));
        standing.removeAll(free(request));
        standing.removeAll(liftings.ending(request.id()));
        return standing;
    }

    private static Set<ItemKey> free(RequestHistory request) {
        var free = new HashSet<ItemKey>();
        for (var event : request.events()) {
            switch (event) {
                case ItemUnrestricted it -> free.add(it.result().item());
                case RequestReopened _ -> free.clear();
                default -> {}
            }
        }
        return free;
    }
}
