package org.innsyn.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** The code page with every service away. */
@SpringBootTest
@WithAnonymousUser
class IdentityPageTest extends SpringBrowserlessTest {

    @Test
    void nothing_is_asked_before_a_reference_is_typed_and_no_code_is_wanted_before_it_was_asked_for() {
        navigate(IdentityPage.class);
        assertThat($(Button.class).all()).filteredOn(button -> button.getText().equals("Send me a code")).noneMatch(Button::isEnabled);
        assertThat($(TextField.class).all()).extracting(TextField::getLabel).containsExactly("Reference in our letter");
    }

    @Test
    void a_service_that_is_away_is_told_and_what_was_typed_stays() {
        navigate(IdentityPage.class);
        var reference = $(TextField.class).first();
        test(reference).setValue("r-7q4k-2m");
        test($(Button.class).all().stream().filter(button -> button.getText().equals("Send me a code")).findFirst().orElseThrow()).click();
        assertThat($(H2.class).all()).extracting(H2::getText).contains("We cannot reach this just now");
        assertThat(reference.getValue()).isEqualTo("r-7q4k-2m");
    }
}
