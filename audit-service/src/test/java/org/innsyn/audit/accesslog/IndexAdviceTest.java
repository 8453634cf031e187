package org.innsyn.audit.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import org.innsyn.audit.accesslog.AccessLogIndex.IndexAway;
import org.innsyn.audit.accesslog.AccessLogIndex.IndexUnavailable;
import org.innsyn.platform.web.ProblemAdvice;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is answered while the index is away, beside the advice for everything else. */
class IndexAdviceTest {

    private final MockMvcTester http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Reader()).setControllerAdvice(new IndexAdvice(), new ProblemAdvice()).build());

    @RestController
    static class Reader {
        @GetMapping("/away")
        void away() {
            throw new IndexAway("the index did not answer: ConnectException");
        }

        @GetMapping("/no-database")
        void noDatabase() {
            throw new CannotCreateTransactionException("no connection to jdbc:postgresql://db.example");
        }

        @GetMapping("/wrong")
        void wrong() {
            throw new IndexUnavailable("the index answered 400 parsing_exception");
        }
    }

    @Test
    void an_index_that_is_away_is_no_fault_and_says_when_to_ask_again() {
        assertThat(http.get().uri("/away")).hasStatus(503).hasHeader("Retry-After", "5").bodyText().contains("index-away", "go on being recorded").doesNotContain("ConnectException");
    }

    @Test
    void neither_is_a_database_that_does_not_answer() {
        assertThat(http.get().uri("/no-database")).hasStatus(503).bodyText().contains("store-away", "Nothing was done").doesNotContain("db.example");
    }

    @Test
    void a_question_the_index_does_not_understand_stays_a_fault_of_ours() {
        assertThat(http.get().uri("/wrong")).hasStatus(500).bodyText().contains("unexpected").doesNotContain("parsing_exception");
    }
}
