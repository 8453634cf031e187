package org.innsyn.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final Instant AT = Instant.ofEpochSecond(1614265330);

    private final WebhookSignature signature = new WebhookSignature(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    /** The test vector that libraries of other people are published with. */
    @Test
    void it_is_the_signature_others_compute() {
        assertThat(signature.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", AT, BODY)).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void any_other_message_or_time_is_not_right() {
        String right = signature.sign("id", AT, BODY);

        assertThat(signature.isRight("id", AT.getEpochSecond(), BODY, "v1,AAAA " + right, AT.plusSeconds(299))).isTrue();
        assertThat(signature.isRight("id", AT.getEpochSecond(), BODY, right, AT.plusSeconds(301))).isFalse();
        assertThat(signature.isRight("id", AT.getEpochSecond(), BODY, right, AT.minusSeconds(301))).isFalse();
        assertThat(signature.isRight("id", AT.getEpochSecond() + 1, BODY, right, AT)).isFalse();
        assertThat(signature.isRight("other", AT.getEpochSecond(), BODY, right, AT)).isFalse();
        assertThat(signature.isRight("id", AT.getEpochSecond(), "{}".getBytes(UTF_8), right, AT)).isFalse();
        assertThat(signature.isRight("id", AT.getEpochSecond(), BODY, "", AT)).isFalse();
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatThrownBy(() -> new WebhookSignature(new byte[23])).isInstanceOf(IllegalArgumentException.class);
    }
}
