package org.innsyn.ui.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import tools.jackson.databind.json.JsonMapper;

/** A service that hangs keeps one caller waiting, not everybody one after the other. */
class SilenceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private int asked;
    private final Silence silence = new Silence(PATIENCE, PAUSE, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });
    private final SignedInCalls calls = new SignedInCalls(null, new ProblemReader(JsonMapper.builder().build()), silence);

    @Test
    void after_one_waited_in_vain_the_others_are_told_at_once_until_one_may_ask_again() {
        assertAway(this::hangs);
        assertAway(this::answers);
        assertThat(asked).as("the second did not wait").isEqualTo(1);

        now = now.plus(PAUSE);
        assertAway(this::hangs);
        assertAway(this::answers);
        assertThat(asked).isEqualTo(2);

        now = now.plus(PAUSE);
        call(this::answers);
        call(this::answers);
        assertThat(asked).isEqualTo(4);
    }

    @Test
    void while_one_looks_whether_it_is_back_nobody_else_waits_with_them() {
        assertAway(this::hangs);
        now = now.plus(PAUSE);
        assertAway((request, body) -> {
            assertAway(this::answers);
            return hangs();
        });
    }

    @Test
    void one_slow_question_says_nothing_about_a_service_that_answers_others() {
        assertAway((request, body) -> {
            now = now.plus(PATIENCE);
            call(this::answers);
            throw new HttpTimeoutException("slow");
        });
        call(this::answers);
    }

    @Test
    void a_refusal_costs_nobody_time_and_so_everybody_may_ask() {
        for (int times = 1; times <= 2; times++) {
            assertAway((request, body) -> {
                asked++;
                throw new ConnectException();
            });
            assertThat(asked).isEqualTo(times);
        }
    }

    @Test
    void a_service_that_waits_for_its_database_keeps_one_caller_waiting_too() {
        assertAway(this::waitsForItsDatabase);
        assertAway(this::answers);
        assertThat(asked).as("the second did not wait").isEqualTo(1);

        now = now.plus(PAUSE);
        call(this::answers);
        call(this::answers);
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void a_service_that_says_at_once_that_its_database_is_away_may_be_asked_by_everybody() {
        for (int times = 1; times <= 2; times++) {
            assertAway((request, body) -> {
                asked++;
                return new MockClientHttpResponse(new byte[0], HttpStatus.SERVICE_UNAVAILABLE);
            });
            assertThat(asked).isEqualTo(times);
        }
    }

    private MockClientHttpResponse waitsForItsDatabase(Object... request) {
        asked++;
        now = now.plus(Duration.ofSeconds(10));
        return new MockClientHttpResponse(new byte[0], HttpStatus.SERVICE_UNAVAILABLE);
    }

    private MockClientHttpResponse hangs(Object... request) throws IOException {
        asked++;
        now = now.plus(PATIENCE);
        throw new HttpTimeoutException("no answer");
    }

    private MockClientHttpResponse answers(Object... request) {
        asked++;
        return new MockClientHttpResponse(new byte[0], HttpStatus.OK);
    }

    private void call(ClientHttpRequestExecution execution) {
        calls.intercept(new MockClientHttpRequest(HttpMethod.GET, URI.create("http://localhost/")), new byte[0], execution);
    }

    private void assertAway(ClientHttpRequestExecution execution) {
        assertThatThrownBy(() -> call(execution)).isInstanceOfSatisfying(ServiceProblem.class, problem -> assertThat(problem.kind()).isEqualTo(ServiceProblem.Kind.AWAY));
    }
}
