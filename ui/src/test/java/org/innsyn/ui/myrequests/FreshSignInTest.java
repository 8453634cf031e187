package org.innsyn.ui.myrequests;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.innsyn.ui.signin.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** What cannot be undone is asked for by somebody who signed in lately. */
@SpringBootTest
@WithMockUser(roles = Roles.SUBJECT)
class FreshSignInTest extends SpringBrowserlessTest {

    @AfterEach
    void nobody_is_signed_in() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void who_signed_in_long_ago_is_asked_to_do_so_again_before_an_erasure_and_comes_back_to_it() {
        signedIn(Duration.ofHours(2));
        goOn("requests/new/erasure");
        assertThat($(H1.class).first().getText()).isEqualTo("Sign in once more, so that we know it is you");
        assertThat($(Anchor.class).withClassName("button-link").all()).extracting(Anchor::getHref).containsExactly("oauth2/authorization/innsyn?again");
        assertThat($(TextArea.class).all()).isEmpty();
        assertThat(backTo()).endsWith("/requests/new/erasure");
    }

    @Test
    void who_signed_in_just_now_is_not_and_neither_is_who_asks_for_something_else() {
        signedIn(Duration.ofMinutes(1));
        goOn("requests/new/erasure");
        assertThat($(TextArea.class).all()).hasSize(1);
        signedIn(Duration.ofHours(2));
        goOn("requests/new/copy");
        assertThat($(TextArea.class).all()).hasSize(1);
    }

    private void goOn(String page) {
        navigate(page, NewRequestPage.class);
        test($(Button.class).all().stream().filter(button -> button.getText().equals("Yes, go on")).findFirst().orElseThrow()).click();
    }

    private static void signedIn(Duration ago) {
        var now = Instant.now();
        var authorities = List.of(new SimpleGrantedAuthority("ROLE_" + Roles.SUBJECT));
        var token = new OidcIdToken("token", now, now.plusSeconds(900), Map.of("sub", "somebody", "auth_time", now.minus(ago)));
        SecurityContextHolder.getContext().setAuthentication(new OAuth2AuthenticationToken(new DefaultOidcUser(authorities, token), authorities, "innsyn"));
    }

    /** Where Spring Security leads after the next sign-in. */
    private static String backTo() {
        var request = new MockHttpServletRequest();
        VaadinSession.getCurrent().getSession().getAttributeNames().forEach(name -> request.getSession().setAttribute(name, VaadinSession.getCurrent().getSession().getAttribute(name)));
        return new HttpSessionRequestCache().getRequest(request, new MockHttpServletResponse()).getRedirectUrl();
    }
}
