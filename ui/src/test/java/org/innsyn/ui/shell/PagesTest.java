package org.innsyn.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import org.innsyn.ui.signin.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

/** What each role is offered. */
@SpringBootTest
class PagesTest extends SpringBrowserlessTest {

    @Test
    @WithAnonymousUser
    void a_stranger_reads_what_this_is() {
        navigate(FrontPage.class);
        assertThat($(H1.class).first().getText()).isEqualTo("Who looked at your data?");
        assertThat($(RouterLink.class).all()).isEmpty();
    }

    @Test
    @WithMockUser(roles = Roles.SUBJECT)
    void a_customer_comes_to_their_own_first_page_and_is_offered_their_own_pages() {
        navigate("", Component.class);
        assertThat($(H1.class).first().getText()).isEqualTo("Your data");
        assertThat($(RouterLink.class).all()).extracting(RouterLink::getText)
                .containsExactly("Start", "Who looked", "What we hold", "Your requests");
    }

    @Test
    @WithMockUser(roles = Roles.DPO)
    void the_data_protection_officer_is_offered_the_overview_the_findings_the_breaches_the_log_the_requests_and_reports() {
        navigate("", Component.class);
        assertThat($(RouterLink.class).all()).extracting(RouterLink::getText).containsExactly("Overview", "Findings", "Breaches", "Names", "Access log", "Requests", "Tasks", "Holds", "Reports");
    }

    @Test
    @WithMockUser(roles = Roles.CASE_HANDLER)
    void a_case_handler_comes_to_the_days_work_and_is_offered_requests_tasks_and_holds_and_not_the_log() {
        navigate("", Component.class);
        assertThat($(H1.class).first().getText()).isEqualTo("Your work today");
        assertThat($(RouterLink.class).all()).extracting(RouterLink::getText).containsExactly("Today", "Requests", "Tasks", "Holds");
    }

    @Test
    @WithMockUser(roles = Roles.DPO)
    void a_page_of_another_role_says_for_whom_it_is() {
        navigate("who-looked", RefusedPage.class);
        assertThat($(H2.class).first().getText()).isEqualTo("This page is for customers.");
    }

    @Test
    @WithMockUser(roles = Roles.REGULATOR)
    void a_regulator_comes_to_the_reports_and_is_offered_nothing_else() {
        navigate("", Component.class);
        assertThat($(H1.class).first().getText()).isEqualTo("Audit reports");
        assertThat($(RouterLink.class).all()).extracting(RouterLink::getText).containsExactly("Reports");
    }

    @Test
    @WithMockUser(roles = Roles.SUBJECT)
    void pages_that_were_closed_because_nobody_touched_them_take_the_sign_in_with_them() {
        navigate("", Component.class);
        var pages = VaadinSession.getCurrent();
        var browsers = pages.getSession();
        browsers.setAttribute("sign-in", "somebody");

        pages.getService().closeSession(pages);
        pages.getService().fireSessionDestroy(pages);
        pages.getService().runPendingAccessTasks(pages);
        assertThatIllegalStateException().as("it has ended").isThrownBy(() -> browsers.getAttribute("sign-in"));
    }

    @Test
    @WithMockUser(roles = "somebody-else")
    void a_role_without_pages_yet_is_told_so() {
        navigate("", FrontPage.class);
        assertThat($(H2.class).first().getText()).isEqualTo("There are no pages for your role yet");
    }
}
