package org.innsyn.dsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTlsTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "jdbc:postgresql://127.0.0.1:5432/shop?currentSchema=x", "jdbc:postgresql://localhost/shop", "jdbc:mariadb://[::1]:3306/shop", "jdbc:mariadb://127.0.0.1/"
    })
    void this_machine_is_asked_as_it_is(String url) {
        assertThat(DatabaseTls.settings("shop", url)).isEmpty();
    }

    @Test
    void another_machine_is_asked_for_a_certificate_of_its_name() {
        assertThat(DatabaseTls.settings("shop", "jdbc:postgresql://192.0.2.1/shop")).containsEntry("sslmode", "verify-full");
        assertThat(DatabaseTls.settings("shop", "jdbc:postgresql://127.0.0.1,192.0.2.1:5432/shop?sslmode=verify-full")).containsEntry("sslmode", "verify-full");
        assertThat(DatabaseTls.settings("shop", "jdbc:mariadb://192.0.2.1:3306/shop")).containsEntry("sslMode", "verify-full");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "jdbc:postgresql://192.0.2.1/shop?sslmode=require", "jdbc:postgresql://192.0.2.1/shop?a=b&sslmode=disable", "jdbc:mariadb://192.0.2.1/shop?sslMode=trust",
        "jdbc:postgresql:shop", "jdbc:h2:mem:shop"
    })
    void less_is_refused(String url) {
        assertThatThrownBy(() -> DatabaseTls.settings("shop", url)).isInstanceOf(IllegalStateException.class).hasMessageContaining("shop");
    }
}
