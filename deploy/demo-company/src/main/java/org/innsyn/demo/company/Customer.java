package org.innsyn.demo.company;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One generated customer with everything the company keeps about them. */
record Customer(
        long id,
        String account,
        String number,
        String name,
        String email,
        String phone,
        String street,
        String postalCode,
        String city,
        Instant joined,
        Subscription subscription,
        List<Invoice> invoices,
        List<Domain> domains,
        List<String> aliases,
        List<SupportCase> cases) {

    record Subscription(String plan, BigDecimal price, LocalDate started) {}

    record Invoice(LocalDate issued, BigDecimal amount, @Nullable LocalDate paid) {}

    record Domain(String name, LocalDate registered, LocalDate expires) {}

    record SupportCase(String topic, boolean open, Instant opened, List<Message> messages) {}

    record Message(String author, String body, Instant written) {}
}
