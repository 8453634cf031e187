package org.innsyn.audit.savedsearch;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innsyn.audit.ledger.store.Actors;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.accesslog.SavedSearch;
import org.innsyn.schemas.accesslog.SavedSearchesApi;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** Saved searches over HTTP. */
@RestController
class SavedSearchesController implements SavedSearchesApi {

    private final SavedSearches searches;
    private final Actors actors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SavedSearchesController(SavedSearches searches, Actors actors, TransactionTemplate transaction, Clock clock) {
        this.searches = searches;
        this.actors = actors;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<SavedSearch> mine() {
        return transaction.execute(status -> searches.of(caller()));
    }

    @Override
    public SavedSearch find(UUID id) {
        return transaction.execute(status -> searches.find(caller(), id)).orElseThrow(() -> new Problem(404, "not-found", "There is no such search",
                "It was removed, its time is over, or what it asked about was erased."));
    }

    @Override
    public SavedSearch keep(Keep keep) {
        String name = keep.name() == null ? "" : keep.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw invalid("name has 1 to " + LONGEST_NAME + " characters.");
        }
        var filters = keep.filters() == null ? Map.<String, String>of() : keep.filters();
        if (filters.size() > MOST_FILTERS || filters.entrySet().stream().anyMatch(each -> isTooLong(each.getKey()) || isTooLong(each.getValue()))
                || keep.subject() != null && (keep.subject().type() == null || isTooLong(keep.subject().value()))) {
            throw invalid("There are at most " + MOST_FILTERS + " filters, each with at most " + LONGEST_FILTER + " characters.");
        }
        return transaction.execute(status -> {
            var keeper = caller();
            if (searches.count(keeper) >= MOST) {
                throw new Problem(409, "too-many", "There are too many", MOST + " searches are kept already. Nothing was changed; remove one first.");
            }
            return searches.keep(keeper, name, keep.subject(), filters);
        });
    }

    private static boolean isTooLong(@Nullable String value) {
        return value == null || value.length() > LONGEST_FILTER;
    }

    @Override
    public void remove(UUID id) {
        transaction.executeWithoutResult(status -> searches.remove(caller(), id));
    }

    private UUID caller() {
        return actors.ofCaller(SignedIn.current().id(), clock.instant().atZone(clock.getZone()).getYear());
    }

    private static Problem invalid(String detail) {
        return new Problem(422, "invalid", "Something in it is wrong", detail + " Nothing was changed.");
    }
}
