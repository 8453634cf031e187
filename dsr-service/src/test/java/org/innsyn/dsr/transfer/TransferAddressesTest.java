package org.innsyn.dsr.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person can name an address, and none that leads into the company's own network. */
class TransferAddressesTest {

    private final TransferAddresses addresses = new TransferAddresses(List.of("127.0.0.1:1143"));

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "0.1.2.3", "192.0.0.8", "198.18.0.1",
            "240.0.0.1", "255.255.255.255", "224.0.0.1", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::",
            "::127.0.0.2"})
    void addresses_that_are_nobodys_on_the_internet_are_refused(String address) throws Exception {
        assertThat(TransferAddresses.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> addresses.require(URI.create("https://" + (address.contains(":") ? "[" + address + "]" : address) + "/"))).isInstanceOf(SystemUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "2a00:1450::1", "192.0.1.1"})
    void others_are_not(String address) throws Exception {
        assertThat(TransferAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void without_encryption_only_what_the_operator_named_is_reached() {
        assertThat(addresses.isAddress(URI.create("imaps://mail.example"))).isTrue();
        assertThat(List.of("imap://mail.example", "http://dav.example/", "https://user@dav.example/", "https://dav.example/?a=b", "file:///etc/passwd", "https:nothing"))
                .noneMatch(address -> addresses.isAddress(URI.create(address)));
        assertThat(addresses.isAddress(URI.create("imap://127.0.0.1:1143"))).isTrue();
        assertThatCode(() -> addresses.require(URI.create("imap://127.0.0.1:1143"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> addresses.require(URI.create("imap://127.0.0.1:1144"))).isInstanceOf(SystemUnavailable.class);
    }
}
