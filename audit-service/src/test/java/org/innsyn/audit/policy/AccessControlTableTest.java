package org.innsyn.audit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessControlTableTest {

    private static final String CSV = """
            # who may do what
            object,unit,role,operations,purposes
            /customers,support,*,read|search,support.case
            /customers/contact,billing,clerk,read,billing.invoice|billing.dunning
            /logs,*,*,*,security.incident
            """;

    @ParameterizedTest(name = "{4}: {0} by {1}/{2} for {3}")
    @CsvSource({
        "/customers/contact, support,        agent, support.case,      WITHIN_POLICY",
        "/customers,         support/tier-1, agent, support.case,      WITHIN_POLICY",
        "/customersx,        support,        agent, support.case,      OUTSIDE_POLICY",
        "/customers/contact, supporters,     agent, support.case,      OUTSIDE_POLICY",
        "/customers/contact, support,        agent, billing.invoice,   OUTSIDE_POLICY",
        "/customers/contact, billing,        clerk, billing.dunning,   WITHIN_POLICY",
        "/customers/contact, billing,        chief, billing.dunning,   OUTSIDE_POLICY",
        "/customers,         billing,        clerk, billing.invoice,   OUTSIDE_POLICY",
        "/logs/mail,         operations,     ,      security.incident, WITHIN_POLICY",
        "/invoices,          support,        agent, support.case,      OUTSIDE_POLICY"
    })
    void what_no_line_allows_is_outside_policy(String object, String unit, String role, String purpose, Verdict verdict) {
        var table = AccessControlTable.parse(CSV);
        assertThat(table.judge(new Question(object, ActorKind.STAFF, unit, role, Operation.READ, purpose))).isEqualTo(verdict);
    }

    @Test
    void a_person_is_not_judged_for_looking_at_their_own_data() {
        assertThat(AccessControlTable.parse(CSV).judge(new Question("/customers", ActorKind.SUBJECT, null, null, Operation.READ, "rights.access")))
                .isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void a_table_is_named_by_what_it_says_and_not_by_its_remarks() {
        assertThat(AccessControlTable.parse(CSV).version()).isEqualTo(AccessControlTable.parse(CSV.replace("# who may do what\n", "")).version());
        assertThat(AccessControlTable.parse(CSV).version()).isNotEqualTo(AccessControlTable.parse(CSV.replace("clerk", "*")).version());
    }

    @Test
    void a_table_that_cannot_be_read_says_where() {
        assertThatThrownBy(() -> AccessControlTable.parse("object,unit,role,operations,purposes\n/a,b,c,d"))
                .hasMessage("access control table, line 2: 5 cells are needed, there are 4");
    }
}
