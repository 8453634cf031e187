package org.innsyn.ui.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.innsyn.ui.services.ServiceProblem.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.client.MockClientHttpResponse;
import tools.jackson.databind.json.JsonMapper;

class ProblemReaderTest {

    private final ProblemReader reader = new ProblemReader(JsonMapper.builder().build());

    @Test
    void the_type_of_the_problem_says_what_it_is() throws IOException {
        assertThat(read(HttpStatus.SERVICE_UNAVAILABLE, "urn:innsyn:problem:reading-not-recorded")).isEqualTo(Kind.NOT_RECORDED);
        assertThat(read(HttpStatus.CONFLICT, "urn:innsyn:problem:stale")).isEqualTo(Kind.STALE);
        assertThat(read(HttpStatus.CONFLICT, "urn:innsyn:problem:not-now")).isEqualTo(Kind.NOT_NOW);
        assertThat(read(HttpStatus.FORBIDDEN, "urn:innsyn:problem:same-person")).isEqualTo(Kind.SAME_PERSON);
        assertThat(read(HttpStatus.FORBIDDEN, "urn:innsyn:problem:sign-in-again")).isEqualTo(Kind.SIGN_IN_AGAIN);
        assertThat(read(HttpStatus.CONFLICT, "urn:innsyn:problem:stopped")).isEqualTo(Kind.NOT_NOW);
        assertThat(read(HttpStatus.UNPROCESSABLE_CONTENT, "urn:innsyn:problem:code-wrong")).isEqualTo(Kind.CODE_WRONG);
        assertThat(read(HttpStatus.TOO_MANY_REQUESTS, "urn:innsyn:problem:too-many")).isEqualTo(Kind.TOO_MANY);
    }

    @Test
    void the_status_says_it_where_the_type_is_unknown() throws IOException {
        assertThat(read(HttpStatus.UNAUTHORIZED, "about:blank")).isEqualTo(Kind.SIGN_IN);
        assertThat(read(HttpStatus.NOT_FOUND, "urn:x:y")).isEqualTo(Kind.NOT_FOUND);
        assertThat(read(HttpStatus.INTERNAL_SERVER_ERROR, "urn:x:y")).isEqualTo(Kind.FAULT);
    }

    @Test
    void an_answer_that_is_no_problem_detail_is_read_by_its_status() throws IOException {
        var response = new MockClientHttpResponse("<html>bad gateway".getBytes(StandardCharsets.UTF_8), HttpStatus.BAD_GATEWAY);
        assertThat(reader.read(response).kind()).isEqualTo(Kind.AWAY);
    }

    @Test
    void what_a_service_wrote_for_people_stays_out_of_the_message() throws IOException {
        var body = "{\"type\":\"urn:innsyn:problem:stale\",\"detail\":\"kari@example.org\"}";
        var response = new MockClientHttpResponse(body.getBytes(StandardCharsets.UTF_8), HttpStatus.CONFLICT);
        assertThat(reader.read(response)).hasMessage("status 409, problem stale");
    }

    private Kind read(HttpStatus status, String type) throws IOException {
        var body = "{\"type\":\"" + type + "\"}";
        return reader.read(new MockClientHttpResponse(body.getBytes(StandardCharsets.UTF_8), status)).kind();
    }
}
