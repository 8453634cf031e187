package org.innsyn.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.innsyn.schemas.request.RequestState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermittedTest {

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void the_data_protection_officer_reads_and_does_nothing_else(RequestState state) {
        assertThat(Permitted.of(false, false, state, false)).isEqualTo(new Permitted(false, false, false, false));
    }

    @Test
    void whoever_prepared_a_request_does_not_decide_it() {
        assertThat(Permitted.of(true, true, RequestState.PREPARED, true).decide()).isFalse();
        assertThat(Permitted.of(true, true, RequestState.PREPARED, true).waitForAnother()).isTrue();
        assertThat(Permitted.of(false, true, RequestState.PREPARED, false).decide()).isTrue();
    }

    @Test
    void a_preparation_can_be_done_again_until_it_is_decided() {
        assertThat(Permitted.of(true, false, RequestState.PREPARED, true).prepare()).isTrue();
        assertThat(Permitted.of(true, false, RequestState.IN_PROGRESS, true).prepare()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = RequestState.class, names = {"SUBMITTED", "DONE", "REFUSED", "WITHDRAWN"})
    void nothing_can_be_done_with_what_is_not_assessed_or_is_closed(RequestState state) {
        assertThat(Permitted.of(true, true, state, false)).isEqualTo(new Permitted(false, false, false, false));
    }

    @Test
    void only_the_controller_runs_again_what_failed() {
        assertThat(Permitted.of(false, true, RequestState.PARTLY_DONE, false).rerun()).isTrue();
        assertThat(Permitted.of(true, false, RequestState.PARTLY_DONE, false).rerun()).isFalse();
    }
}
