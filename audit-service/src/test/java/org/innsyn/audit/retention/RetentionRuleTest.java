package org.innsyn.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RetentionRuleTest {

    private final RetentionRule rule = new RetentionRule("access-log.1", Period.ofYears(3), "GDPR Art. 5(1)(e)");

    @Test
    void a_year_ends_three_years_after_its_end_and_not_an_instant_before() {
        assertThat(rule.keptFrom(Instant.parse("2025-12-31T23:59:59.999999Z"), ZoneOffset.UTC)).isEqualTo("2022-01-01T00:00:00Z");
        assertThat(rule.keptFrom(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC)).isEqualTo("2023-01-01T00:00:00Z");
    }

    @Test
    void years_are_those_of_the_zone_that_keys_go_by() {
        assertThat(rule.keptFrom(Instant.parse("2025-12-31T23:30:00Z"), ZoneId.of("Europe/Oslo"))).isEqualTo("2022-12-31T23:00:00Z");
    }

    @Test
    void half_a_year_after_the_years_end_is_possible_and_nothing_at_all_is_not() {
        assertThat(new RetentionRule("access-log.2", Period.ofMonths(6), "a reason").keptFrom(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC)).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(new RetentionRule("access-log.2", Period.ofMonths(6), "a reason").keptFrom(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC)).isEqualTo("2026-01-01T00:00:00Z");
        assertThatThrownBy(() -> new RetentionRule("access-log.2", Period.ofDays(3), "a reason")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetentionRule("access-log.2", Period.ofYears(3), " ")).isInstanceOf(IllegalArgumentException.class);
    }
}
