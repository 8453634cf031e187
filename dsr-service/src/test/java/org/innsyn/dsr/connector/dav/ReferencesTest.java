package org.innsyn.dsr.connector.dav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.innsyn.dsr.connector.link.AnswerRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

    private static final URI BOOK = URI.create("https://dav.example/ann/book/");

    @Test
    void a_path_that_is_no_address_is_still_a_path() throws AnswerRefused {
        assertThat(References.at(BOOK, "/ann/book/Åse Ødegård.vcf").getPath()).isEqualTo("/ann/book/Åse Ødegård.vcf");
        assertThat(References.at(BOOK, "%C3%85se.vcf").getPath()).isEqualTo("/ann/book/Åse.vcf");
        assertThat(References.folder(URI.create("https://dav.example/ann/book"))).isEqualTo(BOOK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bo/book/x.vcf", "../../bo/book/x.vcf", "%2e%2e/%2e%2e/bo/x.vcf", "/ann/book2/x.vcf", "/ann/book/../../bo/x.vcf", "/ann/book/x/.."})
    void what_lies_elsewhere_is_not_in_the_book(String href) throws AnswerRefused {
        assertThat(References.lies(References.at(BOOK, href), BOOK)).isFalse();
    }

    @Test
    void what_is_no_place_is_refused() {
        assertThatThrownBy(() -> References.at(BOOK, "mailto:ann@post.example")).isInstanceOf(AnswerRefused.class);
    }

    @Test
    void an_account_is_one_segment_of_a_path() throws AnswerRefused {
        assertThat(PathSegment.of("ann@post.example/../bo?x#y")).isEqualTo("ann%40post.example%2F..%2Fbo%3Fx%23y");
        assertThatThrownBy(() -> PathSegment.of("..")).isInstanceOf(AnswerRefused.class);
    }
}
