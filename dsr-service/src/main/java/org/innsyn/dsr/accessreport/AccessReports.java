package org.innsyn.dsr.accessreport;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.dsr.vault.RequestVault;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.schemas.access.AccessData;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Actor;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.access.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes accesses down, in the caller's transaction: when that fails, so must what would have been an access without a record.
 */
@Component
public class AccessReports {

    /** Whose reports these are. */
    public static final String SOURCE = "urn:innsyn:dsr-service";

    static final String FIELD = "access-report";
    static final int REVISION = 1;

    private static final String PURPOSE = "rights.request";
    private static final String LEGAL_BASIS = "legal-obligation";

    private final JdbcTemplate jdbc;
    private final RequestVault vault;
    private final RandomSource random;
    private final Clock clock;
    private final JsonMapper json;

    AccessReports(JdbcTemplate jdbc, RequestVault vault, RandomSource random, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
        this.json = json;
    }

    /**
     * A member of staff read a request.
     *
     * @param reader opaque id
     * @param unit the reader's unit, as the token says
     * @param role in which role
     */
    public void requestRead(RequestId request, String reference, Account account, String reader, @Nullable String unit, String role) {
        write(request, reference, account, new Actor(reader, ActorKind.STAFF, unit, role), Operation.READ, "/requests", List.of("rights-request"));
    }

    /**
     * This service itself searched, copied or erased data for a request.
     *
     * @param object where in the access control table the data stands
     * @param categories which data
     */
    public void carriedOut(RequestId request, String reference, Account account, Operation operation, String object, List<String> categories) {
        write(request, reference, account, new Actor("dsr-service", ActorKind.SYSTEM, null, "rights-request"), operation, object, categories);
    }

    private void write(
            RequestId request, String reference, Account account, Actor actor, Operation operation, String object, List<String> categories) {
        UUID id = random.timeOrderedId();
        var data = new AccessData(
                List.of(Person.of(Identifier.account(account.value()))), actor, operation, object, categories, PURPOSE, LEGAL_BASIS,
                null, reference, null, null, request.toString(), null, null, null);
        var event = AccessEvent.of(SOURCE, id.toString(), clock.instant().atOffset(ZoneOffset.UTC), data);
        var key = vault.keyOf(request);
        jdbc.update("insert into access_report (event_id, request_id, key_id, sealed) values (?, ?, ?, ?)",
                id, request.value(), key.id(), key.seal(id, FIELD, REVISION, json.writeValueAsBytes(event)));
    }

    /** Whether everything written down for a request was sent. */
    public boolean allSent(RequestId request) {
        return jdbc.queryForObject("select count(*) from access_report where request_id = ?", Long.class, request.value()) == 0;
    }
}
