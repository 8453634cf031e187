package org.innsyn.audit.savedsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innsyn.audit.house.Events.newAccount;
import static org.innsyn.audit.house.Events.supportReads;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.innsyn.audit.house.AuditHouse;
import org.innsyn.audit.identity.Identities;
import org.innsyn.platform.vault.VaultKeys;
import org.innsyn.schemas.access.Identifier;
import org.innsyn.schemas.accesslog.SavedSearch;
import org.innsyn.schemas.accesslog.SavedSearchesApi.Keep;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Kept searches, over HTTP. */
class SavedSearchesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/api/v1/saved-searches";

    private final AuditHouse house = AuditHouse.shared();
    private final String officer = house.tokens().staff("dpo");
    private final String account = newAccount();

    @Test
    void a_search_is_there_after_signing_in_again_for_its_keeper_alone_and_nowhere_in_clear() {
        var kept = keep("Evenings, with <b>care</b>", account);
        assertThat(read(house.get(API + "/" + kept.id(), officer))).isEqualTo(kept);
        assertThat(mine()).contains(kept);
        assertThat(house.database().queryForObject("select count(*) from audit.saved_search where position(convert_to(?, 'UTF8') in sealed) > 0", Long.class, account)).isZero();
        for (var role : new String[] {"subject", "case-handler", "controller", "regulator"}) {
            assertThat(house.get(API, house.tokens().staff(role)).statusCode()).as(role).isEqualTo(403);
        }
        house.database().update("update audit.saved_search set keeper = ? where search_id = ?", UUID.randomUUID(), kept.id());
        assertThat(house.get(API + "/" + kept.id(), officer).statusCode()).as("somebody else's").isEqualTo(404);
        assertThat(mine()).doesNotContain(kept);
    }

    @Test
    void one_that_asks_about_somebody_goes_with_their_log() {
        house.report(supportReads(account));
        var kept = keep("One person", account);
        var other = keep("Nobody in particular", null);
        var ledger = house.bean(Identities.class).ofAccount(account).orElseThrow().value();
        house.bean(TransactionTemplate.class).executeWithoutResult(status -> house.bean(VaultKeys.class).destroy(ledger));
        assertThat(mine()).contains(other).doesNotContain(kept);
        assertThat(house.database().queryForObject("select count(*) from audit.saved_search where search_id = ?", Long.class, kept.id())).isZero();
    }

    @Test
    void what_is_removed_or_was_not_opened_for_a_year_is_gone_and_what_is_too_much_is_refused() {
        var removed = keep("Removed", null);
        var old = keep("Old", null);
        assertThat(house.post(API + "/" + removed.id() + "/removal", officer, "application/json", new byte[0]).statusCode()).isEqualTo(200);
        house.database().update("update audit.saved_search set opened_at = now() - interval '366 days' where search_id = ?", old.id());
        assertThat(mine()).doesNotContain(removed, old);
        assertThat(post(new Keep(" ", null, Map.of())).statusCode()).isEqualTo(422);
        assertThat(post(new Keep("Long", null, Map.of("unit", "x".repeat(301)))).statusCode()).isEqualTo(422);
    }

    private SavedSearch keep(String name, String account) {
        return read(post(new Keep(name, account == null ? null : Identifier.account(account), Map.of("unit", "support", "period", "month"))));
    }

    private SavedSearch[] mine() {
        return JSON.readValue(house.get(API, officer).body(), SavedSearch[].class);
    }

    private HttpResponse<String> post(Keep keep) {
        return house.post(API, officer, "application/json", JSON.writeValueAsBytes(keep));
    }

    private static SavedSearch read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readValue(answer.body(), SavedSearch.class);
    }
}
