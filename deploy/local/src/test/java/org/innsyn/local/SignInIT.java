package org.innsyn.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sign-in with a browser that has an authenticator, as most devices do. */
@ExtendWith(SharedHouse.class)
class SignInIT {

    /** Unlocked, with room for passkeys; the browser answers for the person's finger. */
    private static final JsonObject DEVICE = JsonParser.parseString("""
            {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
                         "isUserVerified": true, "automaticPresenceSimulation": true}}""").getAsJsonObject();

    @Test
    void a_customer_makes_a_passkey_and_signs_in_with_nothing_else() {
        var account = SharedHouse.customers().get(3);
        String provider = HousePorts.url(SharedHouse.house().ports().signIn());
        try (var customer = SharedHouse.signedIn(account)) {
            var browser = customer.page().context().newCDPSession(customer.page());
            browser.send("WebAuthn.enable");
            browser.send("WebAuthn.addVirtualAuthenticator", DEVICE);

            customer.page().getByText("Sign in without a password").click();
            String before = customer.sees("#count").page().locator("#count").innerText();
            customer.press("Make a passkey on this device");
            customer.page().waitForFunction("before => document.readyState === 'complete' && document.querySelector('#count').innerText !== before", before);
            customer.picture("passkeys");
            customer.page().getByText("Back to Innsyn").click();
            customer.press("Sign out").sees(".hero").page().locator(".hero a.button-link").click();
            assertThat(customer.page().url()).startsWith(provider);
            customer.picture("sign-in").press("Sign in with a passkey").reads("Your data");
            assertThat(customer.page().locator(".person-role").innerText()).isEqualTo("Customer");
            customer.open("/who-looked").settled().sees(".completeness");
            customer.page().getByText("Sign in without a password").click();
            int passkeys = customer.sees(".passkeys li").page().locator(".passkeys li").count();
            customer.page().locator(".passkeys li button").last().click();
            customer.reads("It is removed here").picture("passkey-removed");
            assertThat(customer.page().locator(".passkeys li").count()).isEqualTo(passkeys - 1);
            assertThat(customer.complaints()).isEmpty();
        }
    }

    @Test
    void signing_out_ends_every_page_of_the_session_and_the_sign_in_itself() {
        try (var customer = SharedHouse.signedIn(SharedHouse.customers().get(3))) {
            customer.press("Sign out").sees(".hero");
            customer.open("/who-looked");
            assertThat(customer.page().url()).as("not let in again without a password").contains("/sign-in");
        }
    }
}
