package org.innsyn.schemas.policy;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The policy that accesses are judged by. Role controller or a machine's token with scope {@code operator} publish; role dpo reads. Files
 * that name staff are for the two roles alone.
 */
@HttpExchange("/api/v1/policy")
public interface PolicyApi {

    /** The largest CSV file, in characters. */
    int MAX_CSV = 4 * 1024 * 1024;

    /** Which tables were published and which is in force; how large the staff directory is. Roles controller, dpo; operator. */
    @GetExchange
    PolicyOverview overview();

    /**
     * Puts a table in force. 422 (problem {@code unreadable-csv}) names line and column of the first thing that is wrong; 409 (problem
     * {@code policy-refused}) when nothing would change or it would begin before it is published. Then nothing was published.
     */
    @PostExchange("/tables")
    PolicyOverview publishTable(@RequestBody TableFile table);

    /** A published table as CSV. 404 when there is none with this number. Roles controller, dpo. */
    @GetExchange("/tables/{number}")
    TableFile table(@PathVariable("number") int number);

    /** What the table in force now allows, without anybody's name; nothing when there is no table. For the service that makes copies: scope {@code ledger:read}. */
    @GetExchange("/uses")
    List<GrantedUse> uses();

    /** Makes this the staff directory, past assignments included. Refused as a table is. */
    @PostExchange("/staff")
    PolicyOverview publishStaff(@RequestBody StaffFile staff);

    /** The staff directory as CSV. Roles controller, dpo. */
    @GetExchange("/staff")
    StaffFile staff();

    /**
     * Judges what was recorded in a period by another table, and tells what would change. Nothing is published and no verdict changes.
     * Reads every event once. Roles controller, dpo; operator.
     */
    @PostExchange("/replay")
    Replay replay(@RequestBody ReplayQuery query);

    /** Grants of the tables in force in a period that no access in it needed. Reads every event once. Roles controller, dpo; operator. */
    @PostExchange("/unused")
    UnusedGrants unused(@RequestBody Period period);
}
