package org.innsyn.ui.copylink;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** What somebody sees who follows a link to a copy. */
@SpringBootTest
@WithAnonymousUser
class RedeemPageTest extends SpringBrowserlessTest {

    @Test
    void a_whole_link_offers_the_copy_and_spends_nothing_before_somebody_asks_for_it() {
        var page = navigate(RedeemPage.class);
        page.offer("A".repeat(43));
        assertThat($(Anchor.class).withClassName("button-link").all()).extracting(Anchor::getText).contains("Fetch the copy");
        assertThat($(H2.class).all()).isEmpty();
    }

    @Test
    void a_link_that_lost_its_end_says_so_and_shows_nothing_of_it() {
        var page = navigate(RedeemPage.class);
        page.offer("<img src=x onerror=alert(1)>");
        assertThat($(H2.class).first().getText()).isEqualTo("This address is not a whole link");
        assertThat($(Anchor.class).all()).noneMatch(link -> link.getText().equals("Fetch the copy"));
        assertThat(page.getElement().getOuterHTML()).doesNotContain("onerror");
    }
}
